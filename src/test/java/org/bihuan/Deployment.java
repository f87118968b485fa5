package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasurePlan;
import org.bihuan.rectification.MeasureResponsibility;
import org.bihuan.rectification.NewMeasure;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.Test;

/** Who answers for problems and measures, and their start. */
abstract class Deployment extends ClerkBed {

    private static final Submission YES = new Submission.Decided(Decision.approve("同意。"));
    private static final Responsibility NOBODY = new Responsibility(null, null, null, null, Set.of());

    @Test
    void naming_people_is_on_record_with_who_was_named_before_and_only_once() {
        accepted("EA2026");
        CaseNumber number = CaseNumber.problem("EA2026", 1);
        as.run(CLERK, () -> rounds.assign(number, named()));
        as.run(CLERK, () -> rounds.assign(number, named()));
        as.run(CLERK, () -> rounds.assign(number, others()));
        assertThat(trail.ofStream(number.value())).hasSize(2).last().satisfies(entry -> assertThat(entry.facts())
                .containsOnly(
                        Map.entry("lead", "分管领导"),
                        Map.entry("leadUnit", "社会工作办"),
                        Map.entry("leadUnitBefore", "党建办"),
                        Map.entry("unit", "社会工作办"),
                        Map.entry("unitBefore", "党建办"),
                        Map.entry("person", "社会办经办人"),
                        Map.entry("personBefore", "党建办经办人"),
                        Map.entry("supportBefore", "社会工作办")));
        assertThat(as.call(CLERK, () -> cases.measure(number.measure(1))).personResponsible())
                .isEqualTo(personId(OTHER_HANDLER));
    }

    @Test
    void a_measure_may_have_people_of_its_own_and_follow_its_problem_again() {
        accepted("EB2026");
        CaseNumber number = CaseNumber.problem("EB2026", 1);
        CaseNumber own = number.measure(2);
        as.run(
                CLERK,
                () -> rounds.assign(
                        number,
                        named(),
                        List.of(new MeasureResponsibility(
                                own, unitOf(OTHER_HANDLER), personId(OTHER_HANDLER), Set.of(unitOf(HANDLER))))));
        assertThat(as.call(CLERK, () -> cases.measure(own)).personResponsible()).isEqualTo(personId(OTHER_HANDLER));
        assertThat(as.call(CLERK, () -> cases.supportingUnits(own))).containsExactly(unitOf(HANDLER));
        assertThat(as.call(CLERK, () -> cases.measure(number.measure(1))).personResponsible())
                .isEqualTo(personId(HANDLER));
        assertThat(trail.ofStream(own.value())).singleElement().satisfies(entry -> assertThat(entry.facts())
                .containsEntry("person", "社会办经办人"));

        as.run(
                CLERK,
                () -> rounds.assign(number, named(), List.of(new MeasureResponsibility(own, null, null, Set.of()))));
        assertThat(as.call(CLERK, () -> cases.measure(own)).personResponsible()).isEqualTo(personId(HANDLER));
        assertThat(as.call(CLERK, () -> cases.supportingUnits(own))).isEmpty();
        List<MeasureResponsibility> byLead = Stream.of(number.measure(1), own)
                .map(measure -> new MeasureResponsibility(measure, unitOf(LEADER), personId(LEADER), Set.of()))
                .toList();
        assertThat(refusals(() -> as.run(CLERK, () -> rounds.assign(number, named(), byLead))))
                .containsExactly(
                        number.measure(1).value() + ".person findings.assign.measureByLead",
                        own.value() + ".person findings.assign.measureByLead");
    }

    @Test
    void naming_and_starting_are_one_act_and_happen_once() {
        accepted("FA2026");
        CaseNumber number = CaseNumber.problem("FA2026", 1);
        Responsibility halfNamed = new Responsibility(null, null, unitOf(HANDLER), personId(HANDLER), Set.of());
        refused(
                "rectification.problem.nobodyResponsible",
                () -> as.run(CLERK, () -> rounds.deploy(number, halfNamed, List.of())));
        assertThat(problem(number).personResponsible()).isNull();
        assertThat(trail.ofStream(number.value())).isEmpty();

        as.run(CLERK, () -> rounds.deploy(number, named(), List.of()));
        as.run(CLERK, () -> rounds.deploy(number, named(), List.of()));
        as.run(CLERK, () -> rounds.start(number));
        refused(
                "findings.assign.startedMeanwhile",
                () -> as.run(CLERK, () -> rounds.deploy(number, others(), List.of())));
        assertThat(timeline(number)).containsExactly("P01 problem.assigned", "P01 problem.started");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(number.value())
                        .count())
                .isOne();
        assertThat(item(HANDLER, number).lastEvent()).isEqualTo("problem.started");
    }

    @Test
    void several_problems_are_named_and_started_together_or_not_at_all() {
        accepted("GA2026");
        List<CaseNumber> all = List.of(
                CaseNumber.problem("GA2026", 1), CaseNumber.problem("GA2026", 2), CaseNumber.problem("GA2026", 3));
        as.run(CLERK, () -> rounds.assign(all.get(0), others()));
        Responsibility leaderAndUnit =
                new Responsibility(personId(LEADER), null, unitOf(HANDLER), personId(HANDLER), Set.of());
        Responsibility person = new Responsibility(null, null, null, personId(HANDLER), Set.of());
        assertThat(refusals(() -> as.run(CLERK, () -> rounds.assignAll(all, person, true))))
                .containsExactlyInAnyOrder(
                        "personResponsible [GA2026-P01]: findings.assign.notInUnit",
                        "responsibleUnit [GA2026-P02, GA2026-P03]: findings.assign.unitMissing",
                        "leadOfficial [GA2026-P02, GA2026-P03]: findings.assign.leadMissing");
        assertThat(problem(all.get(1)).personResponsible()).isNull();
        List<CaseNumber> unnamed = all.subList(1, 3);
        assertThat(refusals(() -> as.run(CLERK, () -> rounds.assignAll(unnamed, NOBODY, true))))
                .containsExactly(
                        "leadOfficial findings.assign.leadMissing",
                        "responsibleUnit findings.assign.unitMissing",
                        "personResponsible findings.assign.doerMissing");
        assertThat(problem(all.get(0)).state()).isEqualTo(ProblemState.IMPORTED);

        assertThat(as.<Integer>call(CLERK, () -> rounds.assignAll(all.subList(1, 3), leaderAndUnit, false)))
                .isZero();
        assertThat(problem(all.get(1)).leadUnit()).isEqualTo(unitOf(HANDLER));
        assertThat(as.<Integer>call(CLERK, () -> rounds.assignAll(all, NOBODY, true)))
                .isEqualTo(3);
        assertThat(as.<Integer>call(CLERK, () -> rounds.assignAll(all, NOBODY, true)))
                .isZero();
        assertThat(problem(all.get(0)).personResponsible()).isEqualTo(personId(OTHER_HANDLER));
        assertInboxIsWhatTheEngineSays();
    }

    /** Each with its field, and with the problems of which it is said where that is not all of them. */
    private static List<String> refusals(ThrowingCallable act) {
        return catchThrowableOfType(RuleViolation.class, act).all().stream()
                .map(refusal -> refusal.field() + " "
                        + (refusal.args().length == 2 && refusal.args()[1] instanceof RuleViolation within
                                ? refusal.args()[0] + ": " + within.key()
                                : refusal.key()))
                .toList();
    }

    @Test
    void open_work_of_a_running_case_goes_over_to_whoever_is_named() {
        accepted("HA2026");
        CaseNumber number = CaseNumber.problem("HA2026", 2);
        CaseNumber measure = number.measure(1);
        as.run(CLERK, () -> rounds.deploy(number, named(), List.of()));
        as.run(CLERK, () -> rounds.assign(number, others()));
        assertThat(item(OTHER_HANDLER, number)).satisfies(row -> {
            assertThat(row.unitName()).isEqualTo("社会工作办");
            assertThat(row.lastEvent()).isEqualTo("problem.assigned");
        });
        assertThat(as.call(HANDLER, () -> inbox.page(Inbox.Tab.ALL, number.value(), null, 0, 50)))
                .isEmpty();
        assertInboxIsWhatTheEngineSays();

        submit(
                OTHER_HANDLER,
                number,
                new Submission.Plan("原因。", "目标。", "标准。", List.of(planOf(measure, OTHER_HANDLER))));
        submit(LEADER, number, YES);
        as.run(CLERK, () -> rounds.assign(number, named()));
        submit(HANDLER, measure, new Submission.Acknowledge());
        handIn(measure, 1, "完成");
        refused(
                "findings.assign.measureJudged",
                () -> as.run(
                        CLERK,
                        () -> rounds.assign(
                                number,
                                named(),
                                List.of(new MeasureResponsibility(
                                        measure, unitOf(OTHER_HANDLER), personId(OTHER_HANDLER), Set.of())))));
        submit(HEAD, measure, YES);
        submit(VERIFIER, measure, YES);
        runJobs();
        as.run(CLERK, () -> rounds.assign(number, others()));
        assertThat(as.call(CLERK, () -> cases.measure(measure)).personResponsible())
                .isEqualTo(personId(HANDLER));
        assertThat(as.call(OTHER_HEAD, () -> inbox.page(Inbox.Tab.ALL, number.value(), null, 0, 50)))
                .extracting(WorkItemRow::kind, WorkItemRow::unitName)
                .containsExactly(tuple(WorkItemRow.Kind.CLAIM, "社会工作办"));
        assertInboxIsWhatTheEngineSays();

        submit(OTHER_HEAD, number, new Submission.Closure("小结。"));
        refused("findings.assign.closing", () -> as.run(CLERK, () -> rounds.assign(number, named())));
    }

    @Test
    void a_plan_and_an_added_measure_name_people_by_the_same_rules() {
        accepted("IC2026");
        CaseNumber number = CaseNumber.problem("IC2026", 2);
        as.run(CLERK, () -> rounds.deploy(number, named(), List.of()));
        assertThatThrownBy(() -> submit(
                        HANDLER,
                        number,
                        new Submission.Plan("原因。", "目标。", "标准。", List.of(planOf(number.measure(1), LEADER)))))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("findings.assign.measureByLead");
                    assertThat(refusal.field()).isEqualTo(number.measure(1).value() + ".person");
                });
        assertThat(refusals(() -> submit(HANDLER, number, new Submission.Plan(" ", "目标。", "", List.of()))))
                .containsExactly(
                        "causeAnalysis rectification.plan.textMissing",
                        "closureStandard rectification.plan.textMissing");
        MeasurePlan poor = new MeasurePlan(
                number.measure(1),
                " ",
                MeasureKind.TIME_LIMITED,
                LocalDate.now(clock),
                unitOf(LEADER),
                personId(LEADER));
        assertThat(refusals(() -> submit(HANDLER, number, new Submission.Plan("原因。", "目标。", "标准。", List.of(poor)))))
                .containsExactly(
                        poor.measure().value() + ".standard rectification.plan.noStandard",
                        poor.measure().value() + ".due rectification.plan.duePast",
                        poor.measure().value() + ".person findings.assign.measureByLead");
        refused(
                "findings.assign.notInUnit",
                () -> as.run(
                        CLERK,
                        () -> work.addMeasure(
                                number,
                                new NewMeasure(
                                        "建立台账。",
                                        "建立台账。",
                                        "台账齐全。",
                                        MeasureKind.TIME_LIMITED,
                                        Set.of(),
                                        DUE,
                                        unitOf(HANDLER),
                                        personId(OTHER_HANDLER)))));
        assertThat(as.call(CLERK, () -> cases.measures(number))).hasSize(1);
    }

    private MeasurePlan planOf(CaseNumber measure, String login) {
        return new MeasurePlan(measure, "制度已印发。", MeasureKind.TIME_LIMITED, DUE, unitOf(login), personId(login));
    }
}
