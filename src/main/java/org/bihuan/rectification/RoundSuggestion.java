package org.bihuan.rectification;

import java.time.LocalDate;

import org.bihuan.calendar.RestDayRule;
import org.jspecify.annotations.Nullable;

/**
 * What a new round may start from: what its source says, and the habits of the round before. Null where
 * neither says anything.
 *
 * @param code a code that is free
 * @param planAfterMonths months from the feedback to the plan's due date in the round before
 */
public record RoundSuggestion(
        String code,
        String inspectedOrg,
        @Nullable String inspectionTeam,
        @Nullable LocalDate inspectionFrom,
        @Nullable LocalDate inspectionTo,
        @Nullable LocalDate feedbackDate,
        @Nullable Integer planAfterMonths,
        int periodMonths,
        RestDayRule restDayRule,
        int remindBefore,
        int escalateAfter,
        int followUpMonths) {}
