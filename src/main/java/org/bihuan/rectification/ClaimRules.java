package org.bihuan.rectification;

import java.util.List;
import java.util.Set;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a step from being claimed by whom the rules of duty would refuse at its end: others would wait for nothing. */
@Component
public class ClaimRules {

    private final Aggregates aggregates;
    private final EarlierRows earlier;

    ClaimRules(Aggregates aggregates, EarlierRows earlier) {
        this.aggregates = aggregates;
        this.earlier = earlier;
    }

    /** Throws {@link RuleViolation} where these hands may not judge what the step is for; work itself anybody may take. */
    void require(OpenStep step, Hands hands) {
        String form = step.formKey();
        if (form == null || !WorkForms.JUDGING.contains(form)) {
            return;
        }
        if (ofMeasure(form)) {
            Measure measure = aggregates.measure(step.caseNumber());
            measure.duties(earlier.of(measure)).requireMayJudge(form, hands);
        } else {
            Problem problem = aggregates.problem(step.caseNumber());
            List<Measure> measures = aggregates.measuresOf(problem);
            problem.duties(earlier.of(problem, measures)).requireMayJudge(form, hands, measures);
        }
    }

    /**
     * The people to whom, and the units to whose people, the rules refuse a step of the case with this form,
     * acting themselves or through a substitute; none where nothing of anybody is judged. For the read models,
     * so without a check of the caller.
     */
    public Set<Long> barred(CaseNumber number, @Nullable String form) {
        // A model of somebody's own may put the form of a measure on a problem: that opens, and is refused at its end.
        if (form == null || !WorkForms.JUDGING.contains(form) || (ofMeasure(form) && !number.isMeasure())) {
            return Set.of();
        }
        if (ofMeasure(form)) {
            Measure measure = aggregates.measure(number);
            return measure.duties(earlier.of(measure)).barred(form);
        }
        Problem problem = aggregates.problem(number);
        List<Measure> measures = aggregates.measuresOf(problem);
        return problem.duties(earlier.of(problem, measures)).barred(form, measures);
    }

    private static boolean ofMeasure(String form) {
        return form.equals(WorkForms.MEASURE_REVIEW) || form.equals(WorkForms.MEASURE_VERIFY);
    }
}
