package org.bihuan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.bihuan.calendar.RestDayRule;
import org.bihuan.findings.DocumentKind;
import org.bihuan.findings.FindingsEditor;
import org.bihuan.findings.HalfDone;
import org.bihuan.rectification.CaseDocument;
import org.bihuan.rectification.CaseFigure;
import org.bihuan.rectification.CaseSource;
import org.bihuan.rectification.FindingsDesk;
import org.bihuan.rectification.FindingsDesk.OnDesk;
import org.bihuan.rectification.Ledger;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.RoundPolicy;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The document on the clerk's desk, and its acceptance as a round. */
abstract class ClerkDesk extends ClerkBed {

    @Autowired
    FindingsDesk desk;

    @Autowired
    Ledger ledger;

    @BeforeEach
    void clear() {
        as.run(CLERK, desk::putAway);
    }

    private OnDesk onDesk() {
        return as.call(CLERK, () -> desk.begin(DOCUMENT));
    }

    private int count(String table) {
        Integer rows = jdbc.queryForObject("select count(*) from " + table, Integer.class);
        return rows == null ? 0 : rows;
    }

    @Test
    void work_on_a_document_is_kept_between_windows_and_enters_no_round() {
        int before = count("rect_problem");
        OnDesk first = onDesk();
        FindingsEditor editor = new FindingsEditor(first.half().draft());
        editor.correct(first.half().draft().measures().get(0).id(), "一是走访 35 户。");
        as.run(CLERK, () -> desk.keep(first, new HalfDone(editor.draft(), Map.of("code", "AA2026"), "")));

        OnDesk again = as.call(CLERK, () -> desk.find()).orElseThrow();
        assertThat(again.source()).isEqualTo(DOCUMENT);
        assertThat(again.half().draft()).isEqualTo(editor.draft());
        assertThat(again.half().form()).containsEntry("code", "AA2026");
        assertThat(count("rect_problem")).isEqualTo(before);
    }

    @Test
    void text_that_has_been_pasted_and_not_read_is_kept_until_it_is_read() {
        OnDesk pasted = as.call(CLERK, () -> desk.paste("一、还没有读"));
        assertThat(pasted.read()).isFalse();
        OnDesk more = as.call(
                CLERK, () -> desk.keep(pasted, new HalfDone(pasted.half().draft(), Map.of(), "一、还没有读取的正文")));
        OnDesk found = as.call(CLERK, () -> desk.find()).orElseThrow();
        assertThat(found.read()).isFalse();
        assertThat(found.half().unread()).isEqualTo("一、还没有读取的正文");
        refused("findings.desk.elsewhere", () -> as.run(CLERK, () -> desk.paste("另一个窗口")));
        refused("findings.desk.elsewhere", () -> as.run(CLERK, () -> desk.keep(pasted, pasted.half())));
        refused("findings.accept.nothing", () -> as.run(CLERK, () -> desk.accept(more, policy("AD2026"))));
        onDesk();
        assertThat(as.call(CLERK, () -> desk.find()).orElseThrow().half().unread())
                .isEmpty();
    }

    @Test
    void text_that_is_too_long_to_be_kept_is_refused_and_what_was_kept_stays() {
        refused("findings.desk.tooLarge", () -> as.run(CLERK, () -> desk.paste("长".repeat(1_000_001))));
        assertThat(as.call(CLERK, () -> desk.find())).isEmpty();
        OnDesk first = onDesk();
        HalfDone half = new HalfDone(first.half().draft(), Map.of(), "长".repeat(1_000_001));
        refused("findings.desk.tooLarge", () -> as.run(CLERK, () -> desk.keep(first, half)));
        assertThat(as.call(CLERK, () -> desk.find()).orElseThrow().half().unread())
                .isEmpty();
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
        refused("findings.desk.tooLarge", () -> as.run(CLERK, () -> desk.begin(DOCUMENT + "长句。".repeat(350_000))));
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
        CaseNumber problem = CaseNumber.problem("BA2026", 1);
        Map<CaseNumber, CaseSource> sources = as.call(CLERK, () -> cases.sources(problem));
        assertThat(sources).containsOnlyKeys(problem.measure(1), problem.measure(2));
        assertThat(as.call(CLERK, () -> cases.sources(problem.measure(1))))
                .containsOnly(entry(problem.measure(1), requireNonNull(sources.get(problem.measure(1)))));
        assertThat(requireNonNull(sources.get(problem.measure(1))).figures())
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.amount()).isEqualByComparingTo("20");
                    assertThat(figure.unit()).isEqualTo("户");
                    assertThat(figure.clause()).contains("走访");
                    assertThat(figure.growth() || figure.approximate()).isFalse();
                });
        assertThat(requireNonNull(sources.get(problem.measure(2))).documents())
                .containsExactly(new CaseDocument("《走访办法》", DocumentKind.NEW, null));
        assertThat(trail.ofStream("round:BA2026")).singleElement().satisfies(accepted -> {
            assertThat(accepted.action()).isEqualTo("round.accepted");
            assertThat(accepted.facts()).containsEntry("problems", "3").containsEntry("measures", "4");
        });
        assertThat(as.call(CLERK, () -> desk.find())).isEmpty();
    }

    @Test
    void what_is_told_of_the_round_as_a_whole_stands_with_the_round_and_with_no_problem() {
        String told = "关于某街道巡察整改情况的通报\n一、整改工作组织情况\n召开专题会议 3 次，制定《整改工作方案》。\n二、"
                + DOCUMENT.substring(DOCUMENT.indexOf("反馈意见整改情况"));
        as.run(CLERK, () -> rounds.accept(policy("BF2026"), findings.parseText(told), false));
        accepted("BG2026");
        CaseSource round = as.call(HANDLER, () -> ledger.source("BF2026"));
        assertThat(round.figures()).extracting(CaseFigure::clause).containsExactly("召开专题会议 3 次");
        assertThat(round.documents()).containsExactly(new CaseDocument("《整改工作方案》", DocumentKind.NEW, null));
        CaseNumber problem = CaseNumber.problem("BF2026", 1);
        assertThat(as.call(CLERK, () -> cases.sources(problem)))
                .containsOnlyKeys(problem.measure(1), problem.measure(2));
        assertThat(as.call(CLERK, () -> ledger.source("BG2026")).isEmpty()).isTrue();
        assertThatThrownBy(() -> as.run(CLERK, () -> ledger.source("BH2026"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as.run(OTHER_HANDLER, () -> cases.sources(problem)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void refused_acceptance_stores_nothing_and_keeps_the_desk() {
        accepted("BB2026");
        List<Integer> before = List.of(count("rect_round"), count("rect_problem"), count("rect_quantity"));
        OnDesk first = onDesk();
        refused("rectification.round.codeTaken", () -> as.run(CLERK, () -> desk.accept(first, policy("BB2026"))));
        refused("rectification.round.codeTaken", () -> as.run(CLERK, () -> rounds.preview(policy("BB2026"))));
        refused("rectification.round.code", () -> as.run(CLERK, () -> desk.accept(first, policy("bb"))));
        FindingsEditor editor = new FindingsEditor(first.half().draft());
        editor.correct(first.half().draft().problems().get(2).id(), "长".repeat(1001));
        OnDesk tooLong = as.call(CLERK, () -> desk.keep(first, new HalfDone(editor.draft(), Map.of(), "")));
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
                () -> desk.paste("一、"),
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
    void a_new_round_starts_from_what_the_document_says_and_from_the_habits_of_the_round_before() {
        accepted("XH2026");
        var suggestion = as.call(
                CLERK, () -> rounds.suggest(findings.parseText("""
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
    void a_feedback_that_has_not_taken_place_by_the_products_clock_is_refused() {
        RoundPolicy policy = policy("JA2026");
        OnDesk document = onDesk();
        today(MONDAY.minusDays(4));
        refused("findings.round.feedbackInFuture", () -> as.run(CLERK, () -> rounds.preview(policy)));
        refused("findings.round.feedbackInFuture", () -> as.run(CLERK, () -> desk.accept(document, policy)));
        today(MONDAY.minusDays(3));
        as.run(CLERK, () -> desk.accept(document, policy));
    }

    @Test
    void the_dates_are_shown_before_acceptance_and_a_year_without_calendar_is_refused() {
        RoundPolicy policy = policy("IA2026");
        var preview = as.call(CLERK, () -> rounds.preview(policy));
        assertThat(preview.round().periodEnd()).isEqualTo("2026-07-02");
        assertThat(preview.remindOn()).isEqualTo("2026-06-17");
        assertThat(preview.escalateOn()).isEqualTo("2026-07-03");
        RoundPolicy far = new RoundPolicy(
                "IA2026",
                "轮次",
                "党工委",
                null,
                null,
                null,
                MONDAY,
                MONDAY.plusMonths(1),
                24,
                MONDAY.plusMonths(6),
                RestDayRule.KEEP,
                10,
                1,
                6);
        assertThatThrownBy(() -> as.run(CLERK, () -> rounds.preview(far)))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("calendar.noData");
                    assertThat(refusal.field()).isEqualTo("periodMonths");
                });
    }
}
