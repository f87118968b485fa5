package org.bihuan.bench;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Gives each task of the bare engine a fixed assignee, or as many fixed groups as the product's rule
 * finds, and a fixed date: the engine writes the same rows, and nothing is looked up.
 */
final class BareAssignment extends AbstractProcessEnginePlugin {

    private static final Map<Step.Who, List<String>> GROUPS = Map.of(
            Step.Who.HEAD, List.of("11"),
            Step.Who.VERIFIER, List.of("12", "13"),
            Step.Who.APPROVER, List.of("14", "15"));

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, listener(activity.getId()));
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static TaskListener listener(String key) {
        Step.Who who = List.of(Step.values()).stream()
                .filter(step -> step.taskKey().equals(key))
                .map(Step::who)
                .findFirst()
                .orElse(Step.Who.VERIFIER);
        return task -> {
            task.setDueDate(Date.valueOf(LocalDate.now(java.time.ZoneOffset.UTC).plusDays(20)));
            if (who.claims()) {
                GROUPS.getOrDefault(who, List.of()).forEach(task::addCandidateGroup);
            } else {
                task.setAssignee(BareSide.person(who));
            }
        };
    }
}
