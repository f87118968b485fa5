package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.bihuan.BihuanApplication;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.NewEvidence;
import org.bihuan.identity.ActingAs;
import org.bihuan.identity.CurrentActor;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.CaseWork;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasurePlan;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProcessPort;
import org.bihuan.rectification.Rounds;
import org.bihuan.rectification.StepGuides;
import org.bihuan.rectification.Submission;
import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.CaseNumber;
import org.bihuan.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whoever tries the demo can take every problem of it to its close: at each step somebody may do it. */
@SpringBootTest(
        classes = BihuanApplication.class,
        properties = {
            "bihuan.data-dir=target/demo-round-closes",
            "bihuan.demo.enabled=false",
            "camunda.bpm.job-execution.enabled=false"
        })
class DemoRoundClosesIT {

    private static final int PROBLEMS = 12;

    @Autowired
    DemoRound round;

    @Autowired
    Rounds rounds;

    @Autowired
    ActingAs as;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    CaseFile cases;

    @Autowired
    CaseWork work;

    @Autowired
    StepGuides guides;

    @Autowired
    Evidence evidence;

    @Autowired
    ProcessPort process;

    @Autowired
    JdbcTemplate jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.H2.register(registry);
        registry.add("bihuan.calendar.holidays", () -> ToldRound.holidays().split("=", 2)[1]);
    }

    private record Item(long id, CaseNumber number, String form) {}

    private List<Item> open() {
        return jdbc.query(
                "select id, case_number, form_key from work_item where state = 'OPEN' and form_key <> ? order by id",
                (rs, row) -> new Item(rs.getLong(1), new CaseNumber(rs.getString(2)), rs.getString(3)),
                WorkForms.FOLLOW_UP);
    }

    private List<String> before(Item item) {
        return jdbc.queryForList(
                "select distinct p.login from identity_person p left join identity_post_holder h on h.person_id = p.id"
                        + " join work_inbox i on i.principal = p.id or i.principal = h.post_id"
                        + " where i.item_id = ? and i.kind <> 'ESCALATED' order by p.login",
                String.class,
                item.id());
    }

    @Test
    void every_problem_of_the_demo_is_closed_by_those_who_are_there() {
        round.tell("Bihuan-demo-2026");
        as.run(DemoOrganisation.CLERK, () -> rounds.start(DemoRound.number(PROBLEMS)));
        for (List<Item> items = open(); !items.isEmpty(); items = open()) {
            items.forEach(this::done);
            for (int problem = 1; problem <= PROBLEMS; problem++) {
                process.carryOn(DemoRound.number(problem));
            }
        }
        assertThat(jdbc.queryForList("select state from rect_problem", String.class))
                .hasSize(PROBLEMS)
                .containsOnly("CLOSED");
    }

    private void done(Item item) {
        List<String> people = before(item);
        if (item.form().equals(WorkForms.MEASURE_CARRY_OUT)) {
            people.forEach(login -> as.run(login, () -> prove(item.number())));
        }
        String login = people.stream()
                .filter(each -> as.call(each, () -> guides.of(item.id())).obstacle() == null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody of " + people + " may do " + item));
        as.run(login, () -> work.submit(item.id(), submission(item)));
    }

    private void prove(CaseNumber measure) {
        MeasureView view = cases.measure(measure);
        for (EvidenceKind kind : view.requiredEvidence()) {
            evidence.add(
                    new NewEvidence(measure.value(), kind, kind + ".txt", view.attempt()),
                    new ByteArrayInputStream((measure + "佐证" + kind).getBytes(StandardCharsets.UTF_8)),
                    currentActor.require());
        }
    }

    private Submission submission(Item item) {
        return switch (item.form()) {
            case WorkForms.MEASURE_ACKNOWLEDGE -> new Submission.Acknowledge();
            case WorkForms.MEASURE_CARRY_OUT -> new Submission.CarryOut("已完成。");
            case WorkForms.PLAN_DRAFT -> plan(item.number());
            case WorkForms.CLOSURE_PROPOSE -> new Submission.Closure("全部完成。");
            default -> new Submission.Decided(Decision.approve("情况属实。"));
        };
    }

    private Submission plan(CaseNumber problem) {
        List<MeasurePlan> lines = cases.measures(problem).stream()
                .map(measure -> new MeasurePlan(
                        measure.caseNumber(),
                        "现场核实。",
                        MeasureKind.TIME_LIMITED,
                        LocalDate.now().plusDays(28),
                        Objects.requireNonNull(measure.responsibleUnit()),
                        Objects.requireNonNull(measure.personResponsible())))
                .toList();
        return new Submission.Plan("制度不健全。", "工作规范。", "全部验收。", lines);
    }
}
