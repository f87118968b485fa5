package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.bihuan.audit.TrailFilter;
import org.bihuan.audit.TrailKind;
import org.bihuan.audit.TrailPage;
import org.bihuan.audit.TrailReading;
import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.identity.PeopleOverview;
import org.bihuan.rectification.Ledger;
import org.bihuan.rectification.LedgerFile;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.bihuan.testing.QueryPlan;
import org.bihuan.testing.QueryPlans;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.WrappedDataSource;
import org.bihuan.worklist.Approvals;
import org.bihuan.worklist.FormDrafts;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.Receipts;
import org.bihuan.worklist.WorkFates;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Every list of the product on a database full of other people's rows: MySQL is asked how it carries out
 * exactly what the product sent. No table is read as a whole and nothing long is sorted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import(ListsByIndexIT.Listening.class)
class ListsByIndexIT extends LoopBed {

    /** What a list may read of one table, or sort: the bound of its count for each of two principals, and pages. */
    private static final int BOUND = 2 * Inbox.COUNT_BOUND + 100;

    /** The ledger shows a whole round: all its measures, and none of another round. */
    private static final int ROUND = Crowd.PROBLEMS * 10 + 100;

    /** Entries that the check of a chain reads at a time. */
    private static final int AUDIT_PAGE = 500;

    private static final QueryPlans PLANS = new QueryPlans();

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerFile ledgerFile;

    @Autowired
    PeopleOverview people;

    @Autowired
    Directory directory;

    @Autowired
    FormDrafts drafts;

    @Autowired
    Approvals approvals;

    @Autowired
    Receipts receipts;

    @Autowired
    WorkFates fates;

    @Autowired
    OrganisationAdministration administration;

    @Autowired
    TrailReading reading;

    private boolean filled;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.MYSQL.register(registry);
    }

    @TestConfiguration
    static class Listening {

        @Bean
        static BeanPostProcessor listening() {
            return new WrappedDataSource(PLANS::wrap);
        }
    }

    @BeforeEach
    void crowd() {
        if (!filled) {
            filled = true;
            new Crowd(jdbc)
                    .fill(
                            personId(HEAD),
                            as.call(HEAD, () -> currentActor.require().posts().stream()
                                    .map(post -> post.id())
                                    .toList()),
                            unitOf(HEAD));
        }
    }

    private void byIndex(String login, int bound, Set<String> small, Runnable act) {
        List<String> faults = new ArrayList<>();
        List<QueryPlan> plans = as.call(login, () -> PLANS.of(act));
        for (QueryPlan plan : plans) {
            plan.faults(bound, small).forEach(fault -> faults.add(fault + ":\n" + plan.sql() + "\n" + plan.text()));
        }
        assertThat(plans).as("statements").isNotEmpty();
        assertThat(String.join("\n", faults)).isEmpty();
    }

    private void byIndex(String login, Runnable act) {
        byIndex(login, BOUND, Set.of(), act);
    }

    @Test
    void my_work_is_read_page_by_page() {
        for (Inbox.Tab tab : Inbox.Tab.values()) {
            for (Inbox.Sort sort : Inbox.Sort.values()) {
                byIndex(HEAD, () -> {
                    List<WorkItemRow> first = inbox.page(tab, Inbox.Filter.NONE, sort, null, 0, 50);
                    assertThat(first).as("%s by %s", tab, sort).isNotEmpty();
                    inbox.page(tab, Inbox.Filter.NONE, sort, first.get(first.size() - 1), 0, 50);
                    inbox.page(tab, Inbox.Filter.NONE, sort, null, 900, 50);
                });
            }
            byIndex(HEAD, () -> inbox.count(tab, Inbox.Filter.NONE));
            byIndex(HEAD, () -> inbox.facets(tab));
        }
        byIndex(HEAD, inbox::counts);
        byIndex(HEAD, () -> inbox.find(60_000_000));
    }

    @Test
    void a_search_and_a_filter_read_the_callers_own_rows_and_no_other_ones() {
        // A fifth of all stands before each principal of the caller; what is not theirs is not looked at.
        int own = Crowd.MANY / 5 + 100;
        for (Inbox.Tab tab : Inbox.Tab.values()) {
            for (Inbox.Filter filter : List.of(
                    Inbox.Filter.search("nowhere"),
                    Inbox.Filter.search("规范1"),
                    new Inbox.Filter("", Level.OVERDUE, null, null),
                    new Inbox.Filter("", null, 7L, "userTask_carryOut"))) {
                byIndex(HEAD, own, Set.of(), () -> inbox.page(tab, filter, Inbox.Sort.DUE, null, 0, 50));
                byIndex(HEAD, own, Set.of(), () -> inbox.count(tab, filter));
            }
        }
    }

    @Test
    void what_somebody_would_leave_behind_is_counted_among_their_own() {
        String login = admin();
        // A fifth of all stands before each post, and each of those steps is looked up once.
        byIndex(login, Crowd.MANY / 5 + 100, Set.of(), () -> administration.leftBehind(personId(HEAD)));
    }

    @Test
    void drafts_and_the_fate_of_a_step_are_looked_up() {
        byIndex(HEAD, () -> drafts.find(60_000_000));
        byIndex(HEAD, () -> fates.of(61_000_000));
        byIndex(HEAD, () -> fates.latest(new CaseNumber("CR0001-P001-M01")));
    }

    @Test
    void the_receipts_of_a_problem_are_looked_up_by_its_number() {
        // Of the many receipts, and of the many that stand before the caller, only those of the one problem.
        byIndex(HEAD, Receipts.BATCH_LIMIT, Set.of(), () -> assertThat(receipts.of(new CaseNumber("CR0001-P006")))
                .hasSizeGreaterThan(10));
    }

    @Test
    void approvals_are_read_page_by_page() {
        byIndex(APPROVER, () -> approvals.page(null, 50));
        byIndex(APPROVER, 6_000, Set.of(), approvals::count);
    }

    @Test
    void a_ledger_reads_its_round_alone() {
        byIndex(CLERK, ROUND, Set.of("rect_round", "r1_0"), () -> {
            assertThat(ledger.rounds()).hasSizeGreaterThan(2);
            assertThat(ledger.aspects(Crowd.ROUND)).hasSize(1);
            assertThat(ledger.rows(Crowd.ROUND)).hasSize(Crowd.PROBLEMS * 11);
        });
        byIndex(HANDLER, BOUND, Set.of(), () -> assertThat(ledger.rows(Crowd.ROUND))
                .filteredOn(row -> !row.measure())
                .isNotEmpty()
                .extracting(LedgerRow::caseNumber)
                .allMatch(
                        number -> as.call(HANDLER, () -> cases.mayRead(new CaseNumber(number), currentActor.require())))
                .hasSizeLessThan(Crowd.PROBLEMS / 3));
    }

    /** Of a round that is one of three; nearly all entries and files of the crowd are the first one's. */
    @Test
    void a_workbook_reads_the_round_that_it_is_of() {
        String round = "CR0002";
        List<CaseNumber> cases = as.call(CLERK, () -> ledger.rows(round)).stream()
                .map(row -> new CaseNumber(row.caseNumber()))
                .toList();
        byIndex(CLERK, ROUND, Set.of("rect_round", "r1_0"), () -> assertThat(ledgerFile.entries(round, cases))
                .hasSize(Crowd.PROBLEMS));
    }

    @Test
    void what_is_told_of_a_round_is_read_without_that_of_other_rounds() {
        byIndex(HANDLER, Crowd.OF_ROUND, Set.of("rect_round", "r1_0"), () -> {
            assertThat(ledger.source(Crowd.ROUND).figures()).hasSize(Crowd.OF_ROUND);
            assertThat(ledger.source(Crowd.ROUND).documents()).hasSize(Crowd.OF_ROUND);
        });
    }

    @Test
    void a_case_is_read_by_its_number() {
        CaseNumber problem = new CaseNumber("CR0001-P001");
        CaseNumber measure = problem.measure(1);
        for (String login : List.of(CLERK, HEAD)) {
            byIndex(login, () -> {
                cases.problem(problem);
                cases.measures(problem);
                cases.measure(measure);
                cases.attempts(measure);
                cases.dueMoves(measure);
                cases.supportingUnits(problem);
                assertThat(cases.sources(measure)).containsOnlyKeys(measure);
                assertThat(cases.sources(problem)).isNotEmpty();
                cases.diagram(measure);
                evidence.of(measure.value());
                evidence.ofProblem(problem.value());
                evidence.kindsPresent(measure.value(), 1);
            });
        }
    }

    @Test
    void a_timeline_is_read_page_by_page() {
        String problem = "CR0001-P001";
        byIndex(CLERK, () -> {
            var first = trail.ofProblem(problem, null, 50);
            assertThat(first).hasSize(50);
            trail.ofProblem(problem, first.get(49).id(), 50);
        });
        // The chain is checked whole, by its own order.
        byIndex(CLERK, AUDIT_PAGE, Set.of(), () -> trail.verify(problem));
    }

    @Test
    void the_whole_trail_is_read_page_by_page_whatever_is_looked_for() {
        String login = auditor();
        LocalDate day = LocalDate.of(2026, 1, 5);
        List<TrailFilter> offered = new ArrayList<>();
        for (LocalDate from : Arrays.asList(null, day)) {
            for (LocalDate to : Arrays.asList(null, day)) {
                for (Long actor : Arrays.asList(null, TrailFilter.SYSTEM, 20_000_001L)) {
                    for (TrailKind kind : Arrays.asList(null, TrailKind.PLAN, TrailKind.LOGIN)) {
                        offered.add(new TrailFilter(from, to, actor, kind, null));
                    }
                }
                for (String about : List.of("CR0001-P001", "CR0001-P001-M01", "person:1")) {
                    offered.add(new TrailFilter(from, to, null, null, about));
                }
            }
        }
        for (TrailFilter filter : offered) {
            // Of one measure, all that was recorded of its problem may be looked at.
            int bound = "CR0001-P001-M01".equals(filter.about()) ? Crowd.MANY : TrailReading.PAGE + 1;
            byIndex(login, bound, Set.of(), () -> {
                TrailPage first = reading.page(filter, null);
                if (first.more()) {
                    reading.page(
                            filter, first.entries().get(TrailReading.PAGE - 1).record());
                }
            });
        }
        byIndex(login, () -> {
            List<String> streams = reading.page(TrailFilter.NONE, null).entries().stream()
                    .map(entry -> entry.record().stream())
                    .toList();
            assertThat(reading.dossiers(streams)).containsAll(streams);
            reading.names(List.of("person:20000001", "unit:10000001"));
            reading.entry(70_000_000);
            reading.people("经办人1", 0, 50);
        });
    }

    @Test
    void people_are_read_page_by_page() {
        String login = admin();
        long admin = personId(login);
        // The tree of units is shown whole, with how many people each has.
        byIndex(login, Crowd.MANY + 100, Set.of("u"), people::units);
        byIndex(login, () -> people.people(new PeopleOverview.Filter(null, ""), 0, 50));
        byIndex(login, () -> people.people(new PeopleOverview.Filter(null, ""), 900, 50));
        byIndex(login, () -> people.people(new PeopleOverview.Filter(10_000_000L, ""), 0, 50));
        byIndex(login, () -> people.count(new PeopleOverview.Filter(10_000_000L, "")));
        byIndex(login, () -> people.person(admin));
        byIndex(login, () -> people.substitutions(admin));
        byIndex(login, () -> directory.persons(List.of(20_000_001L, 20_000_002L)));
        byIndex(login, () -> directory.members(10_000_000L));
        byIndex(login, () -> directory.searchPersons("经办人1", 20));
        byIndex(login, BOUND, Set.of("identity_unit"), directory::units);
        byIndex(login, () -> directory.posts(Duty.HANDLER));
    }

    @Test
    void a_step_is_taken_without_looking_at_the_others() {
        CaseNumber problem = started("ZZ2026");
        WorkItemRow draft = item(HANDLER, problem);
        byIndex(HANDLER, () -> work.submit(draft.id(), plan(problem)));
        WorkItemRow review = item(LEADER, problem);
        byIndex(
                LEADER,
                () -> work.submit(
                        review.id(), new Submission.Decided(org.bihuan.rectification.Decision.approve("同意。"))));
        WorkItemRow receipt = item(HANDLER, problem.measure(1));
        byIndex(HANDLER, () -> work.submit(receipt.id(), new Submission.Acknowledge()));
    }
}
