package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.bihuan.rectification.Fixtures.APPROVER;
import static org.bihuan.rectification.Fixtures.GROUP;
import static org.bihuan.rectification.Fixtures.HANDLER;
import static org.bihuan.rectification.Fixtures.LEADER;
import static org.bihuan.rectification.Fixtures.OFFICE;
import static org.bihuan.rectification.Fixtures.STRANGER;
import static org.bihuan.rectification.Fixtures.TASK_FORCE;
import static org.bihuan.rectification.Fixtures.UNIT_HEAD;
import static org.bihuan.rectification.Fixtures.VERIFIER;
import static org.bihuan.rectification.Fixtures.assertRefused;
import static org.bihuan.rectification.Fixtures.hands;
import static org.bihuan.rectification.Fixtures.inPlaceOf;
import static org.bihuan.rectification.Fixtures.measureOf;
import static org.bihuan.rectification.Fixtures.rectifying;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may judge a closure after attempts and requests that others had a part in. */
class ClosingDutiesTest {

    private static final Hands PROPOSER = hands(7, OFFICE);
    private static final Hands VERIFIER_OF_THE_WHOLE = hands(8, TASK_FORCE);
    private static final Hands EARLIER_DOER = hands(21, TASK_FORCE);
    private static final Hands EARLIER_PROPOSER = hands(22, TASK_FORCE);
    private static final Hands EARLIER_REVIEWER = hands(23, TASK_FORCE);
    private static final Hands EARLIER_VERIFIER = hands(24, TASK_FORCE);
    private static final long EARLIER_UNIT = 400;
    private static final Earlier EARLIER = new Earlier(
            Set.of(EARLIER_DOER.by()),
            Set.of(EARLIER_PROPOSER.by()),
            Set.of(EARLIER_REVIEWER.by()),
            Set.of(EARLIER_VERIFIER.by()),
            Set.of(EARLIER_UNIT));

    private final Problem problem = rectifying();
    private final List<Measure> measures = List.of(measureOf(problem).accepted());

    private ClosingDuties proposed() {
        problem.proposeClosure(PROPOSER, "summary", measures);
        return problem.duties(EARLIER);
    }

    private ClosingDuties verified() {
        proposed();
        problem.reviewClosure(LEADER);
        problem.verifyClosure(VERIFIER_OF_THE_WHOLE, measures, EARLIER);
        return problem.duties(EARLIER);
    }

    private void verificationRefused(String key, ClosingDuties duties, Hands hands) {
        assertRefused(key, () -> duties.requireMayVerify(hands, measures));
        assertRefused(key, () -> duties.requireMayVerify(inPlaceOf(VERIFIER_OF_THE_WHOLE, hands), measures));
        assertRefused(key, () -> duties.requireMayJudge(WorkForms.CLOSURE_VERIFY, hands, measures));
    }

    @Test
    void the_whole_is_not_verified_by_whom_an_earlier_attempt_or_request_passed_through() {
        ClosingDuties duties = proposed();
        verificationRefused("rectification.duty.doerVerifies", duties, EARLIER_DOER);
        verificationRefused("rectification.duty.proposerVerifies", duties, EARLIER_PROPOSER);
        verificationRefused("rectification.duty.reviewerVerifies", duties, EARLIER_REVIEWER);
        verificationRefused("rectification.duty.sameUnitVerifies", duties, hands(25, TASK_FORCE, EARLIER_UNIT));
    }

    @Test
    void who_verified_before_verifies_again() {
        ClosingDuties duties = proposed();
        for (Hands verifier : List.of(EARLIER_VERIFIER, VERIFIER)) {
            assertThatCode(() -> duties.requireMayVerify(verifier, measures)).doesNotThrowAnyException();
        }
    }

    private void approvalRefused(String key, ClosingDuties duties, Hands hands) {
        assertRefused(key, () -> duties.requireMayApprove(hands, measures));
        assertRefused(key, () -> duties.requireMayApprove(inPlaceOf(APPROVER, hands), measures));
        assertRefused(key, () -> duties.requireMayJudge(WorkForms.CLOSURE_APPROVE, hands, measures));
    }

    @Test
    void the_closure_is_not_approved_by_whom_an_earlier_attempt_or_request_passed_through() {
        ClosingDuties duties = verified();
        approvalRefused("rectification.duty.doerCloses", duties, EARLIER_DOER);
        approvalRefused("rectification.duty.doerCloses", duties, EARLIER_PROPOSER);
        approvalRefused("rectification.duty.reviewerCloses", duties, EARLIER_REVIEWER);
        approvalRefused("rectification.duty.verifierCloses", duties, EARLIER_VERIFIER);
        assertThatCode(() -> duties.requireMayApprove(hands(26, EARLIER_UNIT, GROUP), measures))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WorkForms.PLAN_REVIEW,
                WorkForms.CLOSURE_REVIEW,
                WorkForms.CLOSURE_VERIFY,
                WorkForms.CLOSURE_APPROVE,
                WorkForms.FOLLOW_UP
            })
    void exactly_those_are_barred_to_whom_it_is_refused(String form) {
        ClosingDuties duties = verified();
        Set<Long> barred = duties.barred(form, measures);
        for (Hands hands : List.of(
                PROPOSER,
                HANDLER,
                UNIT_HEAD,
                VERIFIER,
                VERIFIER_OF_THE_WHOLE,
                LEADER,
                APPROVER,
                STRANGER,
                EARLIER_DOER,
                EARLIER_PROPOSER,
                EARLIER_REVIEWER,
                EARLIER_VERIFIER,
                hands(31, OFFICE, TASK_FORCE),
                hands(32, EARLIER_UNIT),
                inPlaceOf(STRANGER, HANDLER),
                inPlaceOf(HANDLER, STRANGER))) {
            assertThat(Fixtures.barred(barred, hands))
                    .as(hands.name())
                    .isEqualTo(catchThrowable(() -> duties.requireMayJudge(form, hands, measures)) != null);
        }
        assertThat(Fixtures.barred(barred, PROPOSER))
                .isEqualTo(!WorkForms.PLAN_REVIEW.equals(form) && !WorkForms.FOLLOW_UP.equals(form));
    }

    @Test
    void a_closed_problem_is_not_looked_back_at_by_who_did_an_earlier_attempt() {
        assertRefused("rectification.duty.doerVerifies", () -> verified().requireMayFollowUp(EARLIER_DOER, measures));
    }
}
