package org.bihuan.worklist;

import java.time.Instant;
import java.time.LocalDate;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * A request for close-out that waits for the leading group's approval.
 *
 * @param since when it came before the leading group
 * @param takenBy name of somebody else who has claimed it, or null
 * @param objection the rule that keeps the caller from deciding on it, or null
 */
public record WaitingClosure(
        long item,
        CaseNumber number,
        String title,
        @Nullable String unitName,
        LocalDate due,
        Level level,
        Instant since,
        @Nullable String takenBy,
        @Nullable RuleViolation objection) {

    /** Whether nothing that is known by now keeps the caller from deciding. */
    public boolean open() {
        return takenBy == null && objection == null;
    }
}
