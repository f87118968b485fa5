package org.bihuan.rectification;

import java.time.LocalDate;

import org.bihuan.calendar.RestDayRule;
import org.jspecify.annotations.Nullable;

/**
 * What is decided once for a round (domain.md section 0.3: periods are policy, never constants).
 * Dates and numbers are null as long as they have not been given; no round is made without them.
 *
 * @param code short code, first part of every case number, e.g. {@code XH2025}
 * @param periodMonths length of the concentrated period in months, 3 or 6 in practice
 * @param remindBefore working days before the due date when the reminder goes out
 * @param escalateAfter working days after the due date when the case is escalated
 * @param followUpMonths months after close-out until the follow-up inspection
 */
public record RoundPolicy(
        String code,
        String title,
        String inspectedOrg,
        @Nullable String inspectionTeam,
        @Nullable LocalDate inspectionFrom,
        @Nullable LocalDate inspectionTo,
        @Nullable LocalDate feedbackDate,
        @Nullable LocalDate planDue,
        @Nullable Integer periodMonths,
        @Nullable LocalDate reportDue,
        RestDayRule restDayRule,
        @Nullable Integer remindBefore,
        @Nullable Integer escalateAfter,
        @Nullable Integer followUpMonths) {}
