package org.bihuan.rectification.workflow;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bihuan.rectification.Assignments;
import org.bihuan.rectification.FormField;
import org.bihuan.rectification.SystemSteps;
import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.ProcessVocabulary;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The published catalogue of steps: each maps, calls one system step, maps back. */
@Component
class Steps implements ProcessVocabulary {

    private final Map<String, Object> beans;

    Steps(SystemSteps steps) {
        JavaDelegate openMeasure = execution -> {
            SystemSteps.Timers timers = steps.openMeasure(number(execution));
            execution.setVariable(CaseVariables.REMIND_AT, Date.from(timers.remindAt()));
            execution.setVariable(CaseVariables.ESCALATE_AT, Date.from(timers.escalateAt()));
        };
        JavaDelegate remind = execution -> steps.remind(number(execution));
        JavaDelegate escalate = execution -> steps.escalate(number(execution));
        JavaDelegate acceptMeasure = execution -> steps.acceptMeasure(number(execution));
        JavaDelegate closeOut = execution ->
                execution.setVariable(CaseVariables.FOLLOW_UP_AT, Date.from(steps.closeOut(number(execution))));
        this.beans = Map.of(
                "stepOpenMeasure", openMeasure,
                "stepRemind", remind,
                "stepEscalate", escalate,
                "stepAcceptMeasure", acceptMeasure,
                "stepCloseOut", closeOut,
                "openMeasures", new OpenMeasures(steps));
    }

    /** Collection for the parallel call of measure processes; {@code ${openMeasures.of(execution)}}. */
    public static final class OpenMeasures {

        private final SystemSteps steps;

        private OpenMeasures(SystemSteps steps) {
            this.steps = steps;
        }

        /** Case numbers of the problem's open measures. */
        public Collection<String> of(DelegateExecution execution) {
            List<CaseNumber> open = steps.openMeasures(number(execution));
            return open.stream().map(CaseNumber::value).toList();
        }
    }

    private static CaseNumber number(DelegateExecution execution) {
        return new CaseNumber(execution.getProcessBusinessKey());
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
    public Set<String> ownVariables() {
        return FormField.RESERVED;
    }

    @Override
    public Set<String> caseVariables() {
        return Set.of(CaseVariables.MEASURE_CASE);
    }

    @Override
    public Set<String> decisionVariables() {
        return Set.of(CaseVariables.OUTCOME);
    }

    @Override
    public Map<String, Object> beans() {
        return beans;
    }
}
