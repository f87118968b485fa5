package org.bihuan.rectification.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.bihuan.rectification.CaseDiagram;
import org.bihuan.rectification.OpenStep;
import org.bihuan.rectification.ProcessPort;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The port on the embedded engine. Losers of a race get one answer, whatever the engine threw. */
@Component
class EnginePort implements ProcessPort {

    private static final String PROBLEM = "problem-rectification";
    private static final String MEASURE_ADDED = "bihuan.measureAdded";
    private static final String ALREADY_DONE = "rectification.step.alreadyDone";

    private final ProcessEngineConfigurationImpl configuration;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final DiagramReader diagrams;

    EnginePort(ProcessEngine engine, DiagramReader diagrams) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.management = engine.getManagementService();
        this.diagrams = diagrams;
    }

    @Override
    public void startProblem(CaseNumber problem) {
        runtime.startProcessInstanceByKey(PROBLEM, problem.value());
    }

    @Override
    public void joinMeasure(CaseNumber measure) {
        try {
            runtime.createMessageCorrelation(MEASURE_ADDED)
                    .processInstanceBusinessKey(measure.problem().value())
                    .setVariableToTriggeredScope(CaseVariables.MEASURE_CASE, measure.value())
                    .correlate();
        } catch (MismatchingMessageCorrelationException outsideThePhase) {
            RuleViolation refusal = new RuleViolation(
                    "rectification.problem.noMoreMeasures", measure.problem().value());
            refusal.addSuppressed(outsideThePhase);
            throw refusal;
        } catch (OptimisticLockingException lost) {
            AlreadyDone answer = new AlreadyDone(ALREADY_DONE);
            answer.addSuppressed(lost);
            throw answer;
        }
    }

    @Override
    public OpenStep step(long workItem) {
        OpenStep step =
                configuration.getCommandExecutorTxRequired().execute(context -> read(context, Long.toString(workItem)));
        if (step == null) {
            throw new AlreadyDone(ALREADY_DONE);
        }
        return step;
    }

    private static @Nullable OpenStep read(CommandContext context, String id) {
        TaskEntity task = context.getTaskManager().findTaskById(id);
        if (task == null) {
            return null;
        }
        task.initializeFormKey();
        Set<Long> candidates = task.getIdentityLinks().stream()
                .filter(link -> link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .map(Long::valueOf)
                .collect(Collectors.toSet());
        String assignee = task.getAssignee();
        return new OpenStep(
                Long.parseLong(id),
                new CaseNumber(task.getProcessInstance().getBusinessKey()),
                task.getTaskDefinitionKey(),
                task.getFormKey(),
                assignee == null ? null : Long.valueOf(assignee),
                candidates);
    }

    @Override
    public void complete(long workItem, @Nullable String outcome, Map<String, Instant> dates) {
        Map<String, Object> variables = new HashMap<>();
        if (outcome != null) {
            variables.put(CaseVariables.OUTCOME, outcome);
        }
        dates.forEach((name, moment) -> variables.put(name, Date.from(moment)));
        firstOrAlreadyDone(() -> {
            tasks.complete(Long.toString(workItem), variables);
            return true;
        });
    }

    @Override
    public void assign(long workItem, @Nullable Long person) {
        firstOrAlreadyDone(() -> {
            tasks.setAssignee(Long.toString(workItem), person == null ? null : Long.toString(person));
            return true;
        });
    }

    @Override
    public void reschedule(CaseNumber measure, Instant remindAt, Instant escalateAt) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(measure.value())
                .active()
                .singleResult();
        if (instance == null) {
            return;
        }
        runtime.setVariables(
                instance.getId(),
                Map.of(CaseVariables.REMIND_AT, Date.from(remindAt), CaseVariables.ESCALATE_AT, Date.from(escalateAt)));
        move(instance, "boundaryTimer_remind", remindAt);
        move(instance, "boundaryTimer_escalate", escalateAt);
    }

    private void move(ProcessInstance instance, String timer, Instant to) {
        for (Job job : management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .list()) {
            management.setJobDuedate(job.getId(), Date.from(to));
        }
    }

    @Override
    public void carryOn(CaseNumber problem) {
        List<Job> waiting = continuations(problem);
        while (!waiting.isEmpty()) {
            waiting.forEach(job -> management.executeJob(job.getId()));
            waiting = continuations(problem);
        }
    }

    private List<Job> continuations(CaseNumber problem) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(problem.value()).list().stream()
                .flatMap(
                        instance -> management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .messages()
                                .withRetriesLeft()
                                .list()
                                .stream())
                .toList();
    }

    @Override
    public CaseDiagram diagram(CaseNumber number) {
        return diagrams.read(number);
    }

    private static <T> T firstOrAlreadyDone(Supplier<T> act) {
        try {
            return act.get();
        } catch (OptimisticLockingException | NullValueException lost) {
            AlreadyDone answer = new AlreadyDone(ALREADY_DONE);
            answer.addSuppressed(lost);
            throw answer;
        }
    }
}
