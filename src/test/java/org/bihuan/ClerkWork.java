package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.calendar.RestDayRule;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.FindingsDesk;
import org.bihuan.rectification.FindingsDesk.Half;
import org.bihuan.rectification.FindingsDesk.OnDesk;
import org.bihuan.rectification.FindingsEditor;
import org.bihuan.rectification.MeasureResponsibility;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.ProblemView;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.RoundPolicy;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.RuleViolation;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clerk's work on a round: the document on the desk, acceptance, responsibilities, deployment. */
abstract class ClerkWork extends LoopBed {

    private static final Submission YES = new Submission.Decided(Decision.approve("同意。"));
    private static final Responsibility NOBODY = new Responsibility(null, null, null, null, Set.of());

    private static final String DOCUMENT = """
            关于某街道巡察整改情况的通报
            一、反馈意见整改情况
            （一）关于作风方面的整改
            1. 针对服务不到位的问题。一是走访 20 户。二是制定《走访办法》。
            2. 针对效率不高的问题。压缩时限，提高效率。
            （二）关于纪律方面的整改
            1. 针对考勤不严的问题。严格考勤，每月通报。
            """;

    @Autowired
    FindingsDesk desk;

    @BeforeEach
    void clear() {
        as.run(CLERK, desk::putAway);
    }

    private static RoundPolicy policy(String code) {
        return new RoundPolicy(
                code,
                "街道党工委巡察整改",
                "街道党工委",
                "区委第一巡察组",
                null,
                null,
                MONDAY.minusDays(3),
                MONDAY.plusMonths(1),
                6,
                MONDAY.plusMonths(6),
                RestDayRule.KEEP,
                10,
                1,
                6);
    }

    private OnDesk onDesk() {
        return as.call(CLERK, () -> desk.begin(DOCUMENT));
    }

    /** A round of three problems. */
    private void accepted(String code) {
        as.run(CLERK, () -> rounds.accept(policy(code), findings.parseText(DOCUMENT), false));
    }

    private Responsibility named() {
        return new Responsibility(
                personId(LEADER), unitOf(HANDLER), unitOf(HANDLER), personId(HANDLER), Set.of(unitOf(OTHER_HANDLER)));
    }

    private Responsibility others() {
        return new Responsibility(
                personId(LEADER), unitOf(OTHER_HANDLER), unitOf(OTHER_HANDLER), personId(OTHER_HANDLER), Set.of());
    }

    private int count(String table) {
        Integer rows = jdbc.queryForObject("select count(*) from " + table, Integer.class);
        return rows == null ? 0 : rows;
    }

    private ProblemView problem(CaseNumber number) {
        return as.call(CLERK, () -> cases.problem(number));
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }

    @Test
    void work_on_a_document_is_kept_between_windows_and_enters_no_round() {
        int before = count("rect_problem");
        OnDesk first = onDesk();
        FindingsEditor editor = new FindingsEditor(first.half().draft());
        editor.correct(first.half().draft().measures().get(0).id(), "一是走访 35 户。");
        as.run(CLERK, () -> desk.keep(first, new Half(editor.draft(), Map.of("code", "AA2026"))));

        OnDesk again = as.call(CLERK, () -> desk.find()).orElseThrow();
        assertThat(again.source()).isEqualTo(DOCUMENT);
        assertThat(again.half().draft()).isEqualTo(editor.draft());
        assertThat(again.half().form()).containsEntry("code", "AA2026");
        assertThat(count("rect_problem")).isEqualTo(before);
    }

    @Test
    void a_window_that_shows_an_old_state_changes_and_accepts_nothing() {
        OnDesk first = onDesk();
        OnDesk second = as.call(CLERK, () -> desk.keep(first, first.half()));
        refused("findings.desk.elsewhere", () -> as.run(CLERK, () -> desk.keep(first, first.half())));
        refused("findings.desk.elsewhere", () -> as.run(CLERK, () -> desk.accept(first, policy("AB2026"))));
        as.run(CLERK, () -> desk.accept(second, policy("AB2026")));
        refused("findings.desk.elsewhere", () -> as.run(CLERK, () -> desk.keep(second, second.half())));
        refused("findings.desk.elsewhere", () -> as.run(CLERK, () -> desk.accept(second, policy("AC2026"))));
        assertThat(as.call(CLERK, () -> desk.find())).isEmpty();
    }

    @Test
    void a_document_that_cannot_be_read_leaves_the_one_on_the_desk() {
        OnDesk first = onDesk();
        refused("findings.noFindings", () -> as.run(CLERK, () -> desk.begin("今天天气很好。")));
        refused("findings.empty", () -> as.run(CLERK, () -> desk.begin("  ")));
        refused(
                "findings.desk.tooLarge",
                () -> as.run(CLERK, () -> desk.begin(DOCUMENT + "长句。".repeat(350_000))));
        StringBuilder endless = new StringBuilder("一、反馈意见整改情况\n（一）关于作风方面的整改\n");
        for (int i = 1; i <= 1001; i++) {
            endless.append(i).append(". 针对服务不到位的问题。走访群众，听取意见。\n");
        }
        refused("findings.desk.tooMany", () -> as.run(CLERK, () -> desk.begin(endless.toString())));
        assertThat(as.call(CLERK, () -> desk.find()).orElseThrow().id()).isEqualTo(first.id());
    }

    @Test
    void acceptance_stores_everything_and_clears_the_desk() {
        OnDesk first = onDesk();
        as.run(CLERK, () -> desk.accept(first, policy("BA2026")));
        List<MeasureView> measures = as.call(CLERK, () -> cases.measures(CaseNumber.problem("BA2026", 1)));
        assertThat(measures).extracting(MeasureView::content).containsExactly("一是走访 20 户。", "二是制定《走访办法》。");
        assertThat(jdbc.queryForList(
                        "select title from rect_document where case_number = 'BA2026-P01-M02'", String.class))
                .containsExactly("《走访办法》");
        assertThat(trail.ofStream("round:BA2026")).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("round.accepted");
            assertThat(entry.facts()).containsEntry("problems", "3").containsEntry("measures", "4");
        });
        assertThat(as.call(CLERK, () -> desk.find())).isEmpty();
    }

    @Test
    void refused_acceptance_stores_nothing_and_keeps_the_desk() {
        accepted("BB2026");
        List<Integer> before = List.of(count("rect_round"), count("rect_problem"), count("rect_quantity"));
        OnDesk first = onDesk();
        refused("rectification.round.codeTaken", () -> as.run(CLERK, () -> desk.accept(first, policy("BB2026"))));
        refused("rectification.round.code", () -> as.run(CLERK, () -> desk.accept(first, policy("bb"))));
        FindingsEditor editor = new FindingsEditor(first.half().draft());
        editor.correct(first.half().draft().problems().get(2).id(), "长".repeat(1001));
        OnDesk tooLong = as.call(CLERK, () -> desk.keep(first, new Half(editor.draft(), Map.of())));
        refused("findings.warn.problemTooLong", () -> as.run(CLERK, () -> desk.accept(tooLong, policy("BC2026"))));
        assertThat(List.of(count("rect_round"), count("rect_problem"), count("rect_quantity")))
                .isEqualTo(before);
        assertThat(as.call(CLERK, () -> desk.find())).isPresent();
    }

    @Test
    void accepting_twice_at_the_same_moment_makes_one_round() throws Exception {
        OnDesk first = onDesk();
        List<Throwable> answers = atOnce(
                () -> as.run(CLERK, () -> desk.accept(first, policy("CA2026"))),
                () -> as.run(CLERK, () -> desk.accept(first, policy("CA2026"))));
        assertThat(answers).filteredOn(answer -> answer == null).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer != null).allSatisfy(lost -> assertThat(lost)
                .isInstanceOf(AlreadyDone.class));
        assertThat(jdbc.queryForObject(
                        "select count(*) from rect_problem where case_number like 'CA2026%'", Integer.class))
                .isEqualTo(3);
    }

    /** Two acts at the same moment; what each threw, or null. */
    private static List<Throwable> atOnce(Runnable one, Runnable other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Throwable>> acts = new ArrayList<>();
            for (Runnable act : List.of(one, other)) {
                acts.add(() -> catchThrowable(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    act.run();
                }));
            }
            List<Throwable> answers = new ArrayList<>();
            for (Future<Throwable> answer : two.invokeAll(acts)) {
                answers.add(answer.get(1, TimeUnit.MINUTES));
            }
            return answers;
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void nobody_but_the_clerk_works_at_the_desk_or_names_people() {
        OnDesk first = onDesk();
        accepted("DA2026");
        CaseNumber number = CaseNumber.problem("DA2026", 1);
        List<Runnable> acts = List.of(
                () -> desk.find(),
                () -> desk.begin(DOCUMENT),
                () -> desk.keep(first, first.half()),
                () -> desk.putAway(),
                () -> desk.accept(first, policy("DB2026")),
                () -> rounds.suggest(first.half().draft().header()),
                () -> rounds.preview(policy("DB2026")),
                () -> rounds.accept(policy("DB2026"), first.half().draft(), false),
                () -> rounds.assign(number, named()),
                () -> rounds.deploy(number, named(), List.of()),
                () -> rounds.assignAll(List.of(number), named(), true),
                () -> rounds.start(number));
        for (Runnable act : acts) {
            assertThatThrownBy(() -> as.run(VERIFIER, act)).isInstanceOf(Forbidden.class);
        }
        assertThat(as.call(CLERK, () -> desk.find())).isPresent();
        assertThat(problem(number).state()).isEqualTo(ProblemState.IMPORTED);
    }

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
        as.run(CLERK, () -> rounds.assign(
                number,
                named(),
                List.of(new MeasureResponsibility(
                        own, unitOf(OTHER_HANDLER), personId(OTHER_HANDLER), Set.of(unitOf(HANDLER))))));
        assertThat(as.call(CLERK, () -> cases.measure(own)).personResponsible()).isEqualTo(personId(OTHER_HANDLER));
        assertThat(as.call(CLERK, () -> cases.supportingUnits(own))).containsExactly(unitOf(HANDLER));
        assertThat(as.call(CLERK, () -> cases.measure(number.measure(1))).personResponsible())
                .isEqualTo(personId(HANDLER));
        assertThat(trail.ofStream(own.value()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts()).containsEntry("person", "社会办经办人"));

        as.run(CLERK, () -> rounds.assign(
                number, named(), List.of(new MeasureResponsibility(own, null, null, Set.of()))));
        assertThat(as.call(CLERK, () -> cases.measure(own)).personResponsible()).isEqualTo(personId(HANDLER));
        assertThat(as.call(CLERK, () -> cases.supportingUnits(own))).isEmpty();
        refused(
                "findings.assign.measureByLead",
                () -> as.run(CLERK, () -> rounds.assign(
                        number,
                        named(),
                        List.of(new MeasureResponsibility(own, unitOf(LEADER), personId(LEADER), Set.of())))));
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
        List<CaseNumber> all =
                List.of(CaseNumber.problem("GA2026", 1), CaseNumber.problem("GA2026", 2), CaseNumber.problem("GA2026", 3));
        as.run(CLERK, () -> rounds.assign(all.get(0), others()));
        Responsibility leaderAndUnit =
                new Responsibility(personId(LEADER), null, unitOf(HANDLER), personId(HANDLER), Set.of());
        Responsibility person = new Responsibility(null, null, null, personId(HANDLER), Set.of());
        refused("findings.assign.notInUnit", () -> as.run(CLERK, () -> rounds.assignAll(all, person, true)));
        assertThat(problem(all.get(1)).personResponsible()).isNull();
        refused(
                "rectification.problem.nobodyResponsible",
                () -> as.run(CLERK, () -> rounds.assignAll(all, NOBODY, true)));
        assertThat(problem(all.get(0)).state()).isEqualTo(ProblemState.IMPORTED);

        assertThat(as.<Integer>call(CLERK, () -> rounds.assignAll(all.subList(1, 3), leaderAndUnit, false)))
                .isZero();
        assertThat(problem(all.get(1)).leadUnit()).isEqualTo(unitOf(HANDLER));
        assertThat(as.<Integer>call(CLERK, () -> rounds.assignAll(all, NOBODY, true))).isEqualTo(3);
        assertThat(as.<Integer>call(CLERK, () -> rounds.assignAll(all, NOBODY, true))).isZero();
        assertThat(problem(all.get(0)).personResponsible()).isEqualTo(personId(OTHER_HANDLER));
        assertInboxIsWhatTheEngineSays();
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

        submit(OTHER_HANDLER, number, new Submission.Plan(
                "原因。", "目标。", "标准。", List.of(planOf(measure, OTHER_HANDLER))));
        submit(LEADER, number, YES);
        as.run(CLERK, () -> rounds.assign(number, named()));
        submit(HANDLER, measure, new Submission.Acknowledge());
        handIn(measure, 1, "完成");
        refused(
                "findings.assign.measureJudged",
                () -> as.run(CLERK, () -> rounds.assign(
                        number,
                        named(),
                        List.of(new MeasureResponsibility(
                                measure, unitOf(OTHER_HANDLER), personId(OTHER_HANDLER), Set.of())))));
        submit(HEAD, measure, YES);
        submit(VERIFIER, measure, YES);
        runJobs();
        as.run(CLERK, () -> rounds.assign(number, others()));
        assertThat(as.call(CLERK, () -> cases.measure(measure)).personResponsible()).isEqualTo(personId(HANDLER));
        assertThat(as.call(OTHER_HEAD, () -> inbox.page(Inbox.Tab.ALL, number.value(), null, 0, 50)))
                .extracting(WorkItemRow::kind, WorkItemRow::unitName)
                .containsExactly(tuple(WorkItemRow.Kind.CLAIM, "社会工作办"));
        assertInboxIsWhatTheEngineSays();

        submit(OTHER_HEAD, number, new Submission.Closure("小结。"));
        refused("findings.assign.closing", () -> as.run(CLERK, () -> rounds.assign(number, named())));
    }

    private org.bihuan.rectification.MeasurePlan planOf(CaseNumber measure, String login) {
        return new org.bihuan.rectification.MeasurePlan(
                measure,
                "制度已印发。",
                org.bihuan.rectification.MeasureKind.TIME_LIMITED,
                DUE,
                unitOf(login),
                personId(login));
    }

    @Test
    void a_new_round_starts_from_what_the_document_says_and_from_the_habits_of_the_round_before() {
        accepted("XH2026");
        var suggestion = as.call(CLERK, () -> rounds.suggest(findings.parseText("""
                        中共某市某区新虹街道工作委员会
                        关于巡察整改进展情况的通报
                        区委第二巡察组于2026年1月5日至2026年3月6日进行了巡察，并于2026年4月1日反馈了巡察意见。
                        """ + DOCUMENT).header()));
        assertThat(suggestion.code()).isEqualTo("XH2026A");
        assertThat(suggestion.inspectedOrg()).isEqualTo("中共某市某区新虹街道工作委员会");
        assertThat(suggestion.inspectionTeam()).isEqualTo("区委第二巡察组");
        assertThat(suggestion.feedbackDate()).isEqualTo("2026-04-01");
        assertThat(suggestion.planAfterMonths()).isEqualTo(1);
        assertThat(suggestion.periodMonths()).isEqualTo(6);
    }

    @Test
    void the_dates_are_shown_before_acceptance_and_a_year_without_calendar_is_refused() {
        RoundPolicy policy = policy("IA2026");
        var preview = as.call(CLERK, () -> rounds.preview(policy));
        assertThat(preview.round().periodEnd()).isEqualTo("2026-07-02");
        assertThat(preview.remindOn()).isEqualTo("2026-06-17");
        assertThat(preview.escalateOn()).isEqualTo("2026-07-03");
        RoundPolicy far = new RoundPolicy(
                "IA2026", "轮次", "党工委", null, null, null, MONDAY, MONDAY.plusMonths(1), 24, MONDAY.plusMonths(6),
                RestDayRule.KEEP, 10, 1, 6);
        assertThatThrownBy(() -> as.run(CLERK, () -> rounds.preview(far)))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("calendar.noData");
                    assertThat(refusal.field()).isEqualTo("periodMonths");
                });
    }
}
