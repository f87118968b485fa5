package org.bihuan.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.bihuan.BihuanApplication;
import org.bihuan.findings.FindingsImport;
import org.bihuan.identity.ActingAs;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Duty;
import org.bihuan.identity.OrganisationSetup;
import org.bihuan.identity.OrganisationSetup.SetupDuty;
import org.bihuan.identity.OrganisationSetup.SetupPerson;
import org.bihuan.identity.OrganisationSetup.SetupUnit;
import org.bihuan.identity.UnitKind;
import org.bihuan.rectification.CaseWork;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasurePlan;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.RoundSample;
import org.bihuan.rectification.Rounds;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Ids;
import org.bihuan.shared.OffsetClock;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.WrappedDataSource;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The product on a MySQL database of its own: a street with one office, jobs run by hand. */
final class ProductSide implements Side, AutoCloseable {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);
    private static final String CLERK = "clerk";
    private static final Submission YES = new Submission.Decided(Decision.approve("情况属实。"));

    private final ConfigurableApplicationContext product;
    private final ActingAs as;
    private final CurrentActor actors;
    private final CaseWork work;
    private final Rounds rounds;
    private final ManagementService management;
    /** The product's own connections commit nothing by themselves. */
    private final HikariDataSource aside;

    private final JdbcTemplate jdbc;
    private final long unit;
    private final long handler;
    private final long leader;
    private final long street;
    private final Map<String, SecurityContext> sessions = new ConcurrentHashMap<>();
    private int prepared;
    private int measures = 1;

    /** @param counted wraps the data source that the product gets */
    ProductSide(UnaryOperator<DataSource> counted) {
        String url = TestDatabase.MYSQL.freshUrl();
        product = new SpringApplicationBuilder(BihuanApplication.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(new WrappedDataSource(counted)))
                .run(
                        "--server.port=0",
                        "--bihuan.demo.enabled=false",
                        "--bihuan.data-dir=target/bench",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--bihuan.worklist.refresh=86400000",
                        "--spring.profiles.active=mysql",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=bihuan",
                        "--spring.datasource.password=bihuan");
        as = product.getBean(ActingAs.class);
        actors = product.getBean(CurrentActor.class);
        work = product.getBean(CaseWork.class);
        rounds = product.getBean(Rounds.class);
        management = product.getBean(ManagementService.class);
        aside = TestDatabase.pooled(url);
        jdbc = new JdbcTemplate(aside);
        OffsetClock clock = product.getBean(OffsetClock.class);
        // A day whose calendar is published.
        Instant morning = MONDAY.atTime(10, 0).atZone(clock.getZone()).toInstant();
        clock.offset(Duration.between(Instant.now(), morning));
        product.getBean(OrganisationSetup.class).create(units(), people(), "Chun-feng-2026", false);
        unit = unitOf(Step.Who.HANDLER);
        street = unitOf(Step.Who.LEADER);
        handler = personOf(Step.Who.HANDLER);
        leader = personOf(Step.Who.LEADER);
    }

    private static List<SetupUnit> units() {
        return List.of(
                new SetupUnit("street", null, UnitKind.WORKING_COMMITTEE, "街道党工委"),
                new SetupUnit("group", "street", UnitKind.LEADING_GROUP, "整改工作领导小组"),
                new SetupUnit("force", "street", UnitKind.TASK_FORCE, "整改工作专班"),
                new SetupUnit("discipline", "street", UnitKind.DISCIPLINE_COMMITTEE, "纪工委"),
                new SetupUnit("office", "street", UnitKind.OFFICE, "党建办"));
    }

    private static List<SetupPerson> people() {
        return List.of(
                person(CLERK, "联络员", new SetupDuty("force", Duty.CLERK)),
                person("handler", "经办人", new SetupDuty("office", Duty.HANDLER)),
                person("head", "办公室主任", new SetupDuty("office", Duty.UNIT_HEAD)),
                person("leader", "分管领导", new SetupDuty("street", Duty.LEADERSHIP_MEMBER)),
                person("verifier", "督查员", new SetupDuty("force", Duty.SUPERVISOR), new SetupDuty("force", Duty.CLERK)),
                person("discipline", "纪工委书记", new SetupDuty("discipline", Duty.SUPERVISOR)),
                person("deputy", "副组长", new SetupDuty("group", Duty.APPROVER_DEPUTY)),
                person("approver", "党工委书记", new SetupDuty("group", Duty.APPROVER_HEAD)));
    }

    private static SetupPerson person(String login, String name, SetupDuty... duties) {
        return new SetupPerson(login, name, List.of(duties));
    }

    long personOf(Step.Who who) {
        return as.call(who.login(), () -> actors.require().personId());
    }

    private long unitOf(Step.Who who) {
        return as.call(who.login(), () -> actors.require().unitIds().iterator().next());
    }

    /** A part of the product. */
    <T> T bean(Class<T> type) {
        return product.getBean(type);
    }

    @Override
    public String name() {
        return "product";
    }

    @Override
    public JdbcTemplate database() {
        return jdbc;
    }

    /** An accepted round, assigned; the evidence that its measures need is on record already. */
    @Override
    public List<CaseNumber> prepare(int problems, int measuresEach) {
        this.measures = measuresEach;
        String code = "BN%04d".formatted(++prepared);
        StringBuilder notice = new StringBuilder("某街道关于巡察整改情况的通报\n一、反馈问题整改落实情况\n（一）关于党的建设弱化方面\n");
        for (int problem = 1; problem <= problems; problem++) {
            notice.append(problem).append("、针对支部工作不规范的问题。\n");
            for (int measure = 1; measure <= measuresEach; measure++) {
                notice.append('（').append(measure).append("）健全制度。制定工作细则。\n");
            }
        }
        List<CaseNumber> numbers = IntStream.rangeClosed(1, problems)
                .mapToObj(ordinal -> CaseNumber.problem(code, ordinal))
                .toList();
        Responsibility who = new Responsibility(leader, street, unit, handler, Set.of());
        as.run(CLERK, () -> {
            rounds.accept(
                    RoundSample.policy(code, MONDAY),
                    product.getBean(FindingsImport.class).parseText(notice.toString()),
                    false);
            numbers.forEach(number -> rounds.assign(number, who));
        });
        evidence(numbers, measuresEach);
        return numbers;
    }

    private void evidence(List<CaseNumber> problems, int measuresEach) {
        String digest = "e".repeat(64);
        jdbc.update(
                "insert ignore into evidence_blob (sha256, size, media_type, stored_at)"
                        + " values (?, 1, 'text/plain', '2026-01-05 10:00:00')",
                digest);
        List<Object[]> rows = new ArrayList<>();
        for (CaseNumber problem : problems) {
            for (int ordinal = 1; ordinal <= measuresEach; ordinal++) {
                rows.add(new Object[] {Ids.next(), problem.measure(ordinal).value(), problem.value(), digest, handler});
            }
        }
        jdbc.batchUpdate(
                "insert into evidence_item (id, case_number, problem_number, kind, attempt, file_name, sha256, size,"
                        + " media_type, uploaded_by, uploader_name, uploaded_at, version)"
                        + " values (?, ?, ?, 'DOCUMENT', 1, '细则.txt', ?, 1, 'text/plain', ?, '经办人',"
                        + " '2026-01-05 10:00:00', 0)",
                rows);
    }

    @Override
    public void start(CaseNumber problem) {
        rounds.start(problem);
    }

    @Override
    public void claim(Step step, String task) {
        work.claim(Long.parseLong(task));
    }

    @Override
    public void complete(Step step, CaseNumber number, String task) {
        work.submit(
                Long.parseLong(task),
                switch (step) {
                    case DRAFT_PLAN -> plan(number);
                    case ACKNOWLEDGE -> new Submission.Acknowledge();
                    case CARRY_OUT -> new Submission.CarryOut("制度已印发，培训已完成。");
                    case PROPOSE_CLOSURE -> new Submission.Closure("全部措施已验收。");
                    default -> YES;
                });
    }

    private Submission.Plan plan(CaseNumber problem) {
        return new Submission.Plan(
                "制度不健全。",
                "工作规范。",
                "措施全部验收。",
                IntStream.rangeClosed(1, measures)
                        .mapToObj(ordinal -> new MeasurePlan(
                                problem.measure(ordinal), "制度已印发。", MeasureKind.TIME_LIMITED, DUE, unit, handler))
                        .collect(Collectors.toList()));
    }

    @Override
    public void runJob(String job) {
        management.executeJob(job);
    }

    /** Logged in once, as a session is. */
    @Override
    public void as(Step.Who who, Runnable act) {
        SecurityContext session = sessions.computeIfAbsent(
                who.login(), login -> as.call(login, () -> SecurityContextHolder.getContext()));
        SecurityContextHolder.setContext(session);
        try {
            act.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Override
    public void close() {
        product.close();
        aside.close();
    }
}
