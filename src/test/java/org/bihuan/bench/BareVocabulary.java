package org.bihuan.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.bihuan.rectification.Assignments;
import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.ProcessVocabulary;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** What the shipped models name, doing nothing but setting the variables that the models read. */
final class BareVocabulary implements ProcessVocabulary {

    private volatile int measures = 1;

    private static Date in(int days) {
        return Date.from(Instant.now().plus(Duration.ofDays(days)));
    }

    void measures(int count) {
        this.measures = count;
    }

    @Override
    public Set<String> formKeys() {
        return WorkForms.ALL;
    }

    @Override
    public Set<String> assignRules() {
        return Assignments.ASSIGN_RULES;
    }

    @Override
    public Set<String> dueRules() {
        return Assignments.DUE_RULES;
    }

    @Override
    public Map<String, Object> beans() {
        JavaDelegate nothing = execution -> Collections.emptyList();
        JavaDelegate openMeasure = execution -> {
            execution.setVariable("remindAt", in(30));
            execution.setVariable("escalateAt", in(60));
        };
        JavaDelegate closeOut = execution -> execution.setVariable("followUpAt", in(180));
        return Map.of(
                "stepOpenMeasure", openMeasure,
                "stepRemind", nothing,
                "stepEscalate", nothing,
                "stepAcceptMeasure", nothing,
                "stepCloseOut", closeOut,
                "openMeasures", new OpenMeasures());
    }

    /** The numbers of a problem's measures. */
    public final class OpenMeasures {

        public List<String> of(DelegateExecution execution) {
            CaseNumber problem = new CaseNumber(execution.getProcessBusinessKey());
            return IntStream.rangeClosed(1, measures)
                    .mapToObj(ordinal -> problem.measure(ordinal).value())
                    .toList();
        }
    }
}
