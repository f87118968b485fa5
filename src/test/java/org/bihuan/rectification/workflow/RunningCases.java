package org.bihuan.rectification.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bihuan.shared.RuleViolation;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.jspecify.annotations.Nullable;

/** The shipped models on an engine in memory, with recorded steps and a clock that the test turns. */
final class RunningCases {

    static final String PROBLEM_MODEL = "processes/problem-rectification.bpmn";
    static final String MEASURE_MODEL = "processes/measure-rectification.bpmn";
    static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    private final ProcessEngineConfigurationImpl configuration;

    /** Steps that ran, as {@code stepRemind XH2025-P02-M01}. */
    final List<String> ran = new ArrayList<>();

    /** What {@code ${openMeasures.of(execution)}} answers. */
    List<String> open = List.of();

    /** Refusal that the close-out step throws. */
    @Nullable
    RuleViolation refusal;

    Instant remindAt = START.plusSeconds(10 * 86_400);
    Instant escalateAt = START.plusSeconds(20 * 86_400);
    Instant followUpAt = START.plusSeconds(90 * 86_400);

    RunningCases(String name) {
        configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setHistory(ProcessEngineConfigurationImpl.HISTORY_ACTIVITY);
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(steps());
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
    }

    ProcessEngineConfigurationImpl configuration() {
        return configuration;
    }

    private Map<Object, Object> steps() {
        Map<Object, Object> beans = new HashMap<>();
        beans.put("openMeasures", new OpenMeasures(this));
        beans.put("stepOpenMeasure", (JavaDelegate) execution -> {
            record("stepOpenMeasure", execution);
            execution.setVariable(CaseVariables.REMIND_AT, Date.from(remindAt));
            execution.setVariable(CaseVariables.ESCALATE_AT, Date.from(escalateAt));
        });
        beans.put("stepCloseOut", (JavaDelegate) execution -> {
            if (refusal != null) {
                throw refusal;
            }
            record("stepCloseOut", execution);
            execution.setVariable(CaseVariables.FOLLOW_UP_AT, Date.from(followUpAt));
        });
        for (String step : List.of("stepRemind", "stepEscalate", "stepAcceptMeasure")) {
            beans.put(step, (JavaDelegate) execution -> record(step, execution));
        }
        return beans;
    }

    private void record(String step, DelegateExecution execution) {
        ran.add(step + " " + execution.getProcessBusinessKey());
    }

    /** The collection bean; public because expressions call it. */
    public static final class OpenMeasures {

        private final RunningCases cases;

        private OpenMeasures(RunningCases cases) {
            this.cases = cases;
        }

        public Collection<String> of(DelegateExecution execution) {
            cases.record("openMeasures", execution);
            return cases.open;
        }
    }

    /** Back to the first day, nothing recorded. */
    void reset() {
        ClockUtil.setCurrentTime(Date.from(START));
        ran.clear();
        open = List.of();
        refusal = null;
        remindAt = START.plusSeconds(10 * 86_400);
        escalateAt = START.plusSeconds(20 * 86_400);
    }

    ProcessEngine engine() {
        return configuration.getProcessEngine();
    }

    void start(String process, String number) {
        engine().getRuntimeService().startProcessInstanceByKey(process, number);
    }

    /** Ids of the user tasks that are open in the case, in alphabetical order. */
    List<String> openSteps(String number) {
        return engine().getTaskService().createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    void complete(String number, String step) {
        complete(number, step, Map.of());
    }

    void approve(String number, String step) {
        complete(number, step, Map.of(CaseVariables.OUTCOME, "approved"));
    }

    void sendBack(String number, String step) {
        complete(number, step, Map.of(CaseVariables.OUTCOME, "returned"));
    }

    void complete(String number, String step, Map<String, Object> variables) {
        Task task = engine().getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(step)
                .singleResult();
        engine().getTaskService().complete(task.getId(), variables);
    }

    /** Takes a measure whose process stands at its first task all the way to acceptance. */
    void carryThrough(String measure) {
        complete(measure, "userTask_acknowledge");
        complete(measure, "userTask_carryOut");
        approve(measure, "userTask_reviewMeasure");
        approve(measure, "userTask_verifyMeasure");
        runDueJobs();
    }

    /** Adds a measure to a problem that is being rectified, as the engine port does. */
    void join(String problem, String measure) {
        engine().getRuntimeService()
                .createMessageCorrelation("bihuan.measureAdded")
                .processInstanceBusinessKey(problem)
                .setVariableToTriggeredScope(CaseVariables.MEASURE_CASE, measure)
                .correlate();
    }

    void clockTo(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
        runDueJobs();
    }

    /** Runs what the job executor would run now, until nothing is due. */
    void runDueJobs() {
        List<Job> due = dueJobs();
        while (!due.isEmpty()) {
            due.forEach(job -> engine().getManagementService().executeJob(job.getId()));
            due = dueJobs();
        }
    }

    private List<Job> dueJobs() {
        return engine().getManagementService().createJobQuery().executable().list();
    }

    /** The one timer job of an element in all running cases, or null. */
    @Nullable
    Job timer(String element) {
        return engine().getManagementService()
                .createJobQuery()
                .activityId(element)
                .singleResult();
    }

    /** How often the case passed through an element. */
    long passed(String number, String element) {
        List<String> instances = engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .map(instance -> instance.getId())
                .toList();
        return instances.stream()
                .mapToLong(instance -> engine().getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(element)
                        .finished()
                        .count())
                .sum();
    }

    boolean ended(String number) {
        return engine().getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count()
                == 0;
    }
}
