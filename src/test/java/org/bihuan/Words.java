package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasurePlan;
import org.bihuan.rectification.NewMeasure;
import org.bihuan.rectification.Submission;
import org.bihuan.rectification.Wording;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The longest words that a form takes are stored whole, one more is refused beside its field; so are dates. */
abstract class Words extends LoopBed {

    /** No calendar is published for it. */
    private static final LocalDate UNKNOWN = LocalDate.of(2028, 1, 4);

    @Autowired
    OrganisationAdministration administration;

    private static String words(int length) {
        return "整".repeat(length);
    }

    @Test
    void the_longest_words_are_stored_and_longer_ones_refused() {
        CaseNumber problem = started("WA2026");
        CaseNumber measure = problem.measure(1);
        String longest = words(Wording.LONG);
        submit(HANDLER, problem, planOf(problem, longest, DUE));
        submit(LEADER, problem, new Submission.Decided(Decision.approve(words(Decision.OPINION_LIMIT))));
        runJobs();
        submit(HANDLER, measure, new Submission.Acknowledge());
        refusedAt("report rectification.plan.textTooLong", () -> handIn(measure, 1, words(Wording.LONG + 1)));
        submit(HANDLER, measure, new Submission.CarryOut(longest));
        String name = "长".repeat(120);
        as.run(admin(), () -> administration.renamePerson(personId(HEAD), "党建办主任", name));
        submit(HEAD, measure, new Submission.Decided(Decision.sendBack(words(Decision.OPINION_LIMIT), null)));
        assertThat(as.call(HANDLER, () -> cases.measure(measure)).report()).isEqualTo(longest);
        assertThat(jdbc.queryForList(
                        "select returned_by from rect_measure where case_number = ?", String.class, measure.value()))
                .containsExactly(name);
        refusedAt(
                "reason rectification.plan.textTooLong",
                () -> as.run(VERIFIER, () -> work.moveDue(measure, LATER_DUE, words(Wording.REASON + 1))));
        as.run(VERIFIER, () -> work.moveDue(measure, LATER_DUE, words(Wording.REASON)));
    }

    @Test
    void an_added_measure_is_held_to_the_rules_of_the_round() {
        CaseNumber problem = started("WB2026");
        refusedAt(
                "heading rectification.plan.textTooLong, content rectification.plan.textMissing,"
                        + " due rectification.decision.newDuePast",
                () -> add(problem, words(Wording.HEADING + 1), " ", MONDAY));
        refusedAt("due calendar.noData", () -> add(problem, "建立台账", "建立台账。", UNKNOWN));
        CaseNumber added = add(problem, words(Wording.HEADING), words(Wording.LONG), DUE);
        assertThat(as.call(CLERK, () -> cases.measure(added)).due()).isEqualTo(DUE);
        assertThat(as.call(CLERK, () -> cases.measure(added)).requiredEvidence())
                .containsExactly(EvidenceKind.DOCUMENT);
        jdbc.update("update rect_round set rest_day_rule = 'NEXT_WORKDAY' where code = 'WB2026'");
        CaseNumber holiday = add(problem, "五一前后走访", "走访二十户。", LocalDate.of(2026, 5, 2));
        assertThat(as.call(CLERK, () -> cases.measure(holiday)).due()).isEqualTo(LocalDate.of(2026, 5, 6));
    }

    @Test
    void a_date_whose_year_has_no_calendar_is_refused_when_it_is_set() {
        CaseNumber problem = started("WC2026");
        refusedAt(
                problem.measure(1).value() + ".due calendar.noData",
                () -> submit(HANDLER, problem, planOf(problem, "标准。", UNKNOWN)));
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, new Submission.Decided(Decision.approve("同意。")));
        runJobs();
        refusedAt(
                "newDue calendar.noData",
                () -> as.run(VERIFIER, () -> work.moveDue(problem.measure(1), UNKNOWN, "等待批复。")));
    }

    @Test
    void a_date_further_ahead_than_anybody_plans_is_taken_for_a_slip() {
        CaseNumber problem = started("WD2026");
        LocalDate slip = MONDAY.plusMonths(24).plusDays(1);
        refusedAt("due rectification.due.tooFar", () -> add(problem, "建立台账", "建立台账。", slip));
        refusedAt(
                problem.measure(1).value() + ".due rectification.due.tooFar",
                () -> submit(HANDLER, problem, planOf(problem, "标准。", slip)));
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, new Submission.Decided(Decision.approve("同意。")));
        runJobs();
        refusedAt(
                "newDue rectification.due.tooFar",
                () -> as.run(VERIFIER, () -> work.moveDue(problem.measure(1), slip, "等待批复。")));
    }

    private Submission.Plan planOf(CaseNumber problem, String words, LocalDate due) {
        List<MeasurePlan> lines = Stream.of(problem.measure(1), problem.measure(2))
                .map(measure -> new MeasurePlan(
                        measure,
                        words,
                        MeasureKind.TIME_LIMITED,
                        measure.equals(problem.measure(1)) ? due : LATER_DUE,
                        unitOf(HANDLER),
                        personId(HANDLER)))
                .toList();
        return new Submission.Plan(words, words, words, lines);
    }

    private CaseNumber add(CaseNumber problem, String heading, String content, LocalDate due) {
        NewMeasure draft = new NewMeasure(heading, content, null, MeasureKind.TIME_LIMITED, Set.of(), due, null, null);
        return as.call(CLERK, () -> work.addMeasure(problem, draft));
    }

    private static void refusedAt(String fields, ThrowingCallable act) {
        RuleViolation refusal = catchThrowableOfType(RuleViolation.class, act);
        assertThat(refusal.all().stream()
                        .map(one -> one.field() + " " + one.key())
                        .toList())
                .containsExactly(fields.split(", *"));
    }
}
