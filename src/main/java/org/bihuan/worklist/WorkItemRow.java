package org.bihuan.worklist;

import java.time.Instant;
import java.time.LocalDate;

import org.bihuan.shared.Level;
import org.bihuan.shared.ModelText;
import org.jspecify.annotations.Nullable;

/**
 * One line of "my work".
 *
 * @param kind why it stands before the caller
 * @param assignRule rule of the model that gave it to whom it was given, or null
 * @param subject heading of the measure, or null where the step concerns a whole problem
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
        @Nullable Instant doneAt,
        @Nullable String subject) {

    /** A line about a whole problem. */
    public WorkItemRow(
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
        this(
                id,
                kind,
                caseNumber,
                stepKey,
                stepName,
                formKey,
                assignRule,
                title,
                unitName,
                assignee,
                due,
                level,
                lastEvent,
                lastEventAt,
                doneAt,
                null);
    }

    /** The level to show on {@code today}: a date that has passed is overdue even before the escalation has run. */
    public Level levelOn(LocalDate today) {
        boolean past = doneAt == null && due.isBefore(today);
        return past && level.compareTo(Level.OVERDUE) < 0 ? Level.OVERDUE : level;
    }

    /** Why a work item stands before a principal. */
    public enum Kind {
        MINE,
        CLAIM,
        ESCALATED,
        DONE
    }

    /** The name of the step as the model has it. */
    public ModelText step() {
        return new ModelText(stepKey, stepName);
    }
}
