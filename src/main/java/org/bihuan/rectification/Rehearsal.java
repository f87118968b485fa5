package org.bihuan.rectification;

import java.util.List;
import java.util.Optional;

import org.bihuan.shared.RuleViolation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the aggregates what they would refuse if a step were handed in now: the very guards run, in a
 * read-only transaction of their own that writes nothing.
 */
@Component
class Rehearsal {

    /** Stands for the text that the form will ask for. */
    private static final String SOME_TEXT = "…";

    private final Aggregates aggregates;
    private final EarlierRows earlier;
    private final SystemSteps systemSteps;

    Rehearsal(Aggregates aggregates, EarlierRows earlier, SystemSteps systemSteps) {
        this.aggregates = aggregates;
        this.earlier = earlier;
        this.systemSteps = systemSteps;
    }

    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    public Optional<RuleViolation> obstacle(OpenStep step, Hands hands) {
        try {
            if (step.caseNumber().isMeasure()) {
                measure(step, hands);
            } else {
                problem(step, hands);
            }
            return Optional.empty();
        } catch (RuleViolation refusal) {
            return Optional.of(refusal);
        }
    }

    private void measure(OpenStep step, Hands hands) {
        Measure measure = aggregates.measure(step.caseNumber());
        switch (String.valueOf(step.formKey())) {
            case WorkForms.MEASURE_ACKNOWLEDGE -> measure.acknowledge();
            case WorkForms.MEASURE_CARRY_OUT -> measure.submit(hands, SOME_TEXT, systemSteps.kindsPresent(measure));
            case WorkForms.MEASURE_REVIEW -> measure.review(hands, earlier.of(measure));
            case WorkForms.MEASURE_VERIFY ->
                measure.verify(hands, earlier.of(measure), systemSteps.kindsPresent(measure));
            default -> {
                // A form that an admin has drawn changes no aggregate.
            }
        }
    }

    private void problem(OpenStep step, Hands hands) {
        Problem problem = aggregates.problem(step.caseNumber());
        List<Measure> measures = aggregates.measuresOf(problem);
        switch (String.valueOf(step.formKey())) {
            case WorkForms.PLAN_DRAFT -> problem.draftPlan(hands, SOME_TEXT, SOME_TEXT, SOME_TEXT);
            case WorkForms.PLAN_REVIEW -> problem.approvePlan(hands);
            case WorkForms.CLOSURE_PROPOSE -> problem.proposeClosure(hands, SOME_TEXT, measures);
            case WorkForms.CLOSURE_REVIEW -> problem.reviewClosure(hands);
            case WorkForms.CLOSURE_VERIFY -> problem.verifyClosure(hands, measures, earlier.of(problem, measures));
            case WorkForms.CLOSURE_APPROVE -> {
                problem.approveClosure(hands, measures, earlier.of(problem, measures));
                measures.forEach(each -> each.requireEvidence(systemSteps.kindsPresent(each)));
            }
            case WorkForms.FOLLOW_UP -> problem.followedUp(hands, SOME_TEXT, measures, earlier.of(problem, measures));
            default -> {
                // A form that an admin has drawn changes no aggregate.
            }
        }
    }
}
