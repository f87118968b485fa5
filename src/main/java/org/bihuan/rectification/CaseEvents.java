package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.Set;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;

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

    /** The due date of a case moved. */
    record DueMoved(CaseNumber number, LocalDate due) implements CaseEvents {}
}
