package org.bihuan.rectification.workflow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import org.bihuan.rectification.Assignments;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives each user task to whom its assignment rule names, with the due date its due rule says. The
 * rules are extension properties out of a closed catalogue, never expressions.
 */
@Component
@Order(10)
class AssignmentPlugin extends AbstractProcessEnginePlugin {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final ObjectProvider<Assignments> assignments;

    AssignmentPlugin(ObjectProvider<Assignments> assignments) {
        this.assignments = assignments;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            configuration.setCustomPreBPMNParseListeners(listeners);
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                String assign = property(element, "bihuan.assign");
                String due = property(element, "bihuan.due");
                UserTaskActivityBehavior behavior = (UserTaskActivityBehavior) activity.getActivityBehavior();
                behavior.getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, task -> assign(task, assign, due));
            }
        });
    }

    private void assign(DelegateTask task, @Nullable String assign, @Nullable String due) {
        CaseNumber number = new CaseNumber(task.getExecution().getProcessBusinessKey());
        Assignments rules = assignments.getObject();
        if (due != null) {
            LocalDate date = rules.due(due, number);
            task.setDueDate(Date.from(date.atStartOfDay(Dates.ZONE).toInstant()));
        }
        if (assign == null) {
            return;
        }
        Assignments.Assignment to = rules.give(assign, number);
        if (to.person() != null) {
            task.setAssignee(Long.toString(to.person()));
        }
        to.posts().forEach(post -> task.addCandidateGroup(Long.toString(post)));
    }

    static @Nullable String property(Element element, String name) {
        Element extensions = element.element("extensionElements");
        if (extensions == null) {
            return null;
        }
        Element properties =
                extensions.elementNS(new org.camunda.bpm.engine.impl.util.xml.Namespace(CAMUNDA), "properties");
        if (properties == null) {
            return null;
        }
        return properties.elements().stream()
                .filter(property -> name.equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .findFirst()
                .orElse(null);
    }
}
