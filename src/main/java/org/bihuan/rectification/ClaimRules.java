package org.bihuan.rectification;

import java.util.List;

import org.bihuan.shared.RuleViolation;
import org.springframework.stereotype.Component;

/** Keeps a step from being claimed by whom the rules of duty would refuse at its end: others would wait for nothing. */
@Component
class ClaimRules {

    private final Aggregates aggregates;
    private final EarlierRows earlier;

    ClaimRules(Aggregates aggregates, EarlierRows earlier) {
        this.aggregates = aggregates;
        this.earlier = earlier;
    }

    /** Throws {@link RuleViolation} where these hands may not judge what the step is for; work itself anybody may take. */
    void require(OpenStep step, Hands hands) {
        String form = String.valueOf(step.formKey());
        switch (form) {
            case WorkForms.MEASURE_REVIEW, WorkForms.MEASURE_VERIFY -> {
                Measure measure = aggregates.measure(step.caseNumber());
                measure.duties(earlier.of(measure)).requireMayJudge(form, hands);
            }
            case WorkForms.PLAN_REVIEW,
                    WorkForms.CLOSURE_REVIEW,
                    WorkForms.CLOSURE_VERIFY,
                    WorkForms.CLOSURE_APPROVE,
                    WorkForms.FOLLOW_UP -> {
                Problem problem = aggregates.problem(step.caseNumber());
                List<Measure> measures = aggregates.measuresOf(problem);
                problem.duties(earlier.of(problem, measures)).requireMayJudge(form, hands, measures);
            }
            default -> {
                // Work on the case, or a form that an admin has drawn: nothing of anybody is judged.
            }
        }
    }
}
