package org.bihuan.rectification;

import java.time.LocalDate;

import org.bihuan.calendar.RestDayRule;
import org.jspecify.annotations.Nullable;

/** A round as screens see it; {@code demo} marks invented persons, dates and statuses. */
public record RoundView(
        long id,
        String code,
        String title,
        String inspectedOrg,
        @Nullable String inspectionTeam,
        @Nullable LocalDate inspectionFrom,
        @Nullable LocalDate inspectionTo,
        LocalDate feedbackDate,
        LocalDate planDue,
        int periodMonths,
        LocalDate periodEnd,
        LocalDate reportDue,
        RestDayRule restDayRule,
        int remindBefore,
        int escalateAfter,
        int followUpMonths,
        boolean demo) {}
