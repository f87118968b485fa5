package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.awaitility.Awaitility;
import org.bihuan.identity.Duty;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.identity.OrganisationSetup.SetupDuty;
import org.bihuan.identity.OrganisationSetup.SetupUnit;
import org.bihuan.identity.UnitKind;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.RoundSample;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.bihuan.testing.RealMySql;
import org.bihuan.testing.TestDatabase;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody is disabled while something is being given to them: whichever of the two comes first, nothing lands on who is gone. */
class GoneMeanwhileMySqlIT extends LoopBed {

    private static final Submission YES = new Submission.Decided(Decision.approve("情况属实。"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    OrganisationAdministration administration;

    @Autowired
    PlatformTransactionManager transactions;

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.MYSQL.register(registry);
    }

    @AfterEach
    void stop() {
        other.shutdownNow();
    }

    /**
     * Begins the second act while the transaction of the first is open, and commits that one as soon as the second
     * waits for a lock or is over; what the second got, null if it went through.
     */
    private @Nullable Throwable meanwhile(Runnable first, Runnable second) {
        Future<Throwable> answer = Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            first.run();
            Future<Throwable> running = other.submit(() -> catchThrowable(second::run));
            Awaitility.await().atMost(PATIENCE).until(() -> running.isDone() || somebodyWaits());
            return running;
        }));
        try {
            return answer.get(1, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException broken) {
            throw new AssertionError(broken);
        }
    }

    private static boolean somebodyWaits() throws SQLException {
        try (Connection administrator = RealMySql.shared().administrator();
                Statement statement = administrator.createStatement();
                ResultSet waiting = statement.executeQuery(
                        "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'")) {
            return waiting.next() && waiting.getInt(1) > 0;
        }
    }

    /** An office with two handlers and a head, and a problem that nobody answers for yet. */
    private CaseNumber office(String code) {
        String key = code.toLowerCase(Locale.ROOT);
        setup.create(
                List.of(new SetupUnit(key, null, UnitKind.OFFICE, code + "办")),
                List.of(
                        person(key + "-handler", code + "经办人", new SetupDuty(key, Duty.HANDLER)),
                        person(key + "-colleague", code + "同事", new SetupDuty(key, Duty.HANDLER)),
                        person(key + "-head", code + "主任", new SetupDuty(key, Duty.UNIT_HEAD))),
                "Chun-feng-2026",
                false);
        as.run(CLERK, () -> rounds.accept(RoundSample.policy(code, MONDAY), findings.parseText(NOTICE), false));
        return CaseNumber.problem(code, 1);
    }

    private Runnable deployed(CaseNumber problem, String handler) {
        Responsibility named = new Responsibility(personId(LEADER), null, unitOf(handler), personId(handler), Set.of());
        return () -> as.run(CLERK, () -> rounds.deploy(problem, named, List.of()));
    }

    private Runnable disabled(String login, @Nullable String successor) {
        String admin = admin();
        long person = personId(login);
        Long heir = successor == null ? null : personId(successor);
        return () -> as.run(admin, () -> administration.disable(person, heir));
    }

    private static void assertRefused(String key, @Nullable Throwable answer) {
        assertThat(answer).isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.all())
                .extracting(RuleViolation::key)
                .contains(key));
    }

    private void assertGone(boolean gone, String login) {
        assertThat(jdbc.queryForObject("select enabled from identity_person where login = ?", Boolean.class, login))
                .isEqualTo(!gone);
        assertThat(jdbc.queryForList(
                        "select i.item_id from work_inbox i join identity_person p on p.id = i.principal"
                                + " where p.enabled = false",
                        Long.class))
                .as("work before somebody who is gone")
                .isEmpty();
        assertThat(jdbc.queryForList(
                        "select c.case_number from rect_problem c join identity_person p on p.id = c.person_responsible"
                                + " where p.enabled = false",
                        String.class))
                .as("cases that somebody who is gone answers for")
                .isEmpty();
        assertInboxIsWhatTheEngineSays();
    }

    @Test
    void who_is_just_given_a_case_is_not_disabled_without_a_successor() {
        CaseNumber problem = office("GA2026");
        Throwable answer = meanwhile(deployed(problem, "ga2026-handler"), disabled("ga2026-handler", null));
        assertRefused("identity.person.openWork", answer);
        assertGone(false, "ga2026-handler");
        assertThat(item("ga2026-handler", problem).kind()).isEqualTo(WorkItemRow.Kind.MINE);
    }

    @Test
    void who_is_just_disabled_is_given_no_case() {
        CaseNumber problem = office("GB2026");
        Throwable answer = meanwhile(disabled("gb2026-handler", null), deployed(problem, "gb2026-handler"));
        assertRefused("findings.assign.notInUnit", answer);
        assertGone(true, "gb2026-handler");
    }

    @Test
    void a_step_that_opens_while_its_person_is_disabled_comes_before_the_successor() {
        CaseNumber problem = office("GC2026");
        deployed(problem, "gc2026-handler").run();
        submit("gc2026-handler", problem, plan(problem));
        long review = item(LEADER, problem).id();
        Throwable answer = meanwhile(
                disabled("gc2026-handler", "gc2026-colleague"),
                () -> as.run(
                        LEADER, () -> work.submit(review, new Submission.Decided(Decision.sendBack("再议。", null)))));
        assertThat(answer).isNull();
        assertGone(true, "gc2026-handler");
        assertThat(item("gc2026-colleague", problem).kind()).isEqualTo(WorkItemRow.Kind.MINE);
    }

    /** A measure that waits for the task force and for a supervisor of a unit of their own. */
    private CaseNumber reviewed(String code, String supervisor) {
        String key = code.toLowerCase(Locale.ROOT);
        setup.create(
                List.of(new SetupUnit(key, null, UnitKind.TASK_FORCE, code + "专班")),
                List.of(person(supervisor, code + "督查员", new SetupDuty(key, Duty.SUPERVISOR))),
                "Chun-feng-2026",
                false);
        CaseNumber problem = started(code);
        CaseNumber measure = problem.measure(1);
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, YES);
        submit(HANDLER, measure, new Submission.Acknowledge());
        handIn(measure, 1, "完成");
        submit(HEAD, measure, YES);
        return measure;
    }

    @Test
    void who_has_just_claimed_a_step_is_not_disabled_without_a_successor() {
        CaseNumber measure = reviewed("GD2026", "gd-supervisor");
        long item = item("gd-supervisor", measure).id();
        Throwable answer =
                meanwhile(() -> as.run("gd-supervisor", () -> work.claim(item)), disabled("gd-supervisor", null));
        assertRefused("identity.person.openWork", answer);
        assertGone(false, "gd-supervisor");
    }

    @Test
    void who_is_just_disabled_claims_nothing() {
        CaseNumber measure = reviewed("GE2026", "ge-supervisor");
        long item = item("ge-supervisor", measure).id();
        Throwable answer =
                meanwhile(disabled("ge-supervisor", null), () -> as.run("ge-supervisor", () -> work.claim(item)));
        assertThat(answer).isNotNull();
        assertGone(true, "ge-supervisor");
        assertThat(as.call(VERIFIER, () -> inbox.page(Inbox.Tab.CLAIM, measure.value(), null, 0, 50)))
                .extracting(WorkItemRow::id)
                .containsExactly(item);
    }
}
