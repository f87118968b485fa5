package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import org.bihuan.audit.TrailFilter;
import org.bihuan.audit.TrailReading;
import org.bihuan.identity.PeopleOverview;
import org.bihuan.rectification.Ledger;
import org.bihuan.rectification.LedgerExport;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasurePlan;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Ids;
import org.bihuan.testing.MockScreen;
import org.bihuan.testing.StatementCounter;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.WrappedDataSource;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A screen sends as many statements for a hundred rows as for a few: nothing is asked for each row. */
@Import(ConstantStatementsIT.Counting.class)
@ExtendWith(MockScreen.class)
class ConstantStatementsIT extends LoopBed {

    private static final StatementCounter COUNTER = new StatementCounter();

    /** Looked at once in a while, whatever screen is open. */
    private static final List<String> READ_NOW_AND_THEN = List.of("identity_revision", "calendar_day_override");

    private static int codes;

    @Autowired
    ApplicationContext context;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerExport export;

    @Autowired
    TrailReading reading;

    @Autowired
    PeopleOverview people;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.H2.register(registry);
        // News of what others did would come, and be counted, at any moment.
        registry.add("bihuan.worklist.refresh", () -> "86400000");
    }

    @TestConfiguration
    static class Counting {

        @Bean
        static BeanPostProcessor counting() {
            return new WrappedDataSource(COUNTER::wrap);
        }
    }

    /** The statements of the act, the second time: what is remembered between requests does not count. */
    private List<String> statements(String login, Runnable act) {
        return as.call(login, () -> {
            act.run();
            COUNTER.reset();
            act.run();
            return COUNTER.sql().stream()
                    .filter(sql -> READ_NOW_AND_THEN.stream().noneMatch(sql::contains))
                    .toList();
        });
    }

    private static void assertSame(List<String> few, List<String> many) {
        assertThat(few).as("anything at all").isNotEmpty();
        assertThat(many).as("statements for many rows").hasSameSizeAs(few);
    }

    /** Opens a screen and reads the first page of each of its grids, as a browser does. */
    private void open(String view, Map<String, String> parameters) {
        UI.getCurrent().removeAll();
        Component screen;
        try {
            screen =
                    (Component) context.getAutowireCapableBeanFactory().createBean(Class.forName("org.bihuan." + view));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        if (screen instanceof BeforeEnterObserver observer) {
            BeforeEnterEvent event = mock(BeforeEnterEvent.class);
            when(event.getRouteParameters()).thenReturn(new RouteParameters(parameters));
            when(event.getLocation()).thenReturn(new Location("here"));
            observer.beforeEnter(event);
        }
        UI.getCurrent().add(screen);
        LocatorJ._find(screen, Grid.class).forEach(grid -> firstPage((Grid<?>) grid));
    }

    private static <T> void firstPage(Grid<T> grid) {
        if (grid instanceof com.vaadin.flow.component.treegrid.TreeGrid) {
            return;
        }
        grid.getDataProvider().size(new Query<>());
        grid.getDataProvider().fetch(new Query<>(0, 50, List.of(), null, null)).forEach(row -> grid.getColumns()
                .forEach(column -> column.getRenderer()));
    }

    /** A round with so many problems, each of so many measures, on record only. */
    private String round(int problems, int measures) {
        String code = "KS%04d".formatted(++codes);
        long base = 1_000_000L * codes;
        jdbc.update(
                "insert into rect_round (id, code, title, inspected_org, feedback_date, plan_due, period_months,"
                        + " period_end, report_due, rest_day_rule, remind_before, escalate_after, follow_up_months, demo, version)"
                        + " values (?, ?, '整改', '街道', '2026-01-02', '2026-02-02', 6, '2026-07-02', '2026-07-02', 'KEEP', 10, 1, 6,"
                        + " false, 0)",
                base,
                code);
        jdbc.update("insert into rect_aspect (id, round_id, ordinal, title) values (?, ?, 1, '党的建设')", base + 1, base);
        List<Object[]> ps = new ArrayList<>();
        List<Object[]> ms = new ArrayList<>();
        long person = personId(HANDLER);
        for (int p = 1; p <= problems; p++) {
            CaseNumber number = CaseNumber.problem(code, p);
            ps.add(new Object[] {base + 1000 + p, base, base + 1, p, number.value(), unitOf(HANDLER), person});
            for (int m = 1; m <= measures; m++) {
                ms.add(new Object[] {
                    base + 10_000 + p * 100L + m,
                    base,
                    base + 1000 + p,
                    m,
                    number.measure(m).value(),
                    number.value()
                });
            }
        }
        jdbc.batchUpdate(
                "insert into rect_problem (id, round_id, aspect_id, ordinal, case_number, title, state, cycle_no, level,"
                        + " due, original_due, responsible_unit, person_responsible, version) values (?, ?, ?, ?, ?, '问题',"
                        + " 'RECTIFYING', 1, 'NORMAL', '2026-06-30', '2026-06-30', ?, ?, 0)",
                ps);
        jdbc.batchUpdate(
                "insert into rect_measure (id, round_id, problem_id, ordinal, case_number, problem_number, heading,"
                        + " content, kind, evidence_kinds, state, level, due, original_due, attempt, version) values"
                        + " (?, ?, ?, ?, ?, ?, '措施', '内容', 'TIME_LIMITED', 'DOCUMENT', 'IN_PROGRESS', 'NORMAL',"
                        + " '2026-05-31', '2026-05-31', 1, 0)",
                ms);
        return code;
    }

    @Test
    void a_ledger_of_120_problems_costs_as_much_as_one_of_12() {
        String few = round(12, 4);
        String many = round(120, 4);
        for (String login : List.of(CLERK, HANDLER)) {
            assertSame(
                    statements(login, () -> assertThat(ledger.rows(few)).hasSize(12 * 5)),
                    statements(login, () -> assertThat(ledger.rows(many)).hasSize(120 * 5)));
            assertSame(
                    statements(login, () -> open("rectification.ui.LedgerView", Map.of("round", few))),
                    statements(login, () -> open("rectification.ui.LedgerView", Map.of("round", many))));
        }
    }

    @Test
    void a_workbook_of_120_problems_costs_as_much_as_one_of_12() {
        String few = round(12, 4);
        String many = round(120, 4);
        for (String login : List.of(CLERK, HANDLER)) {
            assertSame(statements(login, () -> export(few)), statements(login, () -> export(many)));
        }
    }

    private void export(String round) {
        assertThat(export.export(round, ledger.rows(round), "", Locale.SIMPLIFIED_CHINESE)
                        .content())
                .isNotEmpty();
    }

    @Test
    void a_dossier_of_40_measures_costs_as_much_as_one_of_2() {
        String few = round(1, 2);
        String many = round(1, 40);
        for (String login : List.of(CLERK, HANDLER)) {
            assertSame(
                    statements(login, () -> open("rectification.ui.CaseView", Map.of("number", few + "-P01"))),
                    statements(login, () -> open("rectification.ui.CaseView", Map.of("number", many + "-P01"))));
        }
    }

    @Test
    void a_dossier_of_running_measures_costs_as_much_for_9_as_for_2() {
        CaseNumber few = running("RA2026", 2);
        CaseNumber many = running("RB2026", 9);
        assertSame(
                statements(CLERK, () -> open("rectification.ui.CaseView", Map.of("number", few.value()))),
                statements(CLERK, () -> open("rectification.ui.CaseView", Map.of("number", many.value()))));
        assertSame(
                statements(CLERK, () -> evidence.ofProblem(few.value())),
                statements(CLERK, () -> evidence.ofProblem(many.value())));
        assertSame(
                statements(CLERK, () -> trail.ofProblem(few.value(), null, 50)),
                statements(CLERK, () -> trail.ofProblem(many.value(), null, 50)));
    }

    @Test
    void a_task_page_and_the_list_cost_the_same_however_much_work_there_is() {
        CaseNumber first = running("RC2026", 2);
        WorkItemRow task = item(HANDLER, first.measure(1));
        List<String> list = statements(HANDLER, () -> open("worklist.ui.MyWorkView", Map.of()));
        List<String> page = statements(HANDLER, () -> openTask(task));
        running("RD2026", 9);
        running("RE2026", 9);
        assertSame(list, statements(HANDLER, () -> open("worklist.ui.MyWorkView", Map.of())));
        assertSame(page, statements(HANDLER, () -> openTask(task)));
    }

    @Test
    void a_plan_of_9_measures_is_drafted_and_reviewed_with_as_many_statements_as_one_of_2() {
        CaseNumber few = planned("RF2026", 2);
        CaseNumber many = planned("RG2026", 9);
        assertSame(page(HANDLER, few), page(HANDLER, many));
        draft(few, 2);
        draft(many, 9);
        assertSame(page(LEADER, few), page(LEADER, many));
    }

    private List<String> page(String login, CaseNumber problem) {
        WorkItemRow task = item(login, problem);
        return statements(login, () -> openTask(task));
    }

    private void openTask(WorkItemRow task) {
        open("worklist.ui.MyWorkView", Map.of("item", Long.toString(task.id())));
    }

    @Test
    void a_page_of_people_costs_the_same_however_many_there_are() {
        String admin = admin();
        assertThat(people(admin, 50)).hasSameSizeAs(people(admin, 1));
        assertThat(statements(admin, () -> people.person(personId(CLERK)))).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void a_page_of_the_trail_costs_the_same_however_many_cases_it_is_about() {
        started("RH2026");
        running("RI2026", 9);
        String auditor = auditor();
        String unit = "unit:" + unitOf(CLERK);
        assertSame(
                statements(auditor, () -> trailPage("RH2026-P01", unit)),
                statements(auditor, () -> assertThat(trailPage(null, unit)).hasSizeGreaterThan(9)));
    }

    /** What the audit log asks for a page; answers the cases that it is about. */
    private Set<String> trailPage(@Nullable String about, String unit) {
        Set<String> streams = reading.page(new TrailFilter(null, null, null, null, about), null).entries().stream()
                .map(entry -> entry.record().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(reading.dossiers(streams)).isNotEmpty();
        assertThat(reading.names(Set.of("person:3", unit))).hasSize(2);
        return streams;
    }

    private List<String> people(String login, int limit) {
        return statements(login, () -> people.people(new PeopleOverview.Filter(null, ""), 0, limit));
    }

    /** A problem whose measures are all being worked on. */
    private CaseNumber running(String code, int measures) {
        CaseNumber problem = planned(code, measures);
        draft(problem, measures);
        submit(LEADER, problem, new Submission.Decided(org.bihuan.rectification.Decision.approve("同意。")));
        return problem;
    }

    /** A problem with so many measures whose plan is to be drafted; each measure counts something. */
    private CaseNumber planned(String code, int measures) {
        CaseNumber problem = started(code);
        for (int ordinal = 3; ordinal <= measures; ordinal++) {
            int number = ordinal;
            as.run(CLERK, () -> work.addMeasure(problem, addition(number)));
            jdbc.update(
                    "insert into rect_quantity (id, round_id, case_number, amount, unit, what) values (?, 1, ?, 3, '次', '培训3次')",
                    Ids.next(),
                    problem.measure(number).value());
        }
        return problem;
    }

    private void draft(CaseNumber problem, int measures) {
        List<MeasurePlan> lines = new ArrayList<>();
        for (int ordinal = 1; ordinal <= measures; ordinal++) {
            lines.add(new MeasurePlan(
                    problem.measure(ordinal),
                    "制度已印发。",
                    MeasureKind.TIME_LIMITED,
                    DUE,
                    unitOf(HANDLER),
                    personId(HANDLER)));
        }
        submit(HANDLER, problem, new Submission.Plan("制度不健全。", "工作规范。", "全部验收。", lines));
    }

    private org.bihuan.rectification.NewMeasure addition(int number) {
        return new org.bihuan.rectification.NewMeasure(
                "建立台账" + number,
                "建立台账并每月更新，第" + number + "项。",
                "台账可查。",
                MeasureKind.IMMEDIATE,
                Set.of(org.bihuan.evidence.EvidenceKind.DOCUMENT),
                LATER_DUE,
                unitOf(HANDLER),
                personId(HANDLER));
    }
}
