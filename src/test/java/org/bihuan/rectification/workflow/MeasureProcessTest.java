package org.bihuan.rectification.workflow;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.Date;
import java.util.Map;

import org.bihuan.shared.CaseNumber;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every path and timer of the measure process. The extension fails the class below full coverage. */
@Deployment(resources = RunningCases.MEASURE_MODEL)
class MeasureProcessTest {

    private static final String MEASURE = "XH2025-P02-M03";
    private static final RunningCases CASES = new RunningCases("measure-process");

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = ProcessEngineCoverageExtension.builder(CASES.configuration())
            .assertClassCoverageAtLeast(1.0)
            .build();

    @BeforeEach
    void firstDay() {
        CASES.reset();
    }

    @AfterEach
    void realTime() {
        ClockUtil.reset();
    }

    /** Not before each test: the extension deploys and counts only once the test itself runs. */
    private static void start() {
        CASES.start("measure-rectification", MEASURE);
    }

    private static void toCarryOut() {
        CASES.complete(MEASURE, "userTask_acknowledge");
    }

    private static void toReview() {
        toCarryOut();
        CASES.complete(MEASURE, "userTask_carryOut");
    }

    private static Date due(String timer) {
        Job job = CASES.timer(timer);
        assertThat(job).as(timer).isNotNull();
        return job.getDuedate();
    }

    @Test
    void aMeasureGoesStraightFromAssignmentToAcceptance() {
        start();
        assertThat(CASES.openSteps(MEASURE)).containsExactly("userTask_acknowledge");
        assertThat(CASES.ran).containsExactly("stepOpenMeasure " + MEASURE);
        CASES.complete(MEASURE, "userTask_acknowledge");
        assertThat(CASES.openSteps(MEASURE)).containsExactly("userTask_carryOut");
        CASES.complete(MEASURE, "userTask_carryOut");
        assertThat(CASES.openSteps(MEASURE)).containsExactly("userTask_reviewMeasure");
        CASES.approve(MEASURE, "userTask_reviewMeasure");
        assertThat(CASES.openSteps(MEASURE)).containsExactly("userTask_verifyMeasure");
        CASES.approve(MEASURE, "userTask_verifyMeasure");

        assertThat(CASES.ended(MEASURE)).isTrue();
        assertThat(CASES.passed(MEASURE, "endEvent_measureAccepted")).isEqualTo(1);
        assertThat(CASES.ran).containsExactly("stepOpenMeasure " + MEASURE, "stepAcceptMeasure " + MEASURE);
    }

    @Test
    void theUnitHeadReturnsAMeasureAndItIsCarriedOutAgain() {
        start();
        toReview();
        CASES.sendBack(MEASURE, "userTask_reviewMeasure");

        assertThat(CASES.openSteps(MEASURE)).containsExactly("userTask_carryOut");
        CASES.complete(MEASURE, "userTask_carryOut");
        CASES.approve(MEASURE, "userTask_reviewMeasure");
        assertThat(CASES.openSteps(MEASURE)).containsExactly("userTask_verifyMeasure");
        assertThat(CASES.passed(MEASURE, "userTask_carryOut")).isEqualTo(2);
    }

    @Test
    void anUnknownOutcomeIsTreatedAsReturned() {
        start();
        toReview();
        CASES.complete(MEASURE, "userTask_reviewMeasure", Map.of(CaseVariables.OUTCOME, "perhaps"));
        assertThat(CASES.openSteps(MEASURE)).containsExactly("userTask_carryOut");
    }

    @Test
    void theVerifierReturnsAMeasureWithANewDateAndBothTimersFollowIt() {
        start();
        toReview();
        CASES.approve(MEASURE, "userTask_reviewMeasure");
        Instant remind = CASES.remindAt.plusSeconds(30 * 86_400);
        Instant escalate = CASES.escalateAt.plusSeconds(30 * 86_400);
        CASES.complete(
                MEASURE,
                "userTask_verifyMeasure",
                Map.of(
                        CaseVariables.OUTCOME, "returned",
                        CaseVariables.REMIND_AT, Date.from(remind),
                        CaseVariables.ESCALATE_AT, Date.from(escalate)));

        assertThat(CASES.openSteps(MEASURE)).containsExactly("userTask_carryOut");
        assertThat(due("boundaryTimer_remind")).isEqualTo(Date.from(remind));
        assertThat(due("boundaryTimer_escalate")).isEqualTo(Date.from(escalate));
        CASES.clockTo(CASES.escalateAt);
        assertThat(CASES.ran).containsExactly("stepOpenMeasure " + MEASURE);
    }

    @Test
    void theReminderComesAtItsTimeOnceAndDoesNotInterrupt() {
        start();
        toCarryOut();
        CASES.clockTo(CASES.remindAt.minusSeconds(1));
        assertThat(CASES.ran).doesNotContain("stepRemind " + MEASURE);

        CASES.clockTo(CASES.remindAt);
        assertThat(CASES.ran).containsOnlyOnce("stepRemind " + MEASURE);
        assertThat(CASES.passed(MEASURE, "endEvent_reminded")).isEqualTo(1);
        assertThat(CASES.openSteps(MEASURE)).containsExactly("userTask_carryOut");

        CASES.clockTo(CASES.escalateAt.minusSeconds(1));
        assertThat(CASES.ran).containsOnlyOnce("stepRemind " + MEASURE).doesNotContain("stepEscalate " + MEASURE);
    }

    @Test
    void theEscalationComesAtItsTimeOnceAndDoesNotInterrupt() {
        start();
        toCarryOut();
        CASES.clockTo(CASES.escalateAt);
        CASES.clockTo(CASES.escalateAt.plusSeconds(365L * 86_400));

        assertThat(CASES.ran).containsOnlyOnce("stepEscalate " + MEASURE);
        assertThat(CASES.passed(MEASURE, "endEvent_escalated")).isEqualTo(1);
        assertThat(CASES.openSteps(MEASURE)).containsExactly("userTask_carryOut");
        CASES.complete(MEASURE, "userTask_carryOut");
        assertThat(CASES.openSteps(MEASURE)).containsExactly("userTask_reviewMeasure");
    }

    @Test
    void aDateThatMovesWhileWorkIsGoingOnMovesBothTimers() {
        start();
        toCarryOut();
        moveBy(5);

        CASES.clockTo(CASES.remindAt);
        assertThat(CASES.ran).doesNotContain("stepRemind " + MEASURE);
        CASES.clockTo(CASES.remindAt.plus(5, DAYS));
        assertThat(CASES.ran).containsOnlyOnce("stepRemind " + MEASURE);
        CASES.clockTo(CASES.escalateAt);
        assertThat(CASES.ran).doesNotContain("stepEscalate " + MEASURE);
        CASES.clockTo(CASES.escalateAt.plus(5, DAYS));
        assertThat(CASES.ran).containsOnlyOnce("stepEscalate " + MEASURE);
    }

    @Test
    void aDateThatMovesAfterBothTimersFiredBringsEachBackOnce() {
        start();
        toCarryOut();
        CASES.clockTo(CASES.escalateAt);
        moveBy(60);
        moveBy(30);

        assertThat(due("boundaryTimer_remind")).isEqualTo(Date.from(CASES.remindAt.plus(30, DAYS)));
        assertThat(due("boundaryTimer_escalate")).isEqualTo(Date.from(CASES.escalateAt.plus(30, DAYS)));
        CASES.clockTo(CASES.escalateAt.plus(365, DAYS));
        assertThat(CASES.ran)
                .containsExactly(
                        "stepOpenMeasure " + MEASURE,
                        "stepRemind " + MEASURE,
                        "stepEscalate " + MEASURE,
                        "stepRemind " + MEASURE,
                        "stepEscalate " + MEASURE);
        CASES.complete(MEASURE, "userTask_carryOut");
        assertThat(CASES.openSteps(MEASURE)).containsExactly("userTask_reviewMeasure");
    }

    @Test
    void aDateThatMovesWhileNothingIsCarriedOutMakesNoTimer() {
        start();
        moveBy(5);
        assertThat(CASES.timer("boundaryTimer_remind")).isNull();
        toCarryOut();
        assertThat(due("boundaryTimer_remind")).isEqualTo(Date.from(CASES.remindAt.plus(5, DAYS)));
    }

    private static void moveBy(int days) {
        new EnginePort(CASES.engine(), mock(DiagramReader.class), mock(StepHands.class))
                .reschedule(
                        new CaseNumber(MEASURE), CASES.remindAt.plus(days, DAYS), CASES.escalateAt.plus(days, DAYS));
    }

    @Test
    void workHandedInLeavesNoTimerBehind() {
        start();
        toReview();
        assertThat(CASES.timer("boundaryTimer_remind")).isNull();
        assertThat(CASES.timer("boundaryTimer_escalate")).isNull();
        CASES.clockTo(CASES.escalateAt);
        assertThat(CASES.ran).containsExactly("stepOpenMeasure " + MEASURE);
    }
}
