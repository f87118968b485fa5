package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bihuan.audit.AuditRecord;
import org.bihuan.identity.Duty;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.identity.OrganisationSetup.SetupDuty;
import org.bihuan.identity.OrganisationSetup.SetupUnit;
import org.bihuan.identity.UnitKind;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasurePlan;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.bihuan.shared.RuleViolation;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Changes that are easily forgotten in the trail, and a step of the engine that fails. */
class TrailIT extends WebBed {

    private static final String LEAVER = "leaver";

    @Autowired
    OrganisationAdministration administration;

    @Autowired
    RuntimeService engine;

    @AfterEach
    void repair() {
        jdbc.execute("alter table if exists audit_event_gone rename to audit_event");
    }

    private AuditRecord last(String stream, String action) {
        List<AuditRecord> found = trail.ofStream(stream).stream()
                .filter(entry -> entry.action().equals(action))
                .toList();
        assertThat(found).as("%s in %s", action, stream).isNotEmpty();
        return found.get(found.size() - 1);
    }

    @Test
    void whoever_takes_over_from_a_person_who_leaves_is_in_the_trail_of_every_case() {
        setup.create(
                List.of(new SetupUnit("leaving", null, UnitKind.OFFICE, "平安办")),
                List.of(
                        person(LEAVER, "平安办经办人", new SetupDuty("leaving", Duty.HANDLER)),
                        person("leaving-heir", "平安办副主任", new SetupDuty("leaving", Duty.HANDLER)),
                        person("leaving-head", "平安办主任", new SetupDuty("leaving", Duty.UNIT_HEAD))),
                PASSWORD,
                false);
        long leaver = personId(LEAVER);
        assertThat(last("person:" + leaver, "person.dutyGranted").facts()).containsEntry("unit", "平安办");
        CaseNumber problem = started("TK2026");
        as.run(
                CLERK,
                () -> rounds.assign(
                        problem,
                        new Responsibility(personId(LEADER), unitOf(LEADER), unitOf(LEAVER), leaver, Set.of())));
        submit(LEAVER, problem, planBy(problem, leaver));
        submit(LEADER, problem, new Submission.Decided(Decision.approve("同意。")));
        assertThatThrownBy(() -> as.run(SYSTEM, () -> administration.disable(leaver, null)))
                .isInstanceOf(RuleViolation.class);
        assertThat(trail.ofStream(problem.measure(1).value()))
                .extracting(AuditRecord::action)
                .doesNotContain("measure.takenOver");

        as.run(SYSTEM, () -> administration.disable(leaver, personId("leaving-heir")));

        Map<String, String> facts = Map.of("from", "平安办经办人", "to", "平安办副主任");
        for (CaseNumber measure : List.of(problem.measure(1), problem.measure(2))) {
            AuditRecord taken = last(measure.value(), "measure.takenOver");
            assertThat(taken.facts()).isEqualTo(facts);
            assertThat(taken.actorName()).isEqualTo("系统管理员");
            assertThat(last(measure.value(), "task.handedOver").facts()).isEqualTo(facts);
        }
        assertThat(last(problem.value(), "problem.takenOver").facts()).isEqualTo(facts);
        assertThat(trail.verify(problem.value()).faults()).isEmpty();
    }

    private Submission.Plan planBy(CaseNumber problem, long person) {
        Submission.Plan plan = plan(problem);
        return new Submission.Plan(
                plan.causeAnalysis(),
                plan.target(),
                plan.closureStandard(),
                plan.measures().stream()
                        .map(line -> new MeasurePlan(
                                line.measure(), line.standard(), line.kind(), line.due(), unitOf(LEAVER), person))
                        .toList());
    }

    @Test
    void a_plan_that_replaces_another_leaves_the_first_one_in_the_trail() {
        CaseNumber problem = started("TP2026");
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, new Submission.Decided(Decision.sendBack("原因不深。", null)));
        Submission.Plan first = plan(problem);
        submit(
                HANDLER,
                problem,
                new Submission.Plan("监督缺位。", first.target(), first.closureStandard(), first.measures()));
        assertThat(trail.ofStream(problem.value()).stream()
                        .filter(entry -> entry.action().equals("plan.drafted"))
                        .map(entry -> entry.facts().get("causeAnalysis")))
                .containsExactly("制度不健全。", "监督缺位。");
        assertThat(last(problem.value(), "plan.drafted").facts().get("measures"))
                .contains(problem.measure(1).value(), DUE.toString());
    }

    @Test
    void a_step_that_keeps_failing_becomes_an_incident_and_goes_on_once_it_is_repaired() {
        CaseNumber problem = started("TF2026");
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, new Submission.Decided(Decision.approve("同意。")));
        CaseNumber measure = problem.measure(1);
        submit(HANDLER, measure, new Submission.Acknowledge());
        Job reminder = jobs.createJobQuery()
                .processInstanceId(engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(measure.value())
                        .singleResult()
                        .getId())
                .activityId("boundaryTimer_remind")
                .singleResult();
        today(LocalDate.of(2026, 2, 26));
        jdbc.execute("alter table audit_event rename to audit_event_gone");
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> jobs.executeJob(reminder.getId())).isInstanceOf(RuntimeException.class);
        }
        assertThat(engine.createIncidentQuery().configuration(reminder.getId()).count())
                .isEqualTo(1);
        repair();
        assertThat(item(HANDLER, measure).level()).isEqualTo(Level.NORMAL);

        jobs.setJobRetries(reminder.getId(), 1);
        jobs.executeJob(reminder.getId());
        assertThat(engine.createIncidentQuery().configuration(reminder.getId()).count())
                .isZero();
        assertThat(item(HANDLER, measure).level()).isEqualTo(Level.WARNING);
        assertThat(last(measure.value(), "measure.reminded").actorId()).isNull();
    }
}
