package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.bihuan.rectification.Earlier.NOBODY;
import static org.bihuan.rectification.Fixtures.APPROVER;
import static org.bihuan.rectification.Fixtures.AT;
import static org.bihuan.rectification.Fixtures.DOCUMENT;
import static org.bihuan.rectification.Fixtures.HANDLER;
import static org.bihuan.rectification.Fixtures.OFFICE;
import static org.bihuan.rectification.Fixtures.STRANGER;
import static org.bihuan.rectification.Fixtures.TASK_FORCE;
import static org.bihuan.rectification.Fixtures.UNIT_HEAD;
import static org.bihuan.rectification.Fixtures.VERIFIER;
import static org.bihuan.rectification.Fixtures.assertRefused;
import static org.bihuan.rectification.Fixtures.hands;
import static org.bihuan.rectification.Fixtures.inPlaceOf;
import static org.bihuan.rectification.Fixtures.measure;

import java.util.List;
import java.util.Set;

import org.bihuan.shared.Level;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who may judge a measure, and what its judgement needs. */
class MeasureJudgementTest {

    @Nested
    class Review {

        @Test
        void needs_work_that_was_handed_in() {
            Measure measure = measure().inProgress();
            assertRefused("rectification.measure.notSubmitted", () -> measure.review(UNIT_HEAD, NOBODY));
        }

        @Test
        void is_refused_to_who_handed_it_in_and_permitted_to_the_unit_head() {
            Measure measure = measure().submitted();
            assertRefused("rectification.duty.doerReviews", () -> measure.review(HANDLER, NOBODY));
            measure.review(UNIT_HEAD, NOBODY);
            assertThat(measure.state()).isEqualTo(MeasureState.REVIEWED);
        }

        @Test
        void is_refused_to_the_doer_as_substitute_of_the_unit_head() {
            Measure measure = measure().submitted();
            assertRefused(
                    "rectification.duty.doerReviews", () -> measure.review(inPlaceOf(HANDLER, UNIT_HEAD), NOBODY));
        }

        @Test
        void is_refused_to_a_substitute_of_the_doer() {
            Measure measure = measure().submitted();
            assertRefused(
                    "rectification.duty.doerReviews", () -> measure.review(inPlaceOf(UNIT_HEAD, HANDLER), NOBODY));
        }

        @Test
        void is_refused_to_the_unit_head_for_whom_a_substitute_handed_it_in() {
            Measure measure = measure().inProgress();
            measure.submit(inPlaceOf(HANDLER, UNIT_HEAD), "done", DOCUMENT);
            assertRefused("rectification.duty.doerReviews", () -> measure.review(UNIT_HEAD, NOBODY));
        }
    }

    @Nested
    class Verification {

        @Test
        void needs_work_that_was_handed_in_and_stands() {
            assertRefused(
                    "rectification.measure.notSubmitted",
                    () -> measure().inProgress().verify(VERIFIER, NOBODY, DOCUMENT));
            assertRefused(
                    "rectification.measure.notSubmitted",
                    () -> measure().verified().verify(STRANGER, NOBODY, DOCUMENT));
        }

        @Test
        void is_permitted_after_the_review_and_where_a_model_has_no_review() {
            Measure reviewed = measure().reviewed();
            reviewed.verify(VERIFIER, NOBODY, DOCUMENT);
            Measure submitted = measure().submitted();
            submitted.verify(VERIFIER, NOBODY, DOCUMENT);
            assertThat(reviewed.state()).isEqualTo(MeasureState.VERIFIED);
            assertThat(submitted.state()).isEqualTo(MeasureState.VERIFIED);
        }

        @Test
        void is_refused_to_who_handed_it_in_also_in_another_unit() {
            Measure measure = measure().person(9L).reviewed();
            assertRefused(
                    "rectification.duty.doerVerifies",
                    () -> measure.verify(hands(HANDLER.by(), TASK_FORCE), NOBODY, DOCUMENT));
        }

        @Test
        void is_refused_to_the_person_responsible_who_did_not_hand_it_in_themselves() {
            Measure measure = measure().person(9L).reviewed();
            assertRefused(
                    "rectification.duty.doerVerifies", () -> measure.verify(hands(9, TASK_FORCE), NOBODY, DOCUMENT));
        }

        @Test
        void is_refused_to_the_reviewer() {
            Measure measure = measure().reviewed();
            assertRefused(
                    "rectification.duty.reviewerVerifies",
                    () -> measure.verify(hands(UNIT_HEAD.by(), TASK_FORCE), NOBODY, DOCUMENT));
        }

        @Test
        void is_refused_to_anybody_of_the_responsible_unit() {
            Measure measure = measure().reviewed();
            assertRefused(
                    "rectification.duty.sameUnitVerifies",
                    () -> measure.verify(hands(8, TASK_FORCE, OFFICE), NOBODY, DOCUMENT));
        }

        @Test
        void is_refused_to_the_doer_as_substitute_of_the_verifier() {
            Measure measure = measure().unit(400L).reviewed();
            assertRefused(
                    "rectification.duty.doerVerifies",
                    () -> measure.verify(inPlaceOf(HANDLER, VERIFIER), NOBODY, DOCUMENT));
        }

        @Test
        void is_refused_to_the_verifier_for_whom_a_substitute_did_the_work() {
            Measure measure = measure().inProgress();
            measure.submit(inPlaceOf(HANDLER, VERIFIER), "done", DOCUMENT);
            assertRefused("rectification.duty.doerVerifies", () -> measure.verify(VERIFIER, NOBODY, DOCUMENT));
        }

        @Test
        void is_refused_to_a_substitute_out_of_the_responsible_unit() {
            Measure measure = measure().reviewed();
            assertRefused(
                    "rectification.duty.sameUnitVerifies",
                    () -> measure.verify(inPlaceOf(hands(8, OFFICE), VERIFIER), NOBODY, DOCUMENT));
        }

        @Test
        void is_refused_when_the_evidence_was_withdrawn_meanwhile() {
            Measure measure = measure().reviewed();
            assertRefused("rectification.measure.evidenceMissing", () -> measure.verify(VERIFIER, NOBODY, Set.of()));
        }
    }

    /** The work has changed hands since an attempt that was returned. */
    @Nested
    class AfterAnotherAttempt {

        private static final long EARLIER_UNIT = 400;
        private static final Hands EARLIER_DOER = hands(21, TASK_FORCE);
        private static final Hands EARLIER_REVIEWER = hands(22, TASK_FORCE);
        private static final Earlier EARLIER = new Earlier(
                Set.of(EARLIER_DOER.by()),
                Set.of(),
                Set.of(EARLIER_REVIEWER.by()),
                Set.of(VERIFIER.by()),
                Set.of(EARLIER_UNIT));

        private void refused(String key, Hands hands) {
            Measure measure = measure().reviewed();
            assertRefused(key, () -> measure.verify(hands, EARLIER, DOCUMENT));
            assertRefused(key, () -> measure.verify(inPlaceOf(VERIFIER, hands), EARLIER, DOCUMENT));
            assertRefused(key, () -> measure.sendBack(WorkForms.MEASURE_VERIFY, hands, EARLIER, "why", AT));
        }

        @Test
        void verification_is_refused_to_its_doer_its_reviewer_and_its_unit() {
            refused("rectification.duty.doerVerifies", EARLIER_DOER);
            refused("rectification.duty.reviewerVerifies", EARLIER_REVIEWER);
            refused("rectification.duty.sameUnitVerifies", hands(23, TASK_FORCE, EARLIER_UNIT));
        }

        @Test
        void review_is_refused_to_its_doer_and_permitted_to_its_reviewer() {
            Measure measure = measure().submitted();
            assertRefused("rectification.duty.doerReviews", () -> measure.review(EARLIER_DOER, EARLIER));
            assertRefused(
                    "rectification.duty.doerReviews",
                    () -> measure.sendBack(WorkForms.MEASURE_REVIEW, EARLIER_DOER, EARLIER, "why", AT));
            measure.review(EARLIER_REVIEWER, EARLIER);
            assertThat(measure.state()).isEqualTo(MeasureState.REVIEWED);
        }

        @Test
        void exactly_those_are_barred_to_whom_it_is_refused() {
            JudgingDuties duties = measure().reviewed().duties(EARLIER);
            for (String form : List.of(WorkForms.MEASURE_REVIEW, WorkForms.MEASURE_VERIFY)) {
                Set<Long> barred = duties.barred(form);
                for (Hands hands : List.of(
                        HANDLER,
                        UNIT_HEAD,
                        VERIFIER,
                        STRANGER,
                        EARLIER_DOER,
                        EARLIER_REVIEWER,
                        hands(23, TASK_FORCE, EARLIER_UNIT),
                        hands(24, TASK_FORCE, OFFICE),
                        inPlaceOf(VERIFIER, HANDLER))) {
                    assertThat(Fixtures.barred(barred, hands))
                            .as("%s at %s", hands, form)
                            .isEqualTo(catchThrowable(() -> duties.requireMayJudge(form, hands)) != null);
                }
                assertThat(Fixtures.barred(barred, UNIT_HEAD)).isEqualTo(form.equals(WorkForms.MEASURE_VERIFY));
            }
        }

        @Test
        void who_verified_it_verifies_again() {
            Measure measure = measure().reviewed();
            measure.verify(VERIFIER, EARLIER, DOCUMENT);
            assertThat(measure.state()).isEqualTo(MeasureState.VERIFIED);
        }
    }

    @Nested
    class Returning {

        @Test
        void is_refused_at_the_verification_to_whom_verifying_is_refused() {
            Measure measure = measure().reviewed();
            assertRefused(
                    "rectification.duty.sameUnitVerifies",
                    () -> measure.sendBack(WorkForms.MEASURE_VERIFY, hands(8, TASK_FORCE, OFFICE), NOBODY, "why", AT));
        }

        @Test
        void starts_the_next_attempt_with_the_reason_and_forgets_review_and_verification() {
            Measure measure = measure().reviewed();
            measure.sendBack(WorkForms.MEASURE_VERIFY, VERIFIER, NOBODY, "figures missing", AT);

            assertThat(measure.state()).isEqualTo(MeasureState.IN_PROGRESS);
            assertThat(measure.attempt()).isEqualTo(2);
            ReturnView note = measure.view().lastReturn();
            assertThat(note).isEqualTo(new ReturnView("figures missing", VERIFIER.name(), AT));
            measure.submit(HANDLER, "again", DOCUMENT);
            assertThat(measure.view().lastReturn()).isNull();
            assertThat(measure.state()).isEqualTo(MeasureState.SUBMITTED);
        }

        @Test
        void is_refused_to_who_handed_it_in() {
            Measure measure = measure().submitted();
            assertRefused(
                    "rectification.duty.doerReviews",
                    () -> measure.sendBack(WorkForms.MEASURE_REVIEW, HANDLER, NOBODY, "why", AT));
            assertRefused(
                    "rectification.duty.doerReviews",
                    () -> measure.sendBack(WorkForms.MEASURE_REVIEW, inPlaceOf(HANDLER, UNIT_HEAD), NOBODY, "why", AT));
        }

        @Test
        void needs_work_that_was_handed_in() {
            assertRefused(
                    "rectification.measure.notSubmitted",
                    () -> measure().inProgress().sendBack(WorkForms.MEASURE_VERIFY, VERIFIER, NOBODY, "why", AT));
            assertRefused(
                    "rectification.measure.notSubmitted",
                    () -> measure().accepted().sendBack(WorkForms.MEASURE_VERIFY, VERIFIER, NOBODY, "why", AT));
        }

        @Test
        void redo_of_an_accepted_measure_keeps_counting_its_attempts() {
            Measure measure = measure().accepted();
            measure.redo(APPROVER, "not lasting", AT);

            assertThat(measure.state()).isEqualTo(MeasureState.PLANNED);
            assertThat(measure.attempt()).isEqualTo(2);
            assertThat(measure.view().acceptedAt()).isNull();
            assertThat(measure.accepted()).isFalse();
            assertThat(measure.verifiedBy(VERIFIER)).isFalse();
            measure.open();
        }

        @Test
        void redo_is_refused_for_a_measure_still_in_work() {
            Measure measure = measure().verified();
            assertRefused("rectification.measure.notAccepted", () -> measure.redo(APPROVER, "why", AT));
        }
    }

    @Nested
    class Acceptance {

        @Test
        void is_refused_to_a_model_that_skips_the_verification() {
            for (Measure measure : Set.of(
                    measure().planned(),
                    measure().open(),
                    measure().inProgress(),
                    measure().submitted(),
                    measure().reviewed())) {
                assertRefused("rectification.measure.notVerified", () -> measure.accept(DOCUMENT, AT));
            }
        }

        @Test
        void is_refused_for_a_verification_of_an_earlier_attempt() {
            Measure measure = measure().verified();
            measure.sendBack(WorkForms.MEASURE_VERIFY, STRANGER, NOBODY, "why", AT);
            measure.submit(HANDLER, "again", DOCUMENT);
            assertRefused("rectification.measure.notVerified", () -> measure.accept(DOCUMENT, AT));
        }

        @Test
        void is_refused_without_the_evidence() {
            Measure measure = measure().verified();
            assertRefused("rectification.measure.evidenceMissing", () -> measure.accept(Set.of(), AT));
        }

        @Test
        void takes_the_level_back_to_normal() {
            Measure measure = measure().verified();
            measure.raise(Level.OVERDUE);
            measure.accept(DOCUMENT, AT);
            assertThat(measure.level()).isEqualTo(Level.NORMAL);
        }

        @Test
        void close_out_looks_at_the_evidence_again() {
            Measure measure = measure().accepted();
            measure.requireEvidence(DOCUMENT);
            assertRefused("rectification.measure.evidenceMissing", () -> measure.requireEvidence(Set.of()));
        }
    }
}
