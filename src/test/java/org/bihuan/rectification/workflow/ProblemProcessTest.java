package org.bihuan.rectification.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;

import org.bihuan.rectification.CaseDiagram;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every path of the problem process. The extension fails the class below full coverage. */
@Deployment(resources = {RunningCases.PROBLEM_MODEL, RunningCases.MEASURE_MODEL})
class ProblemProcessTest {

    private static final String PROBLEM = "XH2025-P02";
    private static final String M1 = "XH2025-P02-M01";
    private static final String M2 = "XH2025-P02-M02";
    private static final RunningCases CASES = new RunningCases("problem-process");

    /** The measure process has a class of its own that holds it to full coverage. */
    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = ProcessEngineCoverageExtension.builder(CASES.configuration())
            .excludeProcessDefinitionKeys("measure-rectification")
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
        CASES.start("problem-rectification", PROBLEM);
    }

    private static void toMeasures(String... measures) {
        CASES.open = Arrays.asList(measures);
        CASES.complete(PROBLEM, "userTask_draftPlan");
        CASES.approve(PROBLEM, "userTask_reviewPlan");
    }

    private static void toProposal() {
        toMeasures(M1);
        CASES.carryThrough(M1);
        CASES.open = List.of();
    }

    private static void toReview() {
        CASES.complete(PROBLEM, "userTask_proposeClosure");
    }

    private static void toVerification() {
        toReview();
        CASES.approve(PROBLEM, "userTask_reviewClosure");
    }

    private static void toApproval() {
        toVerification();
        CASES.approve(PROBLEM, "userTask_verifyClosure");
    }

    private static List<String> children() {
        ProcessInstance problem = CASES.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(PROBLEM)
                .singleResult();
        return CASES
                .engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(problem.getId())
                .list()
                .stream()
                .map(ProcessInstance::getBusinessKey)
                .sorted()
                .toList();
    }

    private static void assertStandsAt(String step) {
        assertThat(CASES.openSteps(PROBLEM)).containsExactly(step);
    }

    @Test
    void the_diagram_marks_the_way_that_was_taken_and_no_other() {
        start();
        toMeasures(M1);
        CaseDiagram straight = diagram();
        assertThat(straight.tokens()).contains("callActivity_measure");
        assertThat(straight.done())
                .contains("userTask_draftPlan", "flow_toReviewPlan", "flow_planApproved")
                .doesNotContain("flow_planReturned", "flow_toProposeClosure");
        assertThat(straight.called()).extracting(CaseDiagram.Called::caseNumber).containsExactly(new CaseNumber(M1));
    }

    @Test
    void the_diagram_of_returned_work_marks_the_way_back() {
        start();
        CASES.complete(PROBLEM, "userTask_draftPlan");
        CASES.sendBack(PROBLEM, "userTask_reviewPlan");
        assertThat(diagram().tokens()).containsExactly("userTask_draftPlan");
        assertThat(diagram().done()).contains("flow_planReturned").doesNotContain("flow_planApproved");
    }

    private static CaseDiagram diagram() {
        return new DiagramReader(CASES.engine()).read(new CaseNumber(PROBLEM));
    }

    @Test
    void aProblemGoesStraightFromFindingToArchive() {
        start();
        assertStandsAt("userTask_draftPlan");
        CASES.complete(PROBLEM, "userTask_draftPlan");
        assertStandsAt("userTask_reviewPlan");
        CASES.open = List.of(M1);
        CASES.approve(PROBLEM, "userTask_reviewPlan");
        assertThat(CASES.openSteps(PROBLEM)).isEmpty();
        CASES.carryThrough(M1);
        assertStandsAt("userTask_proposeClosure");
        CASES.complete(PROBLEM, "userTask_proposeClosure");
        assertStandsAt("userTask_reviewClosure");
        CASES.approve(PROBLEM, "userTask_reviewClosure");
        assertStandsAt("userTask_verifyClosure");
        CASES.approve(PROBLEM, "userTask_verifyClosure");
        assertStandsAt("userTask_approveClosure");
        CASES.approve(PROBLEM, "userTask_approveClosure");

        assertThat(CASES.ran).containsOnlyOnce("stepCloseOut " + PROBLEM);
        assertThat(CASES.passed(PROBLEM, "event_closed")).isEqualTo(1);
        assertThat(CASES.openSteps(PROBLEM)).isEmpty();
        CASES.clockTo(CASES.followUpAt.minusSeconds(1));
        assertThat(CASES.openSteps(PROBLEM)).isEmpty();
        CASES.clockTo(CASES.followUpAt);
        assertStandsAt("userTask_followUp");
        CASES.complete(PROBLEM, "userTask_followUp");
        assertThat(CASES.passed(PROBLEM, "endEvent_archived")).isEqualTo(1);
        assertThat(CASES.ended(PROBLEM)).isTrue();
    }

    @Test
    void aReturnedPlanIsDraftedAgain() {
        start();
        CASES.complete(PROBLEM, "userTask_draftPlan");
        CASES.sendBack(PROBLEM, "userTask_reviewPlan");
        assertStandsAt("userTask_draftPlan");
        CASES.complete(PROBLEM, "userTask_draftPlan");
        assertStandsAt("userTask_reviewPlan");
        assertThat(CASES.ran).isEmpty();
    }

    @Test
    void everyMeasureRunsUnderItsOwnNumber() {
        start();
        toMeasures(M1, M2);
        assertThat(children()).containsExactly(M1, M2);
        assertThat(CASES.ran).contains("stepOpenMeasure " + M1, "stepOpenMeasure " + M2);
    }

    @Test
    void closureWaitsForTheLastMeasureWhenTheFirstIsAcceptedFirst() {
        start();
        toMeasures(M1, M2);
        CASES.carryThrough(M1);
        assertThat(CASES.openSteps(PROBLEM)).isEmpty();
        CASES.carryThrough(M2);
        assertStandsAt("userTask_proposeClosure");
    }

    @Test
    void closureWaitsForTheLastMeasureWhenTheSecondIsAcceptedFirst() {
        start();
        toMeasures(M1, M2);
        CASES.carryThrough(M2);
        assertThat(CASES.openSteps(PROBLEM)).isEmpty();
        CASES.carryThrough(M1);
        assertStandsAt("userTask_proposeClosure");
    }

    @Test
    void twoMeasuresAcceptedBeforeEitherIsJoinedStillJoinOnce() {
        start();
        toMeasures(M1, M2);
        for (String measure : List.of(M1, M2)) {
            CASES.complete(measure, "userTask_acknowledge");
            CASES.complete(measure, "userTask_carryOut");
            CASES.approve(measure, "userTask_reviewMeasure");
            CASES.approve(measure, "userTask_verifyMeasure");
        }
        assertThat(CASES.openSteps(PROBLEM)).isEmpty();
        CASES.runDueJobs();
        assertStandsAt("userTask_proposeClosure");
    }

    @Test
    void aPlanWithoutOpenMeasuresGoesStraightToTheProposal() {
        start();
        toMeasures();
        CASES.runDueJobs();
        assertStandsAt("userTask_proposeClosure");
    }

    @Test
    void threeMeasuresAddedLaterGetTheirOwnProcessesAndHoldTheClosure() {
        start();
        toMeasures(M1);
        List<String> added = List.of("XH2025-P02-M07", "XH2025-P02-M08", "XH2025-P02-M09");
        added.forEach(measure -> CASES.join(PROBLEM, measure));

        assertThat(children()).containsExactly(M1, added.get(0), added.get(1), added.get(2));
        CASES.carryThrough(M1);
        assertThat(CASES.openSteps(PROBLEM)).isEmpty();
        CASES.carryThrough(added.get(2));
        CASES.carryThrough(added.get(0));
        assertThat(CASES.openSteps(PROBLEM)).isEmpty();
        CASES.carryThrough(added.get(1));
        assertStandsAt("userTask_proposeClosure");
        assertThat(CASES.passed(PROBLEM, "endEvent_addedMeasureAccepted")).isEqualTo(3);
    }

    @Test
    void aMeasureThatIsAddedLeavesNoTraceInTheProblemsVariables() {
        start();
        toMeasures(M1);
        CASES.join(PROBLEM, M2);
        ProcessInstance problem = CASES.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(PROBLEM)
                .singleResult();
        assertThat(CASES.engine().getRuntimeService().getVariablesLocal(problem.getId()))
                .containsOnlyKeys(CaseVariables.OUTCOME);
    }

    @Test
    void aMeasureCanBeAddedWhenOnlyAnAddedOneIsStillOpen() {
        start();
        toMeasures(M1);
        CASES.join(PROBLEM, M2);
        CASES.carryThrough(M1);
        CASES.join(PROBLEM, "XH2025-P02-M03");
        CASES.carryThrough(M2);
        assertThat(CASES.openSteps(PROBLEM)).isEmpty();
        CASES.carryThrough("XH2025-P02-M03");
        assertStandsAt("userTask_proposeClosure");
    }

    @Test
    void aMeasureCannotJoinOutsideTheRectificationPhase() {
        start();
        assertThatThrownBy(() -> CASES.join(PROBLEM, M1)).isInstanceOf(MismatchingMessageCorrelationException.class);
        toProposal();
        assertThatThrownBy(() -> CASES.join(PROBLEM, M2)).isInstanceOf(MismatchingMessageCorrelationException.class);
    }

    @Test
    void aClosureReturnedByTheLeadOfficialWithoutWorkToRedoIsProposedAgain() {
        start();
        toProposal();
        toReview();
        CASES.sendBack(PROBLEM, "userTask_reviewClosure");
        CASES.runDueJobs();
        assertStandsAt("userTask_proposeClosure");
        assertThat(children()).isEmpty();
    }

    @Test
    void aClosureReturnedByTheVerifierRunsTheMeasureToBeRedoneAgain() {
        start();
        toProposal();
        toVerification();
        CASES.open = List.of(M1);
        CASES.sendBack(PROBLEM, "userTask_verifyClosure");

        assertThat(children()).containsExactly(M1);
        assertThat(CASES.openSteps(PROBLEM)).isEmpty();
        CASES.carryThrough(M1);
        assertStandsAt("userTask_proposeClosure");
        assertThat(CASES.passed(PROBLEM, "subProcess_rectify")).isEqualTo(2);
    }

    @Test
    void aClosureReturnedByTheLeadingGroupGoesThroughEveryReviewAgain() {
        start();
        toProposal();
        toApproval();
        CASES.open = List.of(M1);
        CASES.sendBack(PROBLEM, "userTask_approveClosure");
        CASES.join(PROBLEM, M2);
        CASES.carryThrough(M2);
        assertThat(CASES.openSteps(PROBLEM)).isEmpty();
        CASES.carryThrough(M1);
        toApproval();
        assertStandsAt("userTask_approveClosure");
        assertThat(CASES.ran).doesNotContain("stepCloseOut " + PROBLEM);
    }

    @Test
    void aRefusedCloseOutReachesTheApproverAndLeavesTheTaskOpen() {
        start();
        toProposal();
        toApproval();
        RuleViolation refusal = new RuleViolation("rectification.closeOut.openMeasures");
        CASES.refusal = refusal;
        assertThatThrownBy(() -> CASES.approve(PROBLEM, "userTask_approveClosure"))
                .isSameAs(refusal);

        assertStandsAt("userTask_approveClosure");
        assertThat(CASES.passed(PROBLEM, "userTask_approveClosure")).isZero();
        CASES.refusal = null;
        CASES.approve(PROBLEM, "userTask_approveClosure");
        assertThat(CASES.ran).containsOnlyOnce("stepCloseOut " + PROBLEM);
    }
}
