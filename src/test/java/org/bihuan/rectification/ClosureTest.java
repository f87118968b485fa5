package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.rectification.Earlier.NOBODY;
import static org.bihuan.rectification.Fixtures.APPROVER;
import static org.bihuan.rectification.Fixtures.AT;
import static org.bihuan.rectification.Fixtures.GROUP;
import static org.bihuan.rectification.Fixtures.HANDLER;
import static org.bihuan.rectification.Fixtures.LEADER;
import static org.bihuan.rectification.Fixtures.OFFICE;
import static org.bihuan.rectification.Fixtures.STRANGER;
import static org.bihuan.rectification.Fixtures.TASK_FORCE;
import static org.bihuan.rectification.Fixtures.UNIT_HEAD;
import static org.bihuan.rectification.Fixtures.VERIFIER;
import static org.bihuan.rectification.Fixtures.assertRefused;
import static org.bihuan.rectification.Fixtures.assigned;
import static org.bihuan.rectification.Fixtures.hands;
import static org.bihuan.rectification.Fixtures.inPlaceOf;
import static org.bihuan.rectification.Fixtures.measureOf;
import static org.bihuan.rectification.Fixtures.problem;
import static org.bihuan.rectification.Fixtures.rectifying;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The way to close-out: proposal, review, verification, approval, and back. */
class ClosureTest {

    private static final Hands PROPOSER = hands(7, OFFICE);
    private static final Hands VERIFIER_OF_THE_WHOLE = hands(8, TASK_FORCE);

    private final Problem problem = rectifying();
    private final List<Measure> measures =
            List.of(measureOf(problem).accepted(), measureOf(problem).ordinal(2).accepted());

    private void propose() {
        problem.proposeClosure(PROPOSER, "summary", measures);
    }

    private void review() {
        propose();
        problem.reviewClosure(LEADER);
    }

    private void verify() {
        review();
        problem.verifyClosure(VERIFIER_OF_THE_WHOLE, measures, NOBODY);
    }

    private void approve() {
        verify();
        problem.approveClosure(APPROVER, measures, NOBODY);
    }

    private void close() {
        approve();
        problem.close(measures, AT);
    }

    private List<Measure> oneOpen() {
        return List.of(measures.get(0), measureOf(problem).ordinal(2).verified());
    }

    @Test
    void goes_from_assignment_to_the_archive_with_different_people() {
        close();
        assertThat(problem.state()).isEqualTo(ProblemState.CLOSED);
        assertThat(problem.view().closedAt()).isEqualTo(AT);
        problem.followedUp(VERIFIER, "lasting", measures, NOBODY);
        assertThat(problem.state()).isEqualTo(ProblemState.ARCHIVED);
    }

    @Nested
    class Proposal {

        @Test
        void needs_every_measure_accepted_and_names_those_that_are_open() {
            assertThat(assertRefused(
                                    "rectification.problem.openMeasures",
                                    () -> problem.proposeClosure(PROPOSER, "summary", oneOpen()))
                            .args())
                    .containsExactly(List.of("XH2025-P01-M02"));
            propose();
            assertThat(problem.state()).isEqualTo(ProblemState.PROPOSED);
        }

        @Test
        void needs_a_measure_at_all() {
            assertRefused(
                    "rectification.problem.noMeasures", () -> problem.proposeClosure(PROPOSER, "summary", List.of()));
        }

        @Test
        void is_made_once_and_after_the_start() {
            propose();
            assertRefused("rectification.problem.notRectifying", ClosureTest.this::propose);
            assertRefused("rectification.problem.notRectifying", () -> assigned()
                    .proposeClosure(PROPOSER, "summary", measures));
        }
    }

    @Nested
    class Review {

        @Test
        void needs_a_proposal() {
            assertRefused("rectification.problem.notProposed", () -> problem.reviewClosure(LEADER));
        }

        @Test
        void is_refused_to_the_proposer_and_to_the_person_responsible() {
            propose();
            assertRefused("rectification.duty.proposerReviews", () -> problem.reviewClosure(PROPOSER));
            assertRefused("rectification.duty.doerReviews", () -> problem.reviewClosure(HANDLER));
            assertRefused(
                    "rectification.duty.proposerReviews", () -> problem.reviewClosure(inPlaceOf(PROPOSER, LEADER)));
            assertRefused("rectification.duty.doerReviews", () -> problem.reviewClosure(inPlaceOf(LEADER, HANDLER)));
            problem.reviewClosure(LEADER);
            assertThat(problem.state()).isEqualTo(ProblemState.REVIEWED);
        }
    }

    @Nested
    class Verification {

        @Test
        void needs_a_proposal_and_every_measure_accepted() {
            assertRefused(
                    "rectification.problem.notProposed",
                    () -> problem.verifyClosure(VERIFIER_OF_THE_WHOLE, measures, NOBODY));
            review();
            assertRefused(
                    "rectification.problem.openMeasures",
                    () -> problem.verifyClosure(VERIFIER_OF_THE_WHOLE, oneOpen(), NOBODY));
            problem.verifyClosure(VERIFIER_OF_THE_WHOLE, measures, NOBODY);
            assertThat(problem.state()).isEqualTo(ProblemState.VERIFIED);
        }

        @Test
        void is_permitted_where_a_model_has_no_review() {
            propose();
            problem.verifyClosure(VERIFIER_OF_THE_WHOLE, measures, NOBODY);
            assertThat(problem.state()).isEqualTo(ProblemState.VERIFIED);
        }

        @Test
        void is_refused_to_the_proposer_and_the_planner_in_whatever_unit() {
            review();
            assertRefused(
                    "rectification.duty.proposerVerifies",
                    () -> problem.verifyClosure(hands(PROPOSER.by(), TASK_FORCE), measures, NOBODY));
            assertRefused(
                    "rectification.duty.proposerVerifies",
                    () -> problem.verifyClosure(hands(HANDLER.by(), TASK_FORCE), measures, NOBODY));
        }

        @Test
        void is_refused_to_the_reviewer() {
            review();
            assertRefused("rectification.duty.reviewerVerifies", () -> problem.verifyClosure(LEADER, measures, NOBODY));
        }

        @Test
        void is_refused_to_the_doer_of_a_measure() {
            Measure byAnother = measureOf(problem).ordinal(3).person(11L).accepted();
            propose();
            assertRefused(
                    "rectification.duty.doerVerifies",
                    () -> problem.verifyClosure(hands(11, TASK_FORCE), List.of(measures.get(0), byAnother), NOBODY));
        }

        @Test
        void is_refused_to_anybody_of_the_responsible_unit() {
            propose();
            assertRefused(
                    "rectification.duty.sameUnitVerifies",
                    () -> problem.verifyClosure(hands(12, TASK_FORCE, OFFICE), measures, NOBODY));
        }

        @Test
        void is_refused_to_anybody_of_a_unit_that_answers_for_a_measure() {
            Measure elsewhere = measureOf(problem).ordinal(3).unit(GROUP).accepted();
            propose();
            assertRefused(
                    "rectification.duty.sameUnitVerifies",
                    () -> problem.verifyClosure(
                            hands(12, TASK_FORCE, GROUP), List.of(measures.get(0), elsewhere), NOBODY));
            assertRefused(
                    "rectification.duty.sameUnitVerifies",
                    () -> problem.verifyClosure(
                            inPlaceOf(hands(12, GROUP), VERIFIER_OF_THE_WHOLE),
                            List.of(measures.get(0), elsewhere),
                            NOBODY));
            problem.verifyClosure(hands(12, TASK_FORCE, GROUP), measures, NOBODY);
        }

        @Test
        void is_refused_to_who_reviewed_a_measure_in_whatever_unit() {
            propose();
            Hands reviewer = hands(UNIT_HEAD.by(), TASK_FORCE);
            assertRefused(
                    "rectification.duty.reviewerVerifies", () -> problem.verifyClosure(reviewer, measures, NOBODY));
            assertRefused(
                    "rectification.duty.reviewerVerifies",
                    () -> problem.returnClosure(WorkForms.CLOSURE_VERIFY, reviewer, measures, NOBODY, "why", AT));
            assertRefused(
                    "rectification.duty.reviewerVerifies",
                    () -> problem.verifyClosure(inPlaceOf(VERIFIER_OF_THE_WHOLE, reviewer), measures, NOBODY));
        }

        @Test
        void is_refused_to_substitutes_of_either_side() {
            propose();
            assertRefused(
                    "rectification.duty.proposerVerifies",
                    () -> problem.verifyClosure(inPlaceOf(PROPOSER, VERIFIER_OF_THE_WHOLE), measures, NOBODY));
            assertRefused(
                    "rectification.duty.sameUnitVerifies",
                    () -> problem.verifyClosure(inPlaceOf(hands(12, OFFICE), VERIFIER_OF_THE_WHOLE), measures, NOBODY));
        }
    }

    @Nested
    class Approval {

        @Test
        void is_refused_before_the_verification() {
            assertRefused(
                    "rectification.problem.notVerified", () -> problem.approveClosure(APPROVER, measures, NOBODY));
            review();
            assertRefused(
                    "rectification.problem.notVerified", () -> problem.approveClosure(APPROVER, measures, NOBODY));
        }

        @Test
        void needs_every_measure_accepted() {
            verify();
            assertRefused(
                    "rectification.problem.openMeasures", () -> problem.approveClosure(APPROVER, oneOpen(), NOBODY));
            problem.approveClosure(APPROVER, measures, NOBODY);
            assertThat(problem.state()).isEqualTo(ProblemState.APPROVED);
        }

        @Test
        void is_refused_to_the_proposer_and_the_doer() {
            verify();
            assertRefused("rectification.duty.doerCloses", () -> problem.approveClosure(PROPOSER, measures, NOBODY));
            assertRefused("rectification.duty.doerCloses", () -> problem.approveClosure(HANDLER, measures, NOBODY));
        }

        @Test
        void is_refused_to_the_verifier_of_the_whole_and_of_a_measure() {
            verify();
            assertRefused(
                    "rectification.duty.verifierCloses",
                    () -> problem.approveClosure(VERIFIER_OF_THE_WHOLE, measures, NOBODY));
            assertRefused(
                    "rectification.duty.verifierCloses", () -> problem.approveClosure(VERIFIER, measures, NOBODY));
        }

        @Test
        void is_refused_to_who_reviewed_a_measure() {
            verify();
            assertRefused(
                    "rectification.duty.reviewerCloses", () -> problem.approveClosure(UNIT_HEAD, measures, NOBODY));
            assertRefused(
                    "rectification.duty.reviewerCloses",
                    () -> problem.approveClosure(inPlaceOf(APPROVER, UNIT_HEAD), measures, NOBODY));
            assertRefused(
                    "rectification.duty.reviewerCloses",
                    () -> problem.returnClosure(WorkForms.CLOSURE_APPROVE, UNIT_HEAD, measures, NOBODY, "why", AT));
        }

        @Test
        void is_refused_to_the_lead_official_who_reviewed_it() {
            verify();
            assertRefused(
                    "rectification.duty.leadOfficialCloses", () -> problem.approveClosure(LEADER, measures, NOBODY));
        }

        @Test
        void is_refused_to_substitutes_of_either_side() {
            verify();
            assertRefused(
                    "rectification.duty.doerCloses",
                    () -> problem.approveClosure(inPlaceOf(PROPOSER, APPROVER), measures, NOBODY));
            assertRefused(
                    "rectification.duty.verifierCloses",
                    () -> problem.approveClosure(inPlaceOf(APPROVER, VERIFIER_OF_THE_WHOLE), measures, NOBODY));
            assertRefused(
                    "rectification.duty.leadOfficialCloses",
                    () -> problem.approveClosure(inPlaceOf(LEADER, APPROVER), measures, NOBODY));
        }
    }

    @Nested
    class Returning {

        @Test
        void needs_a_proposal() {
            assertRefused("rectification.problem.notProposed", () -> sendBack(VERIFIER));
            approve();
            assertRefused("rectification.problem.notProposed", () -> sendBack(VERIFIER));
        }

        @Test
        void is_refused_to_the_proposer() {
            propose();
            assertRefused("rectification.duty.proposerReviews", () -> sendBack(PROPOSER));
        }

        @Test
        void is_refused_at_each_step_to_whom_passing_it_on_is_refused() {
            propose();
            assertRefused("rectification.duty.doerReviews", () -> sendBack(HANDLER));
            problem.reviewClosure(LEADER);
            assertRefused(
                    "rectification.duty.reviewerVerifies",
                    () -> problem.returnClosure(WorkForms.CLOSURE_VERIFY, LEADER, measures, NOBODY, "why", AT));
            problem.verifyClosure(VERIFIER_OF_THE_WHOLE, measures, NOBODY);
            for (Hands verifier : List.of(VERIFIER, VERIFIER_OF_THE_WHOLE)) {
                assertRefused(
                        "rectification.duty.verifierCloses",
                        () -> problem.returnClosure(WorkForms.CLOSURE_APPROVE, verifier, measures, NOBODY, "why", AT));
            }
            assertRefused(
                    "rectification.duty.leadOfficialCloses",
                    () -> problem.returnClosure(WorkForms.CLOSURE_APPROVE, LEADER, measures, NOBODY, "why", AT));
            assertRefused(
                    "rectification.duty.doerCloses",
                    () -> problem.returnClosure(WorkForms.CLOSURE_APPROVE, HANDLER, measures, NOBODY, "why", AT));
            assertThat(problem.state()).isEqualTo(ProblemState.VERIFIED);
        }

        private void sendBack(Hands hands) {
            problem.returnClosure(WorkForms.CLOSURE_REVIEW, hands, measures, NOBODY, "why", AT);
        }

        @Test
        void goes_back_to_rectifying_and_everything_before_it_counts_no_more() {
            verify();
            problem.returnClosure(WorkForms.CLOSURE_APPROVE, APPROVER, measures, NOBODY, "look again", AT);
            assertThat(problem.state()).isEqualTo(ProblemState.RECTIFYING);
            assertThat(problem.view().lastReturn()).isEqualTo(new ReturnView("look again", APPROVER.name(), AT));
            propose();
            assertRefused(
                    "rectification.problem.notVerified", () -> problem.approveClosure(APPROVER, measures, NOBODY));
        }
    }

    @Nested
    class CloseOut {

        @Test
        void is_refused_to_a_model_that_skips_the_approval() {
            assertRefused("rectification.problem.notApproved", () -> problem.close(measures, AT));
            verify();
            assertRefused("rectification.problem.notApproved", () -> problem.close(measures, AT));
        }

        @Test
        void is_refused_with_an_open_measure_and_happens_once() {
            approve();
            assertRefused("rectification.problem.openMeasures", () -> problem.close(oneOpen(), AT));
            assertRefused("rectification.problem.noMeasures", () -> problem.close(List.of(), AT));
            problem.close(measures, AT);
            assertThat(problem.state()).isEqualTo(ProblemState.CLOSED);
            assertRefused("rectification.problem.notApproved", () -> problem.close(measures, AT));
        }

        @Test
        void nobody_new_answers_for_a_closed_problem() {
            close();
            assertRefused(
                    "rectification.problem.closedAlready",
                    () -> problem.assign(new Responsibility(9L, OFFICE, OFFICE, 9L, Set.of())));
        }
    }

    @Nested
    class FollowUp {

        @Test
        void looks_back_at_a_closed_problem_only() {
            assertRefused(
                    "rectification.problem.notClosed", () -> problem.followedUp(STRANGER, "fine", measures, NOBODY));
        }

        @Test
        void is_refused_to_a_doer() {
            close();
            assertRefused(
                    "rectification.duty.doerVerifies", () -> problem.followedUp(HANDLER, "fine", measures, NOBODY));
        }
    }
}
