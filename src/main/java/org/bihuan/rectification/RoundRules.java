package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.function.Supplier;

import org.bihuan.calendar.NoCalendarData;
import org.bihuan.calendar.RestDayRule;
import org.bihuan.calendar.WorkCalendar;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** What the policy of a round must hold to; each refusal stands beside the field that is wrong. */
final class RoundRules {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_BODY = 200;
    private static final int MOST_WORKDAYS = 60;
    private static final int MOST_MONTHS = 24;

    private RoundRules() {}

    static void require(RoundPolicy policy, LocalDate today) {
        text("title", policy.title(), LONGEST_TITLE);
        text("inspectedOrg", policy.inspectedOrg(), LONGEST_BODY);
        if (policy.inspectionTeam() != null) {
            length("inspectionTeam", policy.inspectionTeam(), LONGEST_BODY);
        }
        inspection(policy.inspectionFrom(), policy.inspectionTo(), policy.feedbackDate());
        if (policy.feedbackDate().isAfter(today)) {
            // Findings are entered after the meeting at which they were fed back.
            throw RuleViolation.at("feedbackDate", "findings.round.feedbackInFuture");
        }
        if (policy.planDue().isBefore(policy.feedbackDate())) {
            throw RuleViolation.at("planDue", "rectification.round.planBeforeFeedback");
        }
        if (policy.periodMonths() < 1 || policy.periodMonths() > MOST_MONTHS) {
            throw RuleViolation.at("periodMonths", "rectification.round.period");
        }
        range("remindBefore", policy.remindBefore(), MOST_WORKDAYS);
        range("escalateAfter", policy.escalateAfter(), MOST_WORKDAYS);
        range("followUpMonths", policy.followUpMonths(), MOST_MONTHS);
    }

    private static void inspection(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate feedback) {
        if (from != null && to != null && to.isBefore(from)) {
            throw RuleViolation.at("inspectionTo", "findings.round.inspectionEndsBefore");
        }
        LocalDate last = to == null ? from : to;
        if (last != null && feedback.isBefore(last)) {
            throw RuleViolation.at("feedbackDate", "findings.round.feedbackBeforeInspection");
        }
    }

    private static void text(String field, String value, int longest) {
        if (value.isBlank()) {
            throw RuleViolation.at(field, "findings.round.missing");
        }
        length(field, value, longest);
    }

    private static void length(String field, String value, int longest) {
        if (value.length() > longest) {
            throw RuleViolation.at(field, "findings.round.tooLong", longest);
        }
    }

    private static void range(String field, int value, int most) {
        if (value < 0 || value > most) {
            throw RuleViolation.at(field, "findings.round.range", 0, most);
        }
    }

    /** The day as the rule for rest days has it; refuses a year whose working days are not known. */
    static LocalDate settled(String field, LocalDate day, RestDayRule rule, WorkCalendar calendar) {
        return known(field, () -> {
            // A kept day is not looked at by the rule, but its working days are counted sooner or later.
            if (!calendar.covers(day.getYear())) {
                throw new NoCalendarData(day.getYear());
            }
            return calendar.settle(day, rule);
        });
    }

    /** What {@code computation} says; a year without data is refused beside the field. */
    static LocalDate known(String field, Supplier<LocalDate> computation) {
        try {
            return computation.get();
        } catch (NoCalendarData unknown) {
            RuleViolation refusal = RuleViolation.at(field, unknown.key(), unknown.args());
            refusal.addSuppressed(unknown);
            throw refusal;
        }
    }
}
