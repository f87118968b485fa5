package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.bihuan.calendar.CalendarAdministration;
import org.bihuan.calendar.HolidayYear;
import org.bihuan.calendar.HolidayYear.Entry;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Texts;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** Work of the engine's own that reaches into a year without holidays, and what becomes of it. */
abstract class MissingYear extends LoopBed {

    private static final Submission YES = new Submission.Decided(Decision.approve("情况属实。"));

    private static final LocalDate YEARS_END = LocalDate.of(2026, 12, 29);

    @Autowired
    CalendarAdministration calendar;

    @Autowired
    RuntimeService processes;

    @Autowired
    Texts texts;

    @Autowired
    BeanFactory beans;

    @AfterEach
    void forget() {
        jdbc.update("delete from calendar_year_entry");
        jdbc.update("delete from calendar_year");
    }

    @Test
    void the_last_measure_accepted_at_a_years_end_goes_on_once_the_next_year_is_entered() {
        CaseNumber problem = verifiedButOne("YA2026");
        today(YEARS_END);
        submit(VERIFIER, problem.measure(2), YES);
        Job join = hangs(problem);

        assertThat(waiting()).isEqualTo(Map.of(2027, 1));
        assertThat(texts.get("calendar.waiting", "2027", 1)).contains("2027", "停住");
        enter(2028);
        assertThat(retries(join)).as("another year is of no use to it").isZero();
        enter(2027);
        assertThat(waiting()).isEmpty();
        assertThat(retries(join)).isEqualTo(3);
        assertThat(processes.createIncidentQuery().count()).isZero();

        runJobs();
        assertThat(item(HEAD, problem).due()).isEqualTo("2027-01-06");
        assertThat(timeline(problem)).filteredOn("P01 step.resumed"::equals).hasSize(1);
        assertThat(trail.verify(problem.value()).faults()).isEmpty();
    }

    @Test
    void a_year_that_came_without_this_node_being_told_is_found_by_the_sweep() {
        CaseNumber problem = verifiedButOne("YE2026");
        today(YEARS_END);
        submit(VERIFIER, problem.measure(2), YES);
        Job join = hangs(problem);
        sweep();
        assertThat(retries(join)).isZero();
        jdbc.update("insert into calendar_year (holiday_year, notice, entered_by, entered_at)"
                + " values (2027, '通知', '管理员', '2026-12-29 02:00:00')");
        today(YEARS_END.plusDays(1));
        sweep();
        sweep();
        assertThat(retries(join)).isEqualTo(3);
        runJobs();
        assertThat(item(HEAD, problem).stepKey()).isEqualTo("userTask_proposeClosure");
        assertThat(timeline(problem)).filteredOn("P01 step.resumed"::equals).hasSize(1);
    }

    private void sweep() {
        ReflectionTestUtils.invokeMethod(beans.getBean("yearWaits"), "sweep");
    }

    @Test
    void a_follow_up_that_comes_due_at_a_years_end_goes_on_once_the_next_year_is_entered() {
        CaseNumber problem = verifiedButOne("YB2026");
        today(LocalDate.of(2026, 6, 22));
        submit(VERIFIER, problem.measure(2), YES);
        runJobs();
        submit(HEAD, problem, new Submission.Closure("全部措施已验收。"));
        submit(LEADER, problem, YES);
        submit(INSPECTOR, problem, YES);
        submit(APPROVER, problem, YES);
        today(LocalDate.of(2026, 12, 23));
        hangs(problem);
        enter(2027);
        runJobs();
        submit(VERIFIER, problem, new Submission.FollowUp("成果保持。"));
        assertThat(as.call(CLERK, () -> cases.problem(problem)).state()).isEqualTo(ProblemState.ARCHIVED);
    }

    @Test
    void a_step_whose_next_one_would_fall_into_the_missing_year_is_refused_in_plain_words() {
        CaseNumber problem = verifiedButOne("YD2026");
        today(LocalDate.of(2026, 6, 22));
        submit(VERIFIER, problem.measure(2), YES);
        runJobs();
        today(YEARS_END);
        refused("calendar.noData", () -> submit(HEAD, problem, new Submission.Closure("全部措施已验收。")));
        assertThat(item(HEAD, problem).stepKey()).isEqualTo("userTask_proposeClosure");
    }

    @Test
    void what_failed_for_another_reason_stays_with_whoever_repairs_it() {
        CaseNumber problem = verifiedButOne("YC2026");
        today(LocalDate.of(2026, 6, 22));
        submit(VERIFIER, problem.measure(2), YES);
        Job join = next(problem);
        jobs.setJobRetries(join.getId(), 0);
        assertThat(waiting()).isEmpty();
        enter(2027);
        assertThat(retries(join)).isZero();
        assertThat(timeline(problem)).doesNotContain("P01 step.resumed");
        jobs.setJobRetries(join.getId(), 1);
        runJobs();
    }

    /** A problem whose second and last measure stands before the verifier. */
    private CaseNumber verifiedButOne(String code) {
        CaseNumber problem = started(code);
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, YES);
        for (CaseNumber measure : List.of(problem.measure(1), problem.measure(2))) {
            submit(HANDLER, measure, new Submission.Acknowledge());
            handIn(measure, 1, "完成");
            submit(HEAD, measure, YES);
        }
        submit(VERIFIER, problem.measure(1), YES);
        runJobs();
        return problem;
    }

    /** The case's next step fails as often as the engine tries it, and is given up. */
    private Job hangs(CaseNumber problem) {
        Job job = next(problem);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> jobs.executeJob(job.getId())).hasMessageContaining("calendar.noData 2027");
        }
        assertThat(retries(job)).isZero();
        return job;
    }

    private Job next(CaseNumber problem) {
        String process = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(problem.value())
                .singleResult()
                .getId();
        return jobs.createJobQuery().processInstanceId(process).singleResult();
    }

    private int retries(Job job) {
        return jobs.createJobQuery().jobId(job.getId()).singleResult().getRetries();
    }

    private Map<Integer, Integer> waiting() {
        return as.call(admin(), calendar::waiting);
    }

    private void enter(int year) {
        LocalDate newYear = LocalDate.of(year, 1, 1);
        as.run(
                admin(),
                () -> calendar.accept(new HolidayYear(
                        year, "国务院办公厅关于部分节假日安排的通知", List.of(new Entry("元旦", newYear, newYear, false)))));
    }
}
