package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bihuan.rectification.Fixtures.AT;
import static org.bihuan.rectification.Fixtures.assertRefused;
import static org.bihuan.rectification.Fixtures.policy;
import static org.bihuan.rectification.Fixtures.round;

import java.time.LocalDate;
import java.util.List;

import org.bihuan.calendar.RestDayRule;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTest {

    @ParameterizedTest
    @ValueSource(strings = {"XH2025", "AB2025B", "ABCDEFGH2030"})
    void takes_a_code_that_case_numbers_can_begin_with(String code) {
        assertThat(policy().code(code).round().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X2025", "xh2025", "XH25", "XH2025BB", "ABCDEFGHI2025", "XH2025-P01"})
    void refuses_any_other_code_beside_its_field(String code) {
        assertThat(assertRefused("rectification.round.code", () -> policy().code(code)
                                .round())
                        .field())
                .isEqualTo("code");
    }

    @Test
    void refuses_a_plan_due_before_the_feedback_and_takes_one_on_the_same_day() {
        LocalDate day = LocalDate.of(2026, 7, 1);
        assertThat(assertRefused("rectification.round.planBeforeFeedback", () -> policy().feedback(day)
                                .planDue(day.minusDays(1))
                                .round())
                        .field())
                .isEqualTo("planDue");
        assertThat(policy().feedback(day).planDue(day).round().planDue()).isEqualTo(day);
    }

    @Test
    void refuses_a_feedback_that_has_not_taken_place_and_takes_one_of_today() {
        LocalDate day = LocalDate.of(2026, 7, 1);
        assertThat(assertRefused("findings.round.feedbackInFuture", () -> policy().feedback(day)
                                .today(day.minusDays(1))
                                .round())
                        .field())
                .isEqualTo("feedbackDate");
        assertThat(policy().feedback(day).today(day).round().view().feedbackDate())
                .isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 25})
    void refuses_a_period_that_is_none(int months) {
        assertThat(assertRefused("rectification.round.period", () -> policy().months(months)
                                .round())
                        .field())
                .isEqualTo("periodMonths");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 24})
    void counts_the_period_in_months_from_the_feedback(int months) {
        assertThat(policy().months(months).round().periodEnd())
                .isEqualTo(LocalDate.of(2026, 7, 1).plusMonths(months));
    }

    @Test
    void refuses_a_report_due_before_the_plan() {
        LocalDate planDue = LocalDate.of(2026, 8, 1);
        assertThat(assertRefused("rectification.round.reportBeforePlan", () -> policy().planDue(planDue)
                                .reportDue(planDue.minusDays(1))
                                .round())
                        .field())
                .isEqualTo("reportDue");
        assertThat(policy().planDue(planDue).reportDue(planDue).round().view().reportDue())
                .isEqualTo(planDue);
    }

    @Test
    void refuses_a_plan_or_report_due_in_a_year_that_can_only_be_a_slip() {
        LocalDate last = LocalDate.of(2028, 7, 1);
        assertThat(assertRefused("rectification.round.tooFar", () -> policy().reportDue(last.plusDays(1))
                                .round())
                        .field())
                .isEqualTo("reportDue");
        assertThat(assertRefused("rectification.round.tooFar", () -> policy().planDue(last.plusDays(1))
                                .round())
                        .field())
                .isEqualTo("planDue");
        assertThat(policy().reportDue(last)
                        .rule(RestDayRule.KEEP)
                        .round()
                        .view()
                        .reportDue())
                .isEqualTo(last);
    }

    @Test
    void settles_its_dates_by_its_own_rule_for_rest_days() {
        Round kept = policy().rule(RestDayRule.KEEP).round();
        Round moved = policy().rule(RestDayRule.NEXT_WORKDAY).round();
        assertThat(moved.planDue()).isEqualTo(kept.planDue().plusDays(1));
        assertThat(moved.periodEnd()).isEqualTo(kept.periodEnd().plusDays(1));
        assertThat(moved.view().reportDue()).isEqualTo(kept.view().reportDue().plusDays(1));
    }

    @Test
    void is_accepted_once() {
        Round round = round();
        round.accepted(AT);
        assertRefused("rectification.round.acceptedAlready", () -> round.accepted(AT));
    }

    @Test
    void refuses_an_inspection_that_ends_before_it_begins_or_after_the_feedback() {
        LocalDate day = LocalDate.of(2026, 6, 1);
        assertThat(assertRefused("findings.round.inspectionEndsBefore", () -> policy().inspected(day, day.minusDays(1))
                                .round())
                        .field())
                .isEqualTo("inspectionTo");
        assertThat(assertRefused("findings.round.feedbackBeforeInspection", () -> policy().inspected(
                                        day, LocalDate.of(2026, 7, 2))
                                .round())
                        .field())
                .isEqualTo("feedbackDate");
        assertThat(policy().inspected(day, day).round().view().inspectionTo()).isEqualTo(day);
    }

    @Test
    void refuses_texts_that_are_missing_or_too_long_and_numbers_out_of_range() {
        assertThat(assertRefused("findings.round.missing", () -> policy().title(" ")
                                .round())
                        .field())
                .isEqualTo("title");
        assertThat(assertRefused("findings.round.tooLong", () -> policy().title("长".repeat(301))
                                .round())
                        .field())
                .isEqualTo("title");
        assertThat(assertRefused("findings.round.range", () -> policy().remind(61)
                                .round())
                        .field())
                .isEqualTo("remindBefore");
    }

    @Test
    void all_that_is_wrong_is_refused_at_once_each_beside_its_field() {
        assertThat(fields(policy().code("x")
                        .title(" ")
                        .feedback(null)
                        .months(0)
                        .reportDue(LocalDate.of(2026, 7, 31))
                        .remind(61)
                        .escalate(-1)))
                .containsExactly(
                        "code", "title", "feedbackDate", "periodMonths", "reportDue", "remindBefore", "escalateAfter");
    }

    @Test
    void what_only_follows_from_another_fields_fault_is_not_said_as_well() {
        assertThat(fields(policy().knownUntil(2027).feedback(LocalDate.of(2096, 7, 1))))
                .containsExactly("feedbackDate");
        assertThat(fields(policy().knownUntil(2027).months(24))).containsExactly("periodMonths");
    }

    private static List<@Nullable String> fields(Fixtures.PolicyBuilder policy) {
        return catchThrowableOfType(RuleViolation.class, policy::round).all().stream()
                .map(RuleViolation::field)
                .toList();
    }

    @Test
    void refuses_a_year_without_calendar_data_beside_the_date_that_reaches_into_it() {
        assertThat(noData(policy().knownUntil(2026)
                        .planDue(LocalDate.of(2026, 12, 31))
                        .months(7)))
                .isEqualTo("periodMonths");
        assertThat(noData(policy().knownUntil(2026)
                        .planDue(LocalDate.of(2027, 1, 4))
                        .months(3)))
                .isEqualTo("planDue");
        assertThat(noData(policy().knownUntil(2026).months(3).reportDue(LocalDate.of(2027, 1, 4))))
                .isEqualTo("reportDue");
        assertThat(noData(policy().knownUntil(2026)
                        .feedback(LocalDate.of(2026, 9, 30))
                        .planDue(LocalDate.of(2026, 10, 30))
                        .reportDue(LocalDate.of(2026, 12, 31))
                        .months(3)
                        .escalate(2)))
                .isEqualTo("escalateAfter");
    }

    private static @Nullable String noData(Fixtures.PolicyBuilder policy) {
        return assertRefused("calendar.noData", policy::round).field();
    }
}
