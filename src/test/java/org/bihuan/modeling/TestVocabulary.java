package org.bihuan.modeling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bihuan.shared.ProcessVocabulary;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** One step, one source of collections, one form. */
final class TestVocabulary implements ProcessVocabulary {

    final List<String> done = new ArrayList<>();
    int measures = 2;

    @Override
    public Set<String> formKeys() {
        return Set.of("bihuan:review");
    }

    @Override
    public Set<String> assignRules() {
        return Set.of("UNIT_HEAD");
    }

    @Override
    public Set<String> dueRules() {
        return Set.of("WORKDAYS_3");
    }

    @Override
    public Set<String> ownVariables() {
        return Set.of("remindAt", "measureCase");
    }

    @Override
    public Set<String> caseVariables() {
        return Set.of("measureCase");
    }

    @Override
    public Set<String> decisionVariables() {
        return Set.of("outcome");
    }

    @Override
    public Map<String, Object> beans() {
        JavaDelegate step = execution -> done.add(String.valueOf(execution.getVariable("measureCase")));
        return Map.of("stepDone", step, "openMeasures", new OpenMeasures());
    }

    /** Package-private class with a public method, as a module would contribute it. */
    final class OpenMeasures {

        public List<String> of(DelegateExecution execution) {
            return Collections.nCopies(measures, execution.getProcessDefinitionId());
        }

        List<String> hidden(DelegateExecution execution) {
            return List.of(execution.getId());
        }
    }
}
