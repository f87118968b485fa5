package org.bihuan.rectification.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.bihuan.rectification.StepModel;
import org.bihuan.shared.ModelText;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * Follows a model from a step to the next steps of people: through gateways and service tasks, into
 * subprocesses and called processes, and out of a called process into its caller.
 */
final class WaysOn {

    private static final int MOST = 12;

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl configuration;

    WaysOn(ProcessEngine engine) {
        this.repository = engine.getRepositoryService();
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    List<StepModel.Flow> from(UserTask step, String processInstance) {
        Walk walk = new Walk(processInstance);
        walk.behind(step, new Way(ModelText.NONE, ModelText.NONE, StepModel.Where.HERE));
        return walk.found;
    }

    /** What has been passed on the way. */
    private record Way(ModelText condition, ModelText after, StepModel.Where where) {

        Way on(SequenceFlow flow) {
            return isUnnamed(flow) || !condition.isBlank() ? this : new Way(label(flow), after, where);
        }

        Way past(FlowNode event) {
            return isUnnamed(event) ? this : new Way(condition, label(event), where);
        }

        Way into(StepModel.Where other) {
            return new Way(condition, after, other);
        }
    }

    private final class Walk {

        private final List<StepModel.Flow> found = new ArrayList<>();
        private final Set<String> passed = new HashSet<>();
        private final String processInstance;

        Walk(String processInstance) {
            this.processInstance = processInstance;
        }

        void behind(FlowNode node, Way way) {
            for (SequenceFlow flow : node.getOutgoing()) {
                to(flow.getTarget(), node instanceof Gateway ? way.on(flow) : way);
            }
        }

        private void to(FlowNode node, Way way) {
            if (found.size() >= MOST || !passed.add(way.condition().text() + " " + node.getId() + " " + way.where())) {
                return;
            }
            if (node instanceof UserTask step) {
                found.add(new StepModel.Flow(
                        way.condition(), way.after(), label(step), StepModelReader.assignRule(step), way.where()));
            } else if (node instanceof SubProcess inner) {
                starts(inner.getChildElementsByType(StartEvent.class), way);
            } else if (node instanceof CallActivity call) {
                called(call, way);
            } else if (node instanceof EndEvent end) {
                ended(end, way);
            } else if (node instanceof IntermediateCatchEvent event) {
                behind(event, way.past(event));
            } else {
                behind(node, way);
            }
        }

        private void starts(Iterable<StartEvent> starts, Way way) {
            for (StartEvent start : starts) {
                if (start.getEventDefinitions().isEmpty()) {
                    behind(start, way);
                }
            }
        }

        private void called(CallActivity call, Way way) {
            ProcessDefinition definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(call.getCalledElement())
                    .latestVersion()
                    .singleResult();
            if (definition == null) {
                return;
            }
            BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
            Process process = model.getModelElementById(definition.getKey());
            starts(process.getChildElementsByType(StartEvent.class), way.into(StepModel.Where.MEASURES));
        }

        private void ended(EndEvent end, Way way) {
            ModelElementInstance parent = end.getParentElement();
            if (parent instanceof SubProcess inner) {
                behind(inner, way.past(end));
                return;
            }
            FlowNode caller = way.where() == StepModel.Where.HERE ? caller() : null;
            if (caller == null) {
                found.add(new StepModel.Flow(way.condition(), way.after(), label(end), null, way.where()));
            } else {
                behind(caller, way.past(end).into(StepModel.Where.PROBLEM));
            }
        }

        private @Nullable FlowNode caller() {
            return configuration.getCommandExecutorTxRequired().execute(context -> {
                ExecutionEntity above = context.getExecutionManager()
                        .findExecutionById(processInstance)
                        .getSuperExecution();
                return above == null
                        ? null
                        : repository
                                .getBpmnModelInstance(above.getProcessDefinitionId())
                                .getModelElementById(above.getActivityId());
            });
        }
    }

    private static boolean isUnnamed(FlowElement element) {
        return element.getName() == null || element.getName().isBlank();
    }

    private static ModelText label(FlowElement element) {
        return new ModelText(
                element.getId(),
                Objects.requireNonNullElse(element.getName(), element.getId()).strip());
    }
}
