package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.List;

import org.bihuan.shared.ModelText;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What a person who opens a step is told beside the case itself.
 *
 * @param documentation what to do and what counts as done, as the model says; may be blank
 * @param mayGiveBack whether the caller claimed it and may give it back to the others
 * @param obstacle what a rule would refuse if it were handed in now, or null
 */
public record StepGuide(
        ModelText documentation,
        List<FormField> fields,
        boolean mayGiveBack,
        Why why,
        List<Next> next,
        @Nullable RuleViolation obstacle) {

    public StepGuide {
        fields = List.copyOf(fields);
        next = List.copyOf(next);
    }

    StepGuide with(@Nullable RuleViolation refusal) {
        return new StepGuide(documentation, fields, mayGiveBack, why, next, refusal);
    }

    /** On what ground a step stands before somebody. */
    public enum Ground {
        /** The rule names this very person on the case. */
        NAMED,
        /** A duty that they hold; they have taken it upon themselves. */
        CLAIMED,
        /** A duty that they hold; nobody has taken it yet. */
        CLAIMABLE,
        /** It is somebody else's; the caller only sees to it. */
        OVERSEEN
    }

    /**
     * Why it is mine.
     *
     * @param rule assignment rule of the model, or null where it names none
     * @param unit unit of the duty by which it stands before the caller, or null
     * @param absent the colleague whose substitute the caller is in this, or null
     * @param until last day of the substitution, or null
     * @param assignee name of the person who has it, or null while it is to be claimed
     */
    public record Why(
            Ground ground,
            @Nullable String rule,
            @Nullable String unit,
            @Nullable String absent,
            @Nullable LocalDate until,
            @Nullable String assignee) {}

    /**
     * Who comes next.
     *
     * @param condition word on the way, or blank
     * @param after what must have come first, or blank
     * @param step name of the step, or of the end of the process
     * @param rule whose step it is, or null at an end
     * @param people their names as far as they are known today
     */
    public record Next(
            ModelText condition,
            ModelText after,
            ModelText step,
            @Nullable String rule,
            List<String> people) {

        public Next {
            people = List.copyOf(people);
        }
    }
}
