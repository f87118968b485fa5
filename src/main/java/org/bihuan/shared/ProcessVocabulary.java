package org.bihuan.shared;

import java.util.Map;
import java.util.Set;

/**
 * The closed vocabulary that process models may use. Every bean of this type contributes; a model
 * that names anything else is refused before deployment.
 */
public interface ProcessVocabulary {

    /** Form keys that have a screen. */
    Set<String> formKeys();

    /** Names of assignment rules. */
    Set<String> assignRules();

    /** Names of due rules. */
    Set<String> dueRules();

    /** Beans that models may name: steps by {@code ${name}}, collections by {@code ${name.of(execution)}}. */
    Map<String, Object> beans();

    /** Process variables that the product computes; no form field of a model may carry their names. */
    default Set<String> ownVariables() {
        return Set.of();
    }

    /** Those of them in which a model hands the processes that it calls their cases, and may write so. */
    default Set<String> caseVariables() {
        return Set.of();
    }

    /** Process variables that gateways read as decisions; a form field of that name must offer a choice. */
    default Set<String> decisionVariables() {
        return Set.of();
    }
}
