package org.bihuan.rectification.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Moves the timers of a case's open steps to other moments. Which timers those are is told by the variable
 * that each reads in the model the case runs on, not by its id, so that a model of somebody's own moves too.
 */
class StepTimers {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*(\\w+)\\s*}");

    private final RuntimeService runtime;
    private final RepositoryService models;

    StepTimers(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        this.models = engine.getRepositoryService();
    }

    /**
     * Sets the moments, by variable, and moves what waits for them; nothing happens where no process of the case
     * runs. A timer that has fired begins anew, since what it told of was the old moment.
     */
    Command<Boolean> move(String businessKey, Map<String, Instant> moments) {
        return context -> {
            ProcessInstance instance = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(businessKey)
                    .active()
                    .singleResult();
            if (instance != null) {
                ExecutionEntity root = context.getExecutionManager().findExecutionById(instance.getId());
                moments.forEach((name, moment) -> root.setVariable(name, Date.from(moment)));
                move(context, root, moments);
            }
            return true;
        };
    }

    private void move(CommandContext context, ExecutionEntity root, Map<String, Instant> moments) {
        BpmnModelInstance model = models.getBpmnModelInstance(root.getProcessDefinitionId());
        for (TaskEntity task : context.getTaskManager().findTasksByProcessInstanceId(root.getId())) {
            // The step and the stages it stands in, each of which may carry timers.
            task.getExecution()
                    .createActivityExecutionMapping()
                    .forEach((scope, execution) -> TimerDeclarationImpl.getDeclarationsForScope(scope)
                            .forEach((event, timer) -> moment(model, event, moments)
                                    .ifPresent(to -> move((ExecutionEntity) execution, event, timer, to))));
        }
    }

    private static void move(ExecutionEntity execution, String event, TimerDeclarationImpl timer, Instant to) {
        JobEntity waiting = execution.getJobs().stream()
                .filter(job -> event.equals(job.getActivityId()))
                .findFirst()
                .orElse(null);
        if (waiting != null) {
            waiting.setDuedate(Date.from(to));
        } else if (!timer.isInterruptingTimer()) {
            timer.createTimerInstance(execution);
        }
    }

    private static Optional<Instant> moment(BpmnModelInstance model, String event, Map<String, Instant> moments) {
        if (!(model.getModelElementById(event) instanceof CatchEvent drawn)) {
            return Optional.empty();
        }
        return drawn.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(definition -> variable(((TimerEventDefinition) definition).getTimeDate()))
                .filter(name -> name != null && moments.containsKey(name))
                .map(moments::get)
                .findFirst();
    }

    private static @Nullable String variable(@Nullable TimeDate date) {
        Matcher expression =
                VARIABLE.matcher(date == null ? "" : date.getTextContent().strip());
        return expression.matches() ? expression.group(1) : null;
    }
}
