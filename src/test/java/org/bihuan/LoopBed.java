package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.audit.AuditTrail;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.NewEvidence;
import org.bihuan.findings.FindingsImport;
import org.bihuan.identity.ActingAs;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Duty;
import org.bihuan.identity.OrganisationSetup;
import org.bihuan.identity.OrganisationSetup.SetupDuty;
import org.bihuan.identity.OrganisationSetup.SetupPerson;
import org.bihuan.identity.OrganisationSetup.SetupUnit;
import org.bihuan.identity.UnitKind;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.CaseWork;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasurePlan;
import org.bihuan.rectification.NewMeasure;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.RoundSample;
import org.bihuan.rectification.Rounds;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.OffsetClock;
import org.bihuan.shared.RuleViolation;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkItemRow;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The whole product without its screens: a street with one office, a clock of its own, and jobs that
 * run only when a test runs them.
 */
@SpringBootTest(
        classes = BihuanApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {
            "bihuan.data-dir=target/whole-loop",
            "bihuan.demo.enabled=false",
            "camunda.bpm.job-execution.enabled=false"
        })
abstract class LoopBed {

    static final String CLERK = "clerk";
    static final String HANDLER = "handler";
    static final String HEAD = "head";
    /** Handler and head of another office. */
    static final String OTHER_HANDLER = "handler2";

    static final String OTHER_HEAD = "head2";
    static final String LEADER = "leader";
    static final String VERIFIER = "verifier";
    /** Supervisor of the discipline committee and deputy head of the leading group as well. */
    static final String INSPECTOR = "inspector";

    static final String APPROVER = "approver";

    static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    static final LocalDate DUE = LocalDate.of(2026, 2, 27);
    static final LocalDate LATER_DUE = LocalDate.of(2026, 3, 31);

    static final String NOTICE = """
            某街道关于巡察整改情况的通报
            一、反馈问题整改落实情况
            （一）关于党的建设弱化方面
            1、针对支部工作不规范的问题。
            （1）健全制度。制定《支部工作细则》。
            （2）开展培训12场，覆盖1200人次。
            """;

    @Autowired
    OrganisationSetup setup;

    @Autowired
    ActingAs as;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    FindingsImport findings;

    @Autowired
    Rounds rounds;

    @Autowired
    CaseFile cases;

    @Autowired
    CaseWork work;

    @Autowired
    Inbox inbox;

    @Autowired
    Evidence evidence;

    @Autowired
    AuditTrail trail;

    @Autowired
    OffsetClock clock;

    @Autowired
    ManagementService jobs;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService models;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void begin() {
        today(MONDAY);
        if (setup.empty()) {
            setup.create(
                    List.of(
                            new SetupUnit("street", null, UnitKind.WORKING_COMMITTEE, "街道党工委"),
                            new SetupUnit("group", "street", UnitKind.LEADING_GROUP, "整改工作领导小组"),
                            new SetupUnit("force", "street", UnitKind.TASK_FORCE, "整改工作专班"),
                            new SetupUnit("discipline", "street", UnitKind.DISCIPLINE_COMMITTEE, "纪工委"),
                            new SetupUnit("office", "street", UnitKind.OFFICE, "党建办"),
                            new SetupUnit("office2", "street", UnitKind.OFFICE, "社会工作办")),
                    people(),
                    "Chun-feng-2026",
                    false);
        }
    }

    /** Everybody in the street. */
    List<SetupPerson> people() {
        return List.of(
                person(CLERK, "专班联络员", new SetupDuty("force", Duty.CLERK)),
                person(HANDLER, "党建办经办人", new SetupDuty("office", Duty.HANDLER)),
                person(HEAD, "党建办主任", new SetupDuty("office", Duty.UNIT_HEAD)),
                person(OTHER_HANDLER, "社会办经办人", new SetupDuty("office2", Duty.HANDLER)),
                person(OTHER_HEAD, "社会办主任", new SetupDuty("office2", Duty.UNIT_HEAD)),
                person(LEADER, "分管领导", new SetupDuty("street", Duty.LEADERSHIP_MEMBER)),
                person(VERIFIER, "专班督查员", new SetupDuty("force", Duty.SUPERVISOR)),
                person(
                        INSPECTOR,
                        "纪工委书记",
                        new SetupDuty("discipline", Duty.SUPERVISOR),
                        new SetupDuty("group", Duty.APPROVER_DEPUTY)),
                person(APPROVER, "党工委书记", new SetupDuty("group", Duty.APPROVER_HEAD)));
    }

    @AfterEach
    void backToThePresent() {
        clock.offset(Duration.ZERO);
    }

    static SetupPerson person(String login, String name, SetupDuty... duties) {
        return new SetupPerson(login, name, List.of(duties));
    }

    void today(LocalDate day) {
        Instant morning = day.atTime(10, 0).atZone(clock.getZone()).toInstant();
        clock.offset(Duration.between(Instant.now(), morning));
    }

    /** The login of a system administrator, who is there from the first call on. */
    String admin() {
        String login = "administrator";
        if (jdbc.queryForList("select id from identity_person where login = ?", Long.class, login)
                .isEmpty()) {
            jdbc.update(
                    "insert into identity_person (id, login, display_name, sort_key, password_hash,"
                            + " password_changed_at, must_change_password, enabled, failed_attempts, version)"
                            + " values (1, ?, '管理员', 'guanliyuan', '-', '2026-01-01 00:00:00', false, true, 0, 0)",
                    login);
            jdbc.update("insert into identity_post (id, unit_id, duty) values (2, ?, 'SYSTEM_ADMIN')", unitOf(CLERK));
            jdbc.update("insert into identity_post_holder (post_id, person_id) values (2, 1)");
        }
        return login;
    }

    /** The login of an audit administrator, who is there from the first call on. */
    String auditor() {
        String login = "auditor";
        if (jdbc.queryForList("select id from identity_person where login = ?", Long.class, login)
                .isEmpty()) {
            jdbc.update(
                    "insert into identity_person (id, login, display_name, sort_key, password_hash,"
                            + " password_changed_at, must_change_password, enabled, failed_attempts, version)"
                            + " values (3, ?, '审计管理员', 'shenji', '-', '2026-01-01 00:00:00', false, true, 0, 0)",
                    login);
            jdbc.update("insert into identity_post (id, unit_id, duty) values (4, ?, 'AUDIT_ADMIN')", unitOf(CLERK));
            jdbc.update("insert into identity_post_holder (post_id, person_id) values (4, 3)");
        }
        return login;
    }

    long personId(String login) {
        return as.call(login, () -> currentActor.require().personId());
    }

    long unitOf(String login) {
        return as.call(login, () -> currentActor.require().unitIds().iterator().next());
    }

    /** A round with one problem of two measures, assigned and started. */
    CaseNumber started(String code) {
        CaseNumber problem = CaseNumber.problem(code, 1);
        as.run(CLERK, () -> {
            rounds.accept(RoundSample.policy(code, MONDAY), findings.parseText(NOTICE), false);
            rounds.assign(
                    problem,
                    new Responsibility(personId(LEADER), unitOf(LEADER), unitOf(HANDLER), personId(HANDLER), Set.of()));
            rounds.start(problem);
        });
        return problem;
    }

    Submission.Plan plan(CaseNumber problem) {
        return new Submission.Plan(
                "制度不健全。",
                "工作规范。",
                "措施全部验收。",
                List.of(line(problem.measure(1), DUE), line(problem.measure(2), LATER_DUE)));
    }

    private MeasurePlan line(CaseNumber measure, LocalDate due) {
        return new MeasurePlan(measure, "制度已印发。", MeasureKind.TIME_LIMITED, due, unitOf(HANDLER), personId(HANDLER));
    }

    /** A measure of the first office that comes later. */
    NewMeasure addition(String heading) {
        return new NewMeasure(
                heading,
                heading + "。",
                "台账可查。",
                MeasureKind.IMMEDIATE,
                Set.of(EvidenceKind.DOCUMENT),
                LATER_DUE,
                unitOf(HANDLER),
                personId(HANDLER));
    }

    /** The caller's one open item of a case, claimed or not. */
    WorkItemRow item(String login, CaseNumber number) {
        return as.call(login, () -> inbox.page(Inbox.Tab.ALL, number.value(), null, 0, 50).stream()
                .filter(row -> row.caseNumber().equals(number.value()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(login + " has no work on " + number)));
    }

    /** Claims the item where it stands before the caller's unit, and hands it in. */
    void submit(String login, CaseNumber number, Submission submission) {
        WorkItemRow row = item(login, number);
        as.run(login, () -> {
            if (row.kind() == WorkItemRow.Kind.CLAIM) {
                work.claim(row.id());
            }
            work.submit(row.id(), submission);
        });
        assertInboxIsWhatTheEngineSays();
    }

    void handIn(CaseNumber measure, int attempt, String report) {
        handIn(HANDLER, measure, attempt, report);
    }

    void handIn(String login, CaseNumber measure, int attempt, String report) {
        byte[] content = ("佐证材料：" + report + "\n").getBytes(StandardCharsets.UTF_8);
        as.run(
                login,
                () -> evidence.add(
                        new NewEvidence(measure.value(), EvidenceKind.DOCUMENT, "细则.txt", attempt),
                        new ByteArrayInputStream(content),
                        currentActor.require()));
        submit(login, measure, new Submission.CarryOut(report));
    }

    /** Runs what the job executor would run by now, until nothing is left. */
    void runJobs() {
        boolean ran = true;
        while (ran) {
            List<Job> ready = new ArrayList<>(jobs.createJobQuery().messages().list());
            jobs.createJobQuery().timers().list().stream()
                    .filter(timer -> !timer.getDuedate().toInstant().isAfter(clock.instant()))
                    .forEach(ready::add);
            ready.forEach(job -> jobs.executeJob(job.getId()));
            ran = !ready.isEmpty();
        }
        assertInboxIsWhatTheEngineSays();
    }

    /** The read model is a recompute of the engine's own tasks. */
    void assertInboxIsWhatTheEngineSays() {
        Set<String> expected = new HashSet<>();
        for (Task task : tasks.createTaskQuery().list()) {
            if (task.getAssignee() != null) {
                expected.add(task.getAssignee() + " MINE " + task.getId());
                continue;
            }
            for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
                expected.add(link.getGroupId() + " CLAIM " + task.getId());
            }
        }
        assertThat(new HashSet<>(jdbc.queryForList(
                        "select concat(principal, ' ', kind, ' ', item_id) from work_inbox where kind <> 'ESCALATED'",
                        String.class)))
                .isEqualTo(expected);
        assertThat(jdbc.queryForObject(
                        "select count(*) from work_inbox i join work_item w on w.id = i.item_id where w.state <> 'OPEN'",
                        Integer.class))
                .isZero();
    }

    /** What the trail of a problem and its measures says, oldest first: case number without its round, and action. */
    List<String> timeline(CaseNumber problem) {
        List<String> actions = new ArrayList<>();
        trail.ofProblem(problem.value(), null, 500)
                .forEach(entry ->
                        actions.add(0, entry.stream().substring(problem.round().length() + 1) + " " + entry.action()));
        return actions;
    }

    /** Deploys a model of somebody's own, and returns the id of its deployment. */
    String deploy(String model) {
        return models.createDeployment()
                .name(model)
                .source("own")
                .addClasspathResource("own-models/" + model)
                .deploy()
                .getId();
    }

    static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }
}
