package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.NewEvidence;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.NewMeasure;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.Test;

/** Several people, or one with two clicks, do the same at the same moment. */
abstract class Duels extends LoopBed {

    private static final int ROUNDS = 25;
    private static final Submission YES = new Submission.Decided(Decision.approve("情况属实。"));

    /** What each got, in the order of the acts; null for whoever went through. */
    private static List<Throwable> atOnce(List<Runnable> acts) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            List<Callable<Throwable>> calls = acts.stream()
                    .<Callable<Throwable>>map(act -> () -> {
                        start.await(30, TimeUnit.SECONDS);
                        return catchThrowable(act::run);
                    })
                    .toList();
            List<Throwable> answers = new ArrayList<>();
            for (Future<Throwable> answer : threads.invokeAll(calls)) {
                answers.add(answer.get(1, TimeUnit.MINUTES));
            }
            return answers;
        } catch (ExecutionException | TimeoutException broken) {
            throw new AssertionError(broken);
        } finally {
            threads.shutdownNow();
        }
    }

    private Runnable as(String login, Runnable act) {
        return () -> as.run(login, act);
    }

    private CaseNumber submitted(String code) {
        CaseNumber measure = atWork(code).measure(1);
        handIn(measure, 1, "完成");
        return measure;
    }

    private CaseNumber atWork(String code) {
        CaseNumber problem = started(code);
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, YES);
        submit(HANDLER, problem.measure(1), new Submission.Acknowledge());
        submit(HANDLER, problem.measure(2), new Submission.Acknowledge());
        return problem;
    }

    private int audited(CaseNumber number, String action) {
        return (int) trail.ofStream(number.value()).stream()
                .filter(entry -> entry.action().equals(action))
                .count();
    }

    @Test
    void one_of_two_who_claim_gets_the_item_and_the_other_reads_who_did() throws InterruptedException {
        CaseNumber measure = submitted("DA2026");
        submit(HEAD, measure, YES);
        long item = item(VERIFIER, measure).id();
        Map<String, String> names = Map.of(VERIFIER, "专班督查员", INSPECTOR, "纪工委书记");
        List<String> logins = List.of(VERIFIER, INSPECTOR);
        for (int i = 0; i < ROUNDS; i++) {
            int before = audited(measure, "task.claimed");
            List<Throwable> answers = atOnce(logins.stream()
                    .map(login -> as(login, () -> work.claim(item)))
                    .toList());
            assertThat(answers)
                    .as("round " + i)
                    .filteredOn(answer -> answer == null)
                    .hasSize(1);
            String winner = logins.get(answers.indexOf(null));
            Throwable loss = answers.get(1 - answers.indexOf(null));
            assertThat(loss).isInstanceOfSatisfying(AlreadyDone.class, late -> {
                assertThat(late.key()).isEqualTo("rectification.step.claimedAlready");
                assertThat(late.args()).containsExactly(names.get(winner));
            });
            assertThat(audited(measure, "task.claimed")).isEqualTo(before + 1);
            assertThat(item(winner, measure).kind()).isEqualTo(WorkItemRow.Kind.MINE);
            as.run(winner, () -> work.unclaim(item));
        }
        assertInboxIsWhatTheEngineSays();
        assertThat(trail.verify(measure.value()).faults()).isEmpty();
    }

    @Test
    void a_step_that_is_handed_in_by_many_clicks_is_done_once() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            CaseNumber problem = started("DB20%02d".formatted(26 + i));
            long item = item(HANDLER, problem).id();
            Runnable click = as(HANDLER, () -> work.submit(item, plan(problem)));
            List<Throwable> answers = atOnce(List.of(click, click, click, click));
            assertThat(answers).filteredOn(answer -> answer == null).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer != null).allSatisfy(answer -> assertThat(answer)
                    .isInstanceOfSatisfying(AlreadyDone.class, late -> assertThat(late.key())
                            .isEqualTo("rectification.step.doneByYou")));
            assertThat(audited(problem, "plan.drafted")).isEqualTo(1);
            assertThat(item(LEADER, problem).stepKey()).isEqualTo("userTask_reviewPlan");
        }
        assertInboxIsWhatTheEngineSays();
    }

    @Test
    void two_opposite_decisions_at_once_leave_one_and_the_loser_reads_whose() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            CaseNumber measure = submitted("DC20%02d".formatted(26 + i));
            submit(HEAD, measure, YES);
            long item = item(VERIFIER, measure).id();
            as.run(VERIFIER, () -> work.claim(item));
            List<Throwable> answers = atOnce(List.of(
                    as(VERIFIER, () -> work.submit(item, YES)),
                    as(
                            VERIFIER,
                            () -> work.submit(item, new Submission.Decided(Decision.sendBack("缺签到表。", LATER_DUE))))));
            assertThat(answers).filteredOn(answer -> answer == null).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer != null)
                    .singleElement()
                    .isInstanceOf(AlreadyDone.class);
            boolean accepted = answers.get(0) == null;
            assertThat(as.call(CLERK, () -> cases.measure(measure)).state())
                    .isEqualTo(accepted ? MeasureState.ACCEPTED : MeasureState.IN_PROGRESS);
            assertThat(audited(measure, "measure.accepted")).isEqualTo(accepted ? 1 : 0);
            assertThat(audited(measure, "measure.returned")).isEqualTo(accepted ? 0 : 1);
        }
        assertInboxIsWhatTheEngineSays();
    }

    /** Both end a process that their common parent waits for: the engine lets one of them fail. */
    @Test
    void neighbours_that_finish_at_the_same_moment_both_get_through() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            CaseNumber problem = atWork("DD20%02d".formatted(26 + i));
            List<CaseNumber> measures = List.of(problem.measure(1), problem.measure(2));
            for (CaseNumber measure : measures) {
                handIn(measure, 1, "完成");
                submit(HEAD, measure, YES);
                as.run(VERIFIER, () -> work.claim(item(VERIFIER, measure).id()));
            }
            List<Throwable> answers = atOnce(measures.stream()
                    .map(measure -> {
                        long item = item(VERIFIER, measure).id();
                        return as(VERIFIER, () -> work.submit(item, YES));
                    })
                    .toList());
            assertThat(answers).containsOnlyNulls();
            runJobs();
            assertThat(item(HEAD, problem).stepKey()).isEqualTo("userTask_proposeClosure");
        }
    }

    @Test
    void measures_added_at_once_get_numbers_without_gaps_and_each_once() throws InterruptedException {
        CaseNumber problem = atWork("DE2026");
        Set<CaseNumber> numbers = ConcurrentHashMap.newKeySet();
        List<Runnable> acts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            NewMeasure measure = addition("新增措施" + i);
            acts.add(as(CLERK, () -> numbers.add(work.addMeasure(problem, measure))));
        }
        assertThat(atOnce(acts)).containsOnlyNulls();
        assertThat(numbers)
                .containsExactlyInAnyOrder(
                        problem.measure(3),
                        problem.measure(4),
                        problem.measure(5),
                        problem.measure(6),
                        problem.measure(7),
                        problem.measure(8));
        runJobs();
        for (CaseNumber number : numbers) {
            assertThat(item(HANDLER, number).stepKey()).isEqualTo("userTask_acknowledge");
            assertThat(audited(number, "measure.added")).isEqualTo(1);
        }
    }

    @Test
    void a_measure_that_is_added_by_two_clicks_is_there_once() throws InterruptedException {
        CaseNumber problem = atWork("DF2026");
        Runnable click = as(CLERK, () -> work.addMeasure(problem, addition("建立台账")));
        List<Throwable> answers = atOnce(List.of(click, click));
        assertThat(answers).filteredOn(answer -> answer == null).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer != null).allSatisfy(answer -> assertThat(answer)
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.key())
                        .isEqualTo("rectification.measure.addedAlready")));
        assertThat(as.call(CLERK, () -> cases.measures(problem))).hasSize(3);
    }

    @Test
    void a_date_that_is_moved_by_two_clicks_is_moved_once() throws InterruptedException {
        CaseNumber measure = atWork("DG2026").measure(1);
        Runnable click = as(VERIFIER, () -> work.moveDue(measure, LATER_DUE, "等待上级批复。"));
        List<Throwable> answers = atOnce(List.of(click, click));
        assertThat(answers).filteredOn(answer -> answer == null).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer != null).allSatisfy(answer -> assertThat(answer)
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.key())
                        .isEqualTo("rectification.measure.dueAlready")));
        assertThat(as.call(CLERK, () -> cases.dueMoves(measure))).hasSize(1);
        assertThat(audited(measure, "measure.dueMoved")).isEqualTo(1);
        assertInboxIsWhatTheEngineSays();
    }

    @Test
    void a_file_that_is_added_by_two_clicks_is_there_once() throws InterruptedException {
        CaseNumber measure = atWork("DH2026").measure(1);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] content = ("会议纪要 " + i).getBytes(StandardCharsets.UTF_8);
            Runnable click = as(
                    HANDLER,
                    () -> evidence.add(
                            new NewEvidence(measure.value(), EvidenceKind.MEETING_RECORD, "纪要.txt", 1),
                            new ByteArrayInputStream(content),
                            currentActor.require()));
            List<Throwable> answers = atOnce(List.of(click, click));
            assertThat(answers).filteredOn(answer -> answer == null).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer != null).allSatisfy(answer -> assertThat(answer)
                    .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.key())
                            .isEqualTo("evidence.duplicate")));
        }
        assertThat(as.call(HANDLER, () -> evidence.of(measure.value()))).hasSize(ROUNDS);
        assertThat(audited(measure, "evidence.added")).isEqualTo(ROUNDS);
    }
}
