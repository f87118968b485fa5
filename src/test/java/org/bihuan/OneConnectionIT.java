package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.identity.PeopleOverview;
import org.bihuan.rectification.CaseDiagram;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.FindingsDesk;
import org.bihuan.rectification.FindingsDesk.OnDesk;
import org.bihuan.rectification.Ledger;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.StepGuide;
import org.bihuan.rectification.StepGuides;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.testing.TestDatabase;
import org.bihuan.worklist.Approvals;
import org.bihuan.worklist.FormDrafts;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WaitingClosure;
import org.bihuan.worklist.WorkFates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A case from start to close-out over a single connection: nothing that holds one asks for a second, or as many
 * people as the pool has connections could wait for each other until all of them are turned away.
 */
class OneConnectionIT extends LoopBed {

    private static final Submission YES = new Submission.Decided(Decision.approve("同意。"));

    @Autowired
    StepGuides guides;

    @Autowired
    Approvals approvals;

    @Autowired
    FormDrafts drafts;

    @Autowired
    Ledger ledger;

    @Autowired
    WorkFates fates;

    @Autowired
    FindingsDesk desk;

    @Autowired
    PeopleOverview people;

    @Autowired
    OrganisationAdministration administration;

    @Autowired
    DataSource source;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.H2.register(registry);
        registry.add("spring.datasource.hikari.minimum-idle", () -> 0);
        registry.add("spring.datasource.hikari.connection-timeout", () -> 2000);
    }

    /** Migrations take two of their own, so the pool shrinks once the product has started. */
    @BeforeEach
    void one() throws SQLException {
        HikariDataSource pool = source.unwrap(HikariDataSource.class);
        pool.setMaximumPoolSize(1);
        pool.getHikariPoolMXBean().softEvictConnections();
        assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isLessThanOrEqualTo(1);
    }

    @Test
    void no_command_and_no_page_needs_two_connections_at_once() {
        CaseNumber problem = started("OC2026");
        act(HANDLER, problem, plan(problem));
        act(LEADER, problem, YES);
        runJobs();
        for (int ordinal = 1; ordinal <= 2; ordinal++) {
            CaseNumber measure = problem.measure(ordinal);
            act(HANDLER, measure, new Submission.Acknowledge());
            handIn(measure, 1, "已完成。");
            act(HEAD, measure, YES);
            act(VERIFIER, measure, YES);
        }
        runJobs();
        act(HEAD, problem, new Submission.Closure("全部完成。"));
        act(LEADER, problem, YES);
        act(VERIFIER, problem, YES);
        as.run(APPROVER, () -> {
            List<WaitingClosure> waiting = approvals.page(null, 10);
            assertThat(approvals.count()).isEqualTo(waiting.size());
            approvals.approveAll(List.of(waiting.get(0).item()), "同意销号。");
        });
        assertThat(as.call(CLERK, () -> cases.problem(problem)).state()).isEqualTo(ProblemState.CLOSED);
        read(problem);
    }

    private void act(String login, CaseNumber number, Submission submission) {
        long item = item(login, number).id();
        StepGuide guide = as.call(login, () -> guides.of(item));
        assertThat(guide.obstacle()).as(guide.documentation().text()).isNull();
        as.run(login, () -> {
            drafts.keep(item, "{}", 0);
            assertThat(drafts.find(item)).isPresent();
        });
        submit(login, number, submission);
    }

    @Test
    void nor_do_the_lists_and_what_an_administrator_does() {
        String admin = admin();
        CaseNumber problem = started("OD2026");
        as.run(HANDLER, () -> {
            for (Inbox.Tab tab : Inbox.Tab.values()) {
                inbox.page(tab, Inbox.Filter.NONE, Inbox.Sort.DUE, null, 0, 50);
            }
            assertThat(inbox.counts()).isNotEmpty();
            assertThat(fates.latest(problem)).isPresent();
            assertThat(evidence.ofProblem(problem.value())).isEmpty();
        });
        long leader = personId(LEADER);
        long clerk = personId(CLERK);
        long handler = personId(HANDLER);
        as.run(admin, () -> {
            assertThat(people.people(new PeopleOverview.Filter(null, ""), 0, 50))
                    .isNotEmpty();
            assertThat(people.units()).isNotEmpty();
            assertThat(people.person(leader)).isNotNull();
            assertThat(administration.leftBehind(handler)).isNotNull();
            administration.substitute(leader, clerk, MONDAY, DUE, "外出学习");
        });
        assertThat(as.call(CLERK, () -> currentActor.require().represents()))
                .singleElement()
                .satisfies(absent -> assertThat(absent.posts()).isNotEmpty());
        as.run(CLERK, () -> {
            OnDesk desk = this.desk.paste("一、还没有读");
            assertThat(this.desk.find()).isPresent();
            assertThat(desk.read()).isFalse();
            this.desk.putAway();
        });
    }

    private void read(CaseNumber problem) {
        as.run(CLERK, () -> {
            assertThat(ledger.rows(problem.round())).hasSize(3);
            assertThat(cases.timeline(problem, null, 50)).isNotEmpty();
            assertThat(cases.diagram(problem))
                    .extracting(CaseDiagram::xml)
                    .asString()
                    .contains("userTask");
            assertThat(trail.verify(problem.value())).isNotNull();
            assertThat(cases.openSteps(problem)).isEmpty();
        });
    }
}
