package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.bihuan.rectification.Decision;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkItemRow;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reminder and escalation of work whose date moves, before they came and after. */
abstract class MovedDates extends LoopBed {

    private static final Submission YES = new Submission.Decided(Decision.approve("情况属实。"));

    /** Between the reminder, ten working days before the date, and the escalation, one after it. */
    private static final LocalDate REMINDED = LocalDate.of(2026, 2, 25);

    private static final LocalDate ESCALATED = LocalDate.of(2026, 3, 5);
    private static final LocalDate NEW_DUE = LocalDate.of(2026, 4, 30);
    private static final LocalDate BEFORE_NEW_REMINDER = LocalDate.of(2026, 4, 14);
    private static final LocalDate NEW_REMINDED = LocalDate.of(2026, 4, 29);
    private static final LocalDate NEW_ESCALATED = LocalDate.of(2026, 5, 20);

    @Autowired
    RuntimeService processes;

    @Test
    void a_date_that_moves_before_anything_came_takes_reminder_and_escalation_with_it() {
        CaseNumber measure = atWork("MA2026");
        move(measure, NEW_DUE);
        comes(measure, ESCALATED, Level.NORMAL, 0, 0);
        thenOfTheNewDate(measure, 0, 0);
    }

    @Test
    void a_date_that_moves_after_the_reminder_is_reminded_of_again() {
        CaseNumber measure = atWork("MB2026");
        comes(measure, REMINDED, Level.WARNING, 1, 0);
        move(measure, NEW_DUE);
        comes(measure, ESCALATED, Level.NORMAL, 1, 0);
        thenOfTheNewDate(measure, 1, 0);
    }

    @Test
    void a_date_that_moves_after_the_escalation_is_reminded_of_and_escalated_again() {
        CaseNumber measure = atWork("MC2026");
        comes(measure, ESCALATED, Level.OVERDUE, 1, 1);
        assertThat(escalated(measure)).hasSize(1);
        move(measure, NEW_DUE);
        comes(measure, ESCALATED, Level.NORMAL, 1, 1);
        assertThat(escalated(measure)).isEmpty();
        thenOfTheNewDate(measure, 1, 1);
    }

    @Test
    void a_date_that_moves_again_and_again_is_told_of_once() {
        CaseNumber measure = atWork("MD2026");
        comes(measure, ESCALATED, Level.OVERDUE, 1, 1);
        move(measure, NEW_DUE.plusDays(7));
        move(measure, NEW_DUE.plusDays(14));
        move(measure, NEW_DUE);
        assertThat(timers(measure)).isEqualTo(2);
        thenOfTheNewDate(measure, 1, 1);
    }

    @Test
    void a_new_date_whose_reminder_has_passed_already_is_reminded_of_at_once() {
        CaseNumber measure = atWork("ME2026");
        comes(measure, ESCALATED, Level.OVERDUE, 1, 1);
        move(measure, ESCALATED.plusDays(5));
        assertThat(item(HANDLER, measure).level()).isEqualTo(Level.NORMAL);
        comes(measure, ESCALATED, Level.WARNING, 2, 1);
        assertThat(escalated(measure)).isEmpty();
    }

    @Test
    void a_date_that_moves_while_the_work_is_judged_makes_no_timer_before_it_is_sent_back() {
        CaseNumber measure = atWork("MF2026");
        comes(measure, ESCALATED, Level.OVERDUE, 1, 1);
        handIn(measure, 1, "完成");
        move(measure, NEW_DUE);
        assertThat(timers(measure)).isZero();
        submit(HEAD, measure, new Submission.Decided(Decision.sendBack("缺签到表。", null)));
        assertThat(timers(measure)).isEqualTo(2);
        thenOfTheNewDate(measure, 1, 1);
    }

    @Test
    void timers_and_steps_of_a_model_of_ones_own_move_whatever_they_are_called() {
        String own = deploy("measure-with-own-names.bpmn");
        try {
            CaseNumber measure = atWork("MG2026");
            comes(measure, REMINDED, Level.WARNING, 1, 0);
            move(measure, NEW_DUE);
            assertThat(item(HANDLER, measure).due()).isEqualTo(NEW_DUE);
            comes(measure, ESCALATED, Level.NORMAL, 1, 0);
            thenOfTheNewDate(measure, 1, 0);
        } finally {
            models.deleteDeployment(own, true);
        }
    }

    /** The first measure of a problem, acknowledged; its date is {@link #DUE}. */
    private CaseNumber atWork(String code) {
        CaseNumber problem = started(code);
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, YES);
        CaseNumber measure = problem.measure(1);
        submit(HANDLER, measure, new Submission.Acknowledge());
        return measure;
    }

    private void move(CaseNumber measure, LocalDate to) {
        as.run(VERIFIER, () -> work.moveDue(measure, to, "材料需要时间。"));
        assertInboxIsWhatTheEngineSays();
    }

    private void thenOfTheNewDate(CaseNumber measure, int reminded, int escalated) {
        comes(measure, BEFORE_NEW_REMINDER, Level.NORMAL, reminded, escalated);
        comes(measure, NEW_REMINDED, Level.WARNING, reminded + 1, escalated);
        assertThat(escalated(measure)).isEmpty();
        comes(measure, NEW_ESCALATED, Level.OVERDUE, reminded + 1, escalated + 1);
        assertThat(escalated(measure)).hasSize(1);
        assertThat(timers(measure)).isZero();
        comes(measure, NEW_ESCALATED.plusMonths(1), Level.OVERDUE, reminded + 1, escalated + 1);
    }

    private void comes(CaseNumber measure, LocalDate day, Level level, int reminded, int escalated) {
        today(day);
        runJobs();
        assertThat(item(HANDLER, measure).level()).isEqualTo(level);
        List<String> told = timeline(measure.problem());
        assertThat(told).filteredOn(act -> act.endsWith("M01 measure.reminded")).hasSize(reminded);
        assertThat(told)
                .filteredOn(act -> act.endsWith("M01 measure.escalated"))
                .hasSize(escalated);
    }

    private List<WorkItemRow> escalated(CaseNumber measure) {
        return as.call(HEAD, () -> inbox.page(Inbox.Tab.OVERDUE, measure.value(), null, 0, 50)).stream()
                .filter(row -> row.kind() == WorkItemRow.Kind.ESCALATED)
                .toList();
    }

    private long timers(CaseNumber measure) {
        String process = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(measure.value())
                .singleResult()
                .getId();
        return jobs.createJobQuery().processInstanceId(process).timers().count();
    }
}
