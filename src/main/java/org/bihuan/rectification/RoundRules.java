package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

import org.bihuan.calendar.NoCalendarData;
import org.bihuan.calendar.WorkCalendar;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What the policy of a round must hold to. All that is wrong is refused at once, each beside its field;
 * what only follows from another field's fault is not said as well.
 */
final class RoundRules {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_BODY = 200;
    private static final int MOST_WORKDAYS = 60;
    private static final int MOST_MONTHS = 24;
    private static final String MISSING = "findings.round.missing";
    private static final String RANGE = "findings.round.range";

    private final RoundPolicy policy;
    private final LocalDate today;
    private final WorkCalendar calendar;

    private RoundRules(RoundPolicy policy, LocalDate today, WorkCalendar calendar) {
        this.policy = policy;
        this.today = today;
        this.calendar = calendar;
    }

    /** Dates and numbers of a policy that holds, the dates as its rule for rest days has them. */
    record Terms(
            LocalDate feedbackDate,
            LocalDate planDue,
            int periodMonths,
            LocalDate periodEnd,
            LocalDate reportDue,
            int remindBefore,
            int escalateAfter,
            int followUpMonths) {}

    static Terms require(RoundPolicy policy, LocalDate today, WorkCalendar calendar) {
        RoundRules rules = new RoundRules(policy, today, calendar);
        RuleViolation.gather(
                rules::code,
                () -> text("title", policy.title(), LONGEST_TITLE),
                () -> text("inspectedOrg", policy.inspectedOrg(), LONGEST_BODY),
                rules::team,
                rules::inspection,
                rules::feedbackDate,
                rules::planDue,
                rules::periodEnd,
                rules::reportDue,
                rules::remindBefore,
                rules::escalateAfter,
                rules::followUpMonths);
        return rules.terms();
    }

    private Terms terms() {
        return new Terms(
                feedbackDate(),
                planDue(),
                periodMonths(),
                periodEnd().orElseThrow(),
                reportDue(),
                remindBefore(),
                escalateAfter(),
                followUpMonths());
    }

    private void code() {
        if (!policy.code().matches("[A-Z]{2,8}\\d{4}[A-Z]?")) {
            throw RuleViolation.at("code", "rectification.round.code");
        }
    }

    private void team() {
        if (policy.inspectionTeam() != null) {
            length("inspectionTeam", policy.inspectionTeam(), LONGEST_BODY);
        }
    }

    private void inspection() {
        LocalDate from = policy.inspectionFrom();
        LocalDate to = policy.inspectionTo();
        if (from != null && to != null && to.isBefore(from)) {
            throw RuleViolation.at("inspectionTo", "findings.round.inspectionEndsBefore");
        }
    }

    private LocalDate feedbackDate() {
        LocalDate day = given("feedbackDate", policy.feedbackDate());
        if (day.isAfter(today)) {
            // Findings are entered after the meeting at which they were fed back.
            throw RuleViolation.at("feedbackDate", "findings.round.feedbackInFuture");
        }
        LocalDate last = policy.inspectionTo() == null ? policy.inspectionFrom() : policy.inspectionTo();
        if (last != null && day.isBefore(last)) {
            throw RuleViolation.at("feedbackDate", "findings.round.feedbackBeforeInspection");
        }
        return day;
    }

    private LocalDate planDue() {
        LocalDate day = given("planDue", policy.planDue());
        if (sound(this::feedbackDate).filter(day::isBefore).isPresent()) {
            throw RuleViolation.at("planDue", "rectification.round.planBeforeFeedback");
        }
        near("planDue", day);
        return settled("planDue", day);
    }

    private int periodMonths() {
        int months = given("periodMonths", policy.periodMonths());
        if (months < 1 || months > MOST_MONTHS) {
            throw RuleViolation.at("periodMonths", "rectification.round.period");
        }
        return months;
    }

    /** Empty where the feedback is not known from which it is counted. */
    private Optional<LocalDate> periodEnd() {
        int months = periodMonths();
        return sound(this::feedbackDate).map(day -> settled("periodMonths", day.plusMonths(months)));
    }

    private LocalDate reportDue() {
        LocalDate wanted = given("reportDue", policy.reportDue());
        near("reportDue", wanted);
        LocalDate day = settled("reportDue", wanted);
        if (sound(this::planDue).filter(day::isBefore).isPresent()) {
            throw RuleViolation.at("reportDue", "rectification.round.reportBeforePlan");
        }
        return day;
    }

    /** A slip such as 2062 for 2026 would keep a round open for ever. */
    private void near(String field, LocalDate day) {
        if (sound(this::feedbackDate)
                .filter(feedback -> day.isAfter(feedback.plusMonths(MOST_MONTHS)))
                .isPresent()) {
            throw RuleViolation.at(field, "rectification.round.tooFar", MOST_MONTHS);
        }
    }

    private int remindBefore() {
        int days = number("remindBefore", policy.remindBefore(), MOST_WORKDAYS);
        countedFromPeriodEnd("remindBefore", -days);
        return days;
    }

    private int escalateAfter() {
        int days = number("escalateAfter", policy.escalateAfter(), MOST_WORKDAYS);
        countedFromPeriodEnd("escalateAfter", days);
        return days;
    }

    private int followUpMonths() {
        return number("followUpMonths", policy.followUpMonths(), MOST_MONTHS);
    }

    private void countedFromPeriodEnd(String field, int workdays) {
        sound(this::periodEnd)
                .flatMap(end -> end)
                .ifPresent(end -> known(field, () -> calendar.plusWorkdays(end, workdays)));
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw RuleViolation.at(field, MISSING);
        }
        return value;
    }

    private static void text(String field, String value, int longest) {
        if (value.isBlank()) {
            throw RuleViolation.at(field, MISSING);
        }
        length(field, value, longest);
    }

    private static void length(String field, String value, int longest) {
        if (value.length() > longest) {
            throw RuleViolation.at(field, "findings.round.tooLong", longest);
        }
    }

    private static int number(String field, @Nullable Integer value, int most) {
        int number = given(field, value);
        if (number < 0 || number > most) {
            throw RuleViolation.at(field, RANGE, 0, most);
        }
        return number;
    }

    /** What a field says, or empty where it is refused, which is said beside that field. */
    private static <T> Optional<T> sound(Supplier<T> field) {
        try {
            return Optional.of(field.get());
        } catch (RuleViolation saidBesideIt) {
            return Optional.empty();
        }
    }

    /** The day as the rule for rest days has it; refuses a year whose working days are not known. */
    private LocalDate settled(String field, LocalDate day) {
        return known(field, () -> {
            // A kept day is not looked at by the rule, but its working days are counted sooner or later.
            if (!calendar.covers(day.getYear())) {
                throw new NoCalendarData(day.getYear());
            }
            return calendar.settle(day, policy.restDayRule());
        });
    }

    private static LocalDate known(String field, Supplier<LocalDate> computation) {
        try {
            return computation.get();
        } catch (NoCalendarData unknown) {
            RuleViolation refusal = RuleViolation.at(field, unknown.key(), unknown.args());
            refusal.addSuppressed(unknown);
            throw refusal;
        }
    }
}
