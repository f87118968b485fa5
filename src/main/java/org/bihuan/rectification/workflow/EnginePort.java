package org.bihuan.rectification.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.bihuan.rectification.CaseDiagram;
import org.bihuan.rectification.OpenStep;
import org.bihuan.rectification.ProcessPort;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.shared.LostRace;
import org.bihuan.shared.RuleViolation;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The port on the embedded engine. Losers of a race are known by one exception, whatever the engine threw. */
@Component
class EnginePort implements ProcessPort {

    private static final String PROBLEM = "problem-rectification";
    private static final String MEASURE_ADDED = "bihuan.measureAdded";

    private final ProcessEngineConfigurationImpl configuration;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final DiagramReader diagrams;
    private final StepHands hands;
    private final StepTimers timers;

    EnginePort(ProcessEngine engine, DiagramReader diagrams, StepHands hands) {
        this.hands = hands;
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.diagrams = diagrams;
        this.timers = new StepTimers(engine);
    }

    @Override
    public void startProblem(CaseNumber problem) {
        inRace(() -> runtime.startProcessInstanceByKey(PROBLEM, problem.value()));
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
            throw LostRace.certain(lost);
        }
    }

    @Override
    public void together(Runnable act) {
        inRace(() -> configuration.getCommandExecutorTxRequired().execute(context -> {
            act.run();
            return true;
        }));
    }

    public Optional<OpenStep> step(long workItem) {
        return inRace(() -> Optional.ofNullable(configuration
                .getCommandExecutorTxRequired()
                .execute(context -> read(context, Long.toString(workItem)))));
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
                candidates,
                task.getRevision());
    }

    @Override
    public void complete(OpenStep step, @Nullable String outcome, Map<String, Instant> dates) {
        Map<String, Object> variables = new HashMap<>();
        if (outcome != null) {
            variables.put(CaseVariables.OUTCOME, outcome);
        }
        dates.forEach((name, moment) -> variables.put(name, Date.from(moment)));
        onUnchanged(step, new CompleteTaskCmd(Long.toString(step.workItem()), variables));
    }

    @Override
    public void completeDrawn(OpenStep step, Map<String, Object> values) {
        VariableMap variables = Variables.createVariables();
        values.forEach((name, value) -> variables.putValueTyped(name, typed(value)));
        onUnchanged(step, new CompleteTaskCmd(Long.toString(step.workItem()), variables));
    }

    private static TypedValue typed(Object value) {
        if (value instanceof String text) {
            return Variables.stringValue(text);
        } else if (value instanceof Long number) {
            return Variables.longValue(number);
        } else if (value instanceof Boolean yes) {
            return Variables.booleanValue(yes);
        } else if (value instanceof LocalDate day) {
            return Variables.dateValue(Date.from(day.atStartOfDay(Dates.ZONE).toInstant()));
        }
        throw new IllegalArgumentException("No kind of value that a form may write: " + value.getClass());
    }

    @Override
    public void assign(OpenStep step, @Nullable Long person) {
        onUnchanged(
                step, new AssignTaskCmd(Long.toString(step.workItem()), person == null ? null : Long.toString(person)));
    }

    /**
     * The rules were checked on the step as it was read. The engine reads it again, and would take what
     * another has changed meanwhile for what was checked: two people could both claim it.
     */
    private void onUnchanged(OpenStep step, Command<?> act) {
        inRace(() -> configuration.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(Long.toString(step.workItem()));
            if (task == null || task.getRevision() != step.revision()) {
                throw new OptimisticLockingException("step " + step.workItem() + " has changed since it was read");
            }
            act.execute(context);
            return true;
        }));
    }

    @Override
    public List<OpenStep> reassign(CaseNumber number) {
        return inRace(() -> hands.reassign(number)).stream()
                .map(this::step)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void reschedule(CaseNumber measure, Instant remindAt, Instant escalateAt) {
        Map<String, Instant> moments = Map.of(CaseVariables.REMIND_AT, remindAt, CaseVariables.ESCALATE_AT, escalateAt);
        inRace(() -> configuration.getCommandExecutorTxRequired().execute(timers.move(measure.value(), moments)));
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

    /** The loser of a race on the engine gets one of several exceptions, by where the winner's rows went missing. */
    private static <T> T inRace(Supplier<T> act) {
        try {
            return act.get();
        } catch (OptimisticLockingException lost) {
            throw LostRace.certain(lost);
        } catch (NullValueException | NullPointerException perhaps) {
            throw LostRace.suspected(perhaps);
        } catch (ProcessEngineException wrapped) {
            // One of the engine's listeners found the rows gone, and says so in words of its own.
            if (wrapped.getCause() instanceof NullValueException) {
                throw LostRace.suspected(wrapped);
            }
            // Or a rule refused the step that was to come, as where its date falls into a year without holidays.
            if (wrapped.getCause() instanceof RuleViolation refusal) {
                throw refusal;
            }
            // Or whom a step was to be given is gone.
            if (wrapped.getCause() instanceof LostRace lost) {
                throw lost;
            }
            throw wrapped;
        }
    }
}
