package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.bihuan.identity.UnitRef;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/** What the read models follow, published and heard within the transaction of the change. */
public sealed interface CaseEvents {

    /** A reminder or an escalation raised the level; {@code alsoBefore} are posts it is put before as well. */
    record LevelRaised(CaseNumber number, Level level, Set<Long> alsoBefore) implements CaseEvents {

        public LevelRaised {
            alsoBefore = Set.copyOf(alsoBefore);
        }
    }

    /** Something was written to the trail of a case; {@code action} as in the trail. */
    record Recorded(CaseNumber number, String action) implements CaseEvents {}

    /** Somebody else answers for a case in the place of a person who leaves. */
    record TakenOver(CaseNumber number) implements CaseEvents {}

    /** The due date of a case moved. */
    record DueMoved(CaseNumber number, LocalDate due) implements CaseEvents {}

    /**
     * Others answer for a running case; its open steps stand before them.
     *
     * @param steps the open steps with the people before whom they stand now
     * @param unit the responsible unit of the case, or null
     * @param escalatedTo the posts that an escalated step is put before instead of the earlier ones
     */
    record HandsChanged(
            CaseNumber number,
            List<OpenStep> steps,
            @Nullable UnitRef unit,
            Set<Long> escalatedTo) implements CaseEvents {

        public HandsChanged {
            steps = List.copyOf(steps);
            escalatedTo = Set.copyOf(escalatedTo);
        }
    }
}
