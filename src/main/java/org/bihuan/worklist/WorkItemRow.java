package org.bihuan.worklist;

import java.time.Instant;
import java.time.LocalDate;

import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/**
 * One line of "my work".
 *
 * @param kind why it stands before the caller
 * @param lastEvent action of the case's last event as in the trail, or null
 * @param doneAt when it was done, or null while it is open
 */
public record WorkItemRow(
        long id,
        Kind kind,
        String caseNumber,
        String stepKey,
        String stepName,
        @Nullable String formKey,
        @Nullable String assignRule,
        String title,
        @Nullable String unitName,
        @Nullable Long assignee,
        LocalDate due,
        Level level,
        @Nullable String lastEvent,
        @Nullable Instant lastEventAt,
        @Nullable Instant doneAt) {

    /** Why a work item stands before a principal. */
    public enum Kind {
        MINE,
        CLAIM,
        ESCALATED,
        DONE
    }
}
