package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.bihuan.rectification.AttemptView;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.DueMoveView;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.bihuan.shared.RuleViolation;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.Test;

/** A problem from its assignment to close-out and follow-up, as the different people who do it. */
abstract class WholeLoop extends LoopBed {

    private static final LocalDate AFTER_REMINDER = LocalDate.of(2026, 2, 25);
    private static final LocalDate OVERDUE = LocalDate.of(2026, 3, 5);
    private static final LocalDate NEW_DUE = LocalDate.of(2026, 3, 20);
    private static final LocalDate REDO_DUE = LocalDate.of(2026, 4, 30);
    private static final LocalDate FOLLOW_UP = LocalDate.of(2026, 9, 7);

    private static final Submission YES = new Submission.Decided(Decision.approve("情况属实。"));

    @Test
    void a_problem_goes_from_assignment_to_close_out_and_everything_that_happened_is_on_record() throws Exception {
        CaseNumber problem = started("AB2026");
        CaseNumber first = problem.measure(1);
        CaseNumber second = problem.measure(2);
        submit(HANDLER, problem, plan(problem));
        WorkItemRow review = item(LEADER, problem);
        refused("rectification.step.notYours", () -> as.run(HANDLER, () -> work.submit(review.id(), YES)));
        submit(LEADER, problem, YES);
        submit(HANDLER, first, new Submission.Acknowledge());
        submit(HANDLER, second, new Submission.Acknowledge());

        today(AFTER_REMINDER);
        runJobs();
        assertThat(item(HANDLER, first).level()).isEqualTo(Level.WARNING);
        assertThat(item(HANDLER, second).level()).isEqualTo(Level.NORMAL);
        today(OVERDUE);
        runJobs();
        assertThat(item(HANDLER, first).level()).isEqualTo(Level.OVERDUE);
        assertThat(as.call(HEAD, () -> inbox.page(Inbox.Tab.OVERDUE, "", null, 0, 50)))
                .extracting(WorkItemRow::kind, WorkItemRow::caseNumber)
                .contains(tuple(WorkItemRow.Kind.ESCALATED, first.value()));

        handIn(first, 1, "第一版");
        submit(HEAD, first, YES);
        String winner = claimAtOnce(item(VERIFIER, first).id());
        WorkItemRow claimed = item(winner, first);
        refused(
                "rectification.decision.noNewDue",
                () -> as.run(
                        winner,
                        () -> work.submit(claimed.id(), new Submission.Decided(Decision.sendBack("缺签到表。", null)))));
        submit(winner, first, new Submission.Decided(Decision.sendBack("缺签到表。", NEW_DUE)));
        handIn(first, 2, "第二版");
        submit(HEAD, first, YES);
        submit(VERIFIER, first, YES);

        CaseNumber added = as.call(CLERK, () -> work.addMeasure(problem, addition("建立台账")));
        submit(HANDLER, added, new Submission.Acknowledge());
        for (CaseNumber measure : List.of(second, added)) {
            handIn(measure, 1, "已完成");
            submit(HEAD, measure, YES);
            submit(VERIFIER, measure, YES);
        }
        runJobs();

        propose(problem);
        WorkItemRow approval = item(APPROVER, problem);
        refused("rectification.duty.verifierCloses", () -> as.run(INSPECTOR, () -> work.claim(approval.id())));
        refused("rectification.duty.verifierCloses", () -> as.run(INSPECTOR, () -> work.submit(approval.id(), YES)));
        submit(APPROVER, problem, new Submission.Decided(new Decision(false, "培训未见成效。", REDO_DUE, Set.of(second))));
        submit(HANDLER, second, new Submission.Acknowledge());
        handIn(second, 2, "补训完成");
        submit(HEAD, second, YES);
        submit(VERIFIER, second, YES);
        runJobs();
        propose(problem);
        submit(APPROVER, problem, YES);
        assertThat(as.call(CLERK, () -> cases.problem(problem)).state()).isEqualTo(ProblemState.CLOSED);

        today(FOLLOW_UP);
        runJobs();
        submit(VERIFIER, problem, new Submission.FollowUp("成果保持。"));

        assertThat(as.call(CLERK, () -> cases.problem(problem)).state()).isEqualTo(ProblemState.ARCHIVED);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKeyLike("AB2026%")
                        .count())
                .isZero();
        assertThat(timeline(problem)).containsExactlyElementsOf(expectedTimeline());
        for (CaseNumber number : List.of(problem, first, second, added)) {
            assertThat(trail.verify(number.value()).faults()).isEmpty();
        }
        assertAttemptsAndDates(first, second);
    }

    private void propose(CaseNumber problem) {
        submit(HEAD, problem, new Submission.Closure("全部措施已验收。"));
        submit(LEADER, problem, YES);
        submit(INSPECTOR, problem, YES);
    }

    private void assertAttemptsAndDates(CaseNumber first, CaseNumber second) {
        List<AttemptView> attempts = as.call(CLERK, () -> cases.attempts(first));
        assertThat(attempts).extracting(AttemptView::report).containsExactly("第二版", "第一版");
        assertThat(attempts).extracting(AttemptView::verdict).containsExactly("ACCEPTED", "RETURNED");
        assertThat(as.call(CLERK, () -> cases.attempts(second)))
                .extracting(AttemptView::report)
                .containsExactly("补训完成", "已完成");
        assertThat(as.call(CLERK, () -> cases.dueMoves(first)))
                .extracting(DueMoveView::from, DueMoveView::to)
                .containsExactly(tuple(DUE, NEW_DUE));
        MeasureView view = as.call(CLERK, () -> cases.measure(first));
        assertThat(view.due()).isEqualTo(NEW_DUE);
        assertThat(view.originalDue()).isEqualTo(DUE);
        assertThat(as.call(CLERK, () -> cases.measure(second)).originalDue()).isEqualTo(LATER_DUE);
    }

    private static List<String> expectedTimeline() {
        List<String> all = new ArrayList<>(List.of(
                "P01 problem.assigned",
                "P01 problem.started",
                "P01 plan.drafted",
                "P01 plan.approved",
                "P01-M01 measure.started",
                "P01-M02 measure.started",
                "P01-M01 measure.acknowledged",
                "P01-M02 measure.acknowledged",
                "P01-M01 measure.reminded",
                "P01-M01 measure.escalated"));
        all.addAll(judged("P01-M01", "measure.returned"));
        all.add("P01-M01 measure.dueMoved");
        all.addAll(judged("P01-M01", "measure.accepted"));
        all.addAll(List.of("P01-M03 measure.added", "P01-M03 measure.started", "P01-M03 measure.acknowledged"));
        all.addAll(judged("P01-M02", "measure.accepted"));
        all.addAll(judged("P01-M03", "measure.accepted"));
        all.addAll(proposed());
        all.addAll(List.of(
                "P01 task.claimed",
                "P01 closure.returned",
                "P01-M02 measure.dueMoved",
                "P01-M02 measure.started",
                "P01-M02 measure.acknowledged"));
        all.addAll(judged("P01-M02", "measure.accepted"));
        all.addAll(proposed());
        all.addAll(List.of(
                "P01 task.claimed",
                "P01 closure.approved",
                "P01 problem.closed",
                "P01 task.claimed",
                "P01 followUp.done"));
        return all;
    }

    private static List<String> judged(String measure, String verdict) {
        return Stream.of(
                        "evidence.added",
                        "measure.submitted",
                        "task.claimed",
                        "measure.reviewed",
                        "task.claimed",
                        verdict)
                .map(action -> measure + " " + action)
                .toList();
    }

    private static List<String> proposed() {
        return Stream.of("task.claimed", "closure.proposed", "closure.reviewed", "task.claimed", "closure.verified")
                .map(action -> "P01 " + action)
                .toList();
    }

    /** Two people reach for one item at the same moment: one gets it, the other a refusal; returns who got it. */
    private String claimAtOnce(long item) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<String> winners = new ArrayList<>();
        try {
            List<String> logins = List.of(VERIFIER, INSPECTOR);
            List<Future<Throwable>> answers = two.invokeAll(
                    logins.stream().map(login -> claim(login, item, start)).toList());
            for (int i = 0; i < answers.size(); i++) {
                Throwable answer = answers.get(i).get(1, TimeUnit.MINUTES);
                if (answer == null) {
                    winners.add(logins.get(i));
                } else {
                    assertThat(answer).isInstanceOf(RuleViolation.class);
                }
            }
        } finally {
            two.shutdownNow();
        }
        assertThat(winners).hasSize(1);
        assertInboxIsWhatTheEngineSays();
        return winners.get(0);
    }

    private Callable<Throwable> claim(String login, long item, CyclicBarrier start) {
        return () -> catchThrowable(() -> {
            start.await(30, TimeUnit.SECONDS);
            as.run(login, () -> work.claim(item));
        });
    }

    @Test
    void a_claimed_item_is_not_claimed_again() {
        CaseNumber problem = started("CD2026");
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, YES);
        CaseNumber measure = problem.measure(1);
        submit(HANDLER, measure, new Submission.Acknowledge());
        handIn(measure, 1, "完成");
        submit(HEAD, measure, YES);
        long item = item(VERIFIER, measure).id();
        as.run(VERIFIER, () -> work.claim(item));
        refused("rectification.step.claimedAlready", () -> as.run(INSPECTOR, () -> work.claim(item)));
        refused("rectification.step.notYours", () -> as.run(INSPECTOR, () -> work.submit(item, YES)));
        as.run(VERIFIER, () -> work.submit(item, YES));
        refused("rectification.step.doneByYou", () -> as.run(VERIFIER, () -> work.submit(item, YES)));
    }

    @Test
    void a_model_of_ones_own_that_goes_straight_to_close_out_is_refused() {
        String own = deploy("problem-without-gates.bpmn");
        try {
            CaseNumber problem = started("EF2026");
            WorkItemRow draft = item(HANDLER, problem);
            refused(
                    "rectification.problem.notApproved",
                    () -> as.run(HANDLER, () -> {
                        work.submit(draft.id(), plan(problem));
                    }));
            assertThat(as.call(CLERK, () -> cases.problem(problem)).state()).isEqualTo(ProblemState.PLANNING);
            assertThat(item(HANDLER, problem).id()).isEqualTo(draft.id());
            assertThat(timeline(problem)).containsExactly("P01 problem.assigned", "P01 problem.started");
            assertInboxIsWhatTheEngineSays();
        } finally {
            models.deleteDeployment(own, true);
        }
    }

    @Test
    void a_model_of_ones_own_that_accepts_a_measure_without_verification_is_refused() {
        String own = deploy("measure-without-verification.bpmn");
        try {
            CaseNumber problem = started("GH2026");
            submit(HANDLER, problem, plan(problem));
            submit(LEADER, problem, YES);
            CaseNumber measure = problem.measure(1);
            WorkItemRow receipt = item(HANDLER, measure);
            refused(
                    "rectification.measure.notVerified",
                    () -> as.run(HANDLER, () -> work.submit(receipt.id(), new Submission.Acknowledge())));
            assertThat(as.call(CLERK, () -> cases.measure(measure)).state()).isEqualTo(MeasureState.ASSIGNED);
            assertThat(timeline(problem)).doesNotContain("P01-M01 measure.acknowledged");
        } finally {
            models.deleteDeployment(own, true);
        }
    }
}
