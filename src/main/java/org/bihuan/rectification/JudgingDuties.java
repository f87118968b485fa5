package org.bihuan.rectification;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * Who may judge the work on a measure, by what has been signed in this attempt and in earlier ones; each
 * check throws {@link RuleViolation}. A null is a step not signed or a place not filled.
 */
record JudgingDuties(
        @Nullable Long responsibleUnit,
        @Nullable Long personResponsible,
        @Nullable Signature submitted,
        @Nullable Signature reviewed,
        Earlier earlier) {

    /** Whether these hands may judge it at the step with this form: who may not pass it on may not return it either. */
    void requireMayJudge(String form, Hands hands) {
        if (form.equals(WorkForms.MEASURE_VERIFY)) {
            requireMayVerify(hands);
        } else {
            requireMayReview(hands);
        }
    }

    /** Review by the unit head: never by whom the work was handed in, this time or before. */
    void requireMayReview(Hands hands) {
        refuse(hands.touch(submitted) || hands.touch(earlier.doers()), "rectification.duty.doerReviews");
    }

    /** Verification: never a doer, the person responsible, a reviewer, or anybody of a unit that answers or answered. */
    void requireMayVerify(Hands hands) {
        refuse(
                hands.touch(submitted) || hands.touch(personResponsible) || hands.touch(earlier.doers()),
                "rectification.duty.doerVerifies");
        refuse(hands.touch(reviewed) || hands.touch(earlier.reviewers()), "rectification.duty.reviewerVerifies");
        refuse(hands.belongTo(responsibleUnit) || earlier.withUnitOf(hands), "rectification.duty.sameUnitVerifies");
    }

    /** Every person and every unit to whom {@link #requireMayJudge} refuses the step with this form. */
    Set<Long> barred(String form) {
        Set<Long> barred = new HashSet<>(earlier.doers());
        Signature.people(submitted).forEach(barred::add);
        if (form.equals(WorkForms.MEASURE_VERIFY)) {
            Signature.people(reviewed).forEach(barred::add);
            Stream.of(personResponsible, responsibleUnit)
                    .flatMap(Stream::ofNullable)
                    .forEach(barred::add);
            barred.addAll(earlier.reviewers());
            barred.addAll(earlier.units());
        }
        return barred;
    }

    private static void refuse(boolean broken, String key) {
        if (broken) {
            throw new RuleViolation(key);
        }
    }
}
