package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.Set;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision with their opinion.
 *
 * @param approved true to pass it on, false to return it
 * @param opinion the opinion; required, it is the reason where the work is returned
 * @param newDue the new date of returned work, or null to keep the date
 * @param redo measures to be done again where a closure is returned
 */
public record Decision(
        boolean approved, String opinion, @Nullable LocalDate newDue, Set<CaseNumber> redo) {

    /** Longest opinion in characters. */
    public static final int OPINION_LIMIT = 2000;

    public Decision {
        if (opinion.isBlank()) {
            throw RuleViolation.at(
                    "opinion", approved ? "rectification.decision.noOpinion" : "rectification.decision.noReason");
        }
        if (opinion.length() > OPINION_LIMIT) {
            throw RuleViolation.at("opinion", "rectification.decision.tooLong", OPINION_LIMIT);
        }
        redo = Set.copyOf(redo);
    }

    public static Decision approve(String opinion) {
        return new Decision(true, opinion, null, Set.of());
    }

    public static Decision sendBack(String reason, @Nullable LocalDate newDue) {
        return new Decision(false, reason, newDue, Set.of());
    }
}
