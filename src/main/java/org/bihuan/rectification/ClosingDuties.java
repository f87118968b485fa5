package org.bihuan.rectification;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * Who may judge the plan and the closure of a problem, by what has been signed so far, for this request and earlier
 * ones (domain.md section 2, "Who may do what"); each check throws {@link RuleViolation}. A null is a step
 * not signed or a place not filled.
 */
record ClosingDuties(
        String caseNumber,
        @Nullable Long responsibleUnit,
        @Nullable Long personResponsible,
        @Nullable Signature planned,
        @Nullable Signature proposed,
        @Nullable Signature reviewed,
        @Nullable Signature verified,
        Earlier earlier) {

    /**
     * Whether these hands may judge at the step with this form, of plan, closure or look back: who may not
     * pass it on may not return it either.
     */
    void requireMayJudge(String form, Hands hands, List<Measure> measures) {
        switch (form) {
            case WorkForms.PLAN_REVIEW -> requireMayReviewPlan(hands);
            case WorkForms.CLOSURE_REVIEW -> requireMayReview(hands);
            case WorkForms.CLOSURE_VERIFY -> requireMayVerify(hands, measures);
            case WorkForms.FOLLOW_UP -> requireMayFollowUp(hands, measures);
            default -> requireMayApprove(hands, measures);
        }
    }

    /** Review of the plan: never by whom it was drafted. */
    void requireMayReviewPlan(Hands hands) {
        refuse(hands.touch(planned), "rectification.duty.plannerReviews");
    }

    /** Review by the lead official: never the proposer or the person responsible. */
    void requireMayReview(Hands hands) {
        refuse(hands.touch(proposed), "rectification.duty.proposerReviews");
        refuse(hands.touch(personResponsible), "rectification.duty.doerReviews");
    }

    /**
     * Verification of the whole: never the proposer, a doer, a reviewer of the whole or of a measure, or
     * anybody of a unit that answers for the problem or for a measure.
     */
    void requireMayVerify(Hands hands, List<Measure> measures) {
        refuse(proposedBy(hands) || hands.touch(planned), "rectification.duty.proposerVerifies");
        refuse(hands.touch(reviewed) || reviewedBy(hands, measures), "rectification.duty.reviewerVerifies");
        refuse(doneBy(hands, measures), "rectification.duty.doerVerifies");
        refuse(
                hands.belongTo(responsibleUnit)
                        || measures.stream().anyMatch(m -> hands.belongTo(m.responsibleUnit()))
                        || earlier.withUnitOf(hands),
                "rectification.duty.sameUnitVerifies");
    }

    /** The leading group's approval: never a doer, the proposer, or who reviewed or verified it or a measure. */
    void requireMayApprove(Hands hands, List<Measure> measures) {
        refuse(proposedBy(hands) || doneBy(hands, measures), "rectification.duty.doerCloses");
        refuse(
                hands.touch(verified)
                        || hands.touch(earlier.verifiers())
                        || measures.stream().anyMatch(m -> m.verifiedBy(hands)),
                "rectification.duty.verifierCloses");
        refuse(hands.touch(reviewed), "rectification.duty.leadOfficialCloses");
        refuse(reviewedBy(hands, measures), "rectification.duty.reviewerCloses");
    }

    /** Every person and every unit to whom {@link #requireMayJudge} refuses the step with this form. */
    Set<Long> barred(String form, List<Measure> measures) {
        Stream<Long> barred =
                switch (form) {
                    case WorkForms.PLAN_REVIEW -> Signature.people(planned);
                    case WorkForms.CLOSURE_REVIEW ->
                        Stream.concat(Signature.people(proposed), Stream.ofNullable(personResponsible));
                    case WorkForms.CLOSURE_VERIFY ->
                        Stream.of(proposersAndReviewers(measures), doers(measures), units(measures))
                                .flatMap(each -> each);
                    case WorkForms.FOLLOW_UP -> doers(measures);
                    default ->
                        Stream.of(
                                        Stream.ofNullable(personResponsible),
                                        Stream.of(proposed, verified, reviewed).flatMap(Signature::people),
                                        measures.stream().flatMap(Measure::hands),
                                        earlier.everybody())
                                .flatMap(each -> each);
                };
        return barred.collect(Collectors.toSet());
    }

    private Stream<Long> doers(List<Measure> measures) {
        return Stream.of(
                        Stream.ofNullable(personResponsible),
                        earlier.doers().stream(),
                        measures.stream().flatMap(Measure::doers))
                .flatMap(each -> each);
    }

    private Stream<Long> proposersAndReviewers(List<Measure> measures) {
        return Stream.of(
                        Stream.of(planned, proposed, reviewed).flatMap(Signature::people),
                        earlier.proposers().stream(),
                        earlier.reviewers().stream(),
                        measures.stream().flatMap(measure -> Signature.people(measure.reviewed())))
                .flatMap(each -> each);
    }

    private Stream<Long> units(List<Measure> measures) {
        return Stream.of(
                        Stream.ofNullable(responsibleUnit),
                        earlier.units().stream(),
                        measures.stream().flatMap(measure -> Stream.ofNullable(measure.responsibleUnit())))
                .flatMap(each -> each);
    }

    /** The look back at a closed problem: never a doer. */
    void requireMayFollowUp(Hands hands, List<Measure> measures) {
        refuse(doneBy(hands, measures), "rectification.duty.doerVerifies");
    }

    private boolean doneBy(Hands hands, List<Measure> measures) {
        return hands.touch(personResponsible)
                || hands.touch(earlier.doers())
                || measures.stream().anyMatch(m -> m.doneBy(hands));
    }

    private boolean proposedBy(Hands hands) {
        return hands.touch(proposed) || hands.touch(earlier.proposers());
    }

    private boolean reviewedBy(Hands hands, List<Measure> measures) {
        return hands.touch(earlier.reviewers()) || measures.stream().anyMatch(m -> m.reviewedBy(hands));
    }

    private void refuse(boolean broken, String key) {
        if (broken) {
            throw new RuleViolation(key, caseNumber);
        }
    }
}
