package org.bihuan.rectification;

import java.util.List;

import org.bihuan.shared.ModelText;
import org.jspecify.annotations.Nullable;

/**
 * A step as its model draws it, in the version that the case runs on.
 *
 * @param documentation what a person does there and what counts as done; may be blank
 * @param fields fields of a form drawn by a process admin, in their order
 * @param next what the model has behind the step
 */
public record StepModel(
        String name, ModelText documentation, @Nullable String assignRule, List<FormField> fields, List<Flow> next) {

    public StepModel {
        fields = List.copyOf(fields);
        next = List.copyOf(next);
    }

    /**
     * One way on from a step.
     *
     * @param condition word on the way, as 通过; blank where there is only one
     * @param after what must have come first, as 措施均已验收; blank where it follows at once
     * @param step name of the next person's step, or of the end of the process
     * @param assignRule whose step it is, or null at an end
     * @param where whether the next step is of the same case, of its measures, or of the problem above
     */
    public record Flow(
            ModelText condition,
            ModelText after,
            ModelText step,
            @Nullable String assignRule,
            Where where) {}

    /** Of which case a next step is. */
    public enum Where {
        HERE,
        MEASURES,
        PROBLEM
    }
}
