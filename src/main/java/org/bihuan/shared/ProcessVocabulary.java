package org.bihuan.shared;

import java.util.Map;
import java.util.Set;

/**
 * What a module contributes to the closed vocabulary of process models: a model may name these and
 * nothing else. Every bean of this type is collected; the names of all contributions are disjoint.
 */
public interface ProcessVocabulary {

    /** Form keys as a model writes them, such as {@code bihuan:measure-review}. */
    default Set<String> formKeys() {
        return Set.of();
    }

    /** Values of the property {@code bihuan.assign} of a user task, such as {@code UNIT_HEAD}. */
    default Set<String> assignRules() {
        return Set.of();
    }

    /** Values of the property {@code bihuan.due} of a user task, such as {@code WORKDAYS_3}. */
    default Set<String> dueRules() {
        return Set.of();
    }

    /**
     * Beans by the name a model uses. A delegate of the engine is a step, named by a service task as
     * {@code ${name}}; any other bean is a source of a collection, named by a multi-instance marker as
     * {@code ${name.method(execution)}}, and all its public methods can be called by models.
     */
    default Map<String, Object> beans() {
        return Map.of();
    }
}
