package org.bihuan.rectification.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.bihuan.calendar.CalendarAdministration.YearEntered;
import org.bihuan.calendar.CalendarWaits;
import org.bihuan.calendar.NoCalendarData;
import org.bihuan.calendar.WorkCalendar;
import org.bihuan.rectification.SystemSteps;
import org.bihuan.shared.CaseNumber;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The engine's own work that failed, until the engine gave it up, because a year was missing in the calendar: there
 * is nobody at the screen to whom the refusal could be said. It is told where years are entered, and tried again once
 * the year is there.
 */
@Component
class YearWaits implements CalendarWaits {

    private static final Logger LOG = LoggerFactory.getLogger(YearWaits.class);

    /** Jobs that one transaction gives back. */
    private static final int BATCH = 50;

    private final ProcessEngineConfigurationImpl configuration;
    private final RuntimeService runtime;
    private final WorkCalendar calendar;
    private final SystemSteps steps;
    private volatile int lastSeen;

    YearWaits(ProcessEngine engine, WorkCalendar calendar, SystemSteps steps, MeterRegistry registry) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.runtime = engine.getRuntimeService();
        this.calendar = calendar;
        this.steps = steps;
        Gauge.builder("bihuan.calendar.waiting", this, waits -> waits.lastSeen)
                .description("Steps that wait for a year to be entered in the calendar, as of the last look")
                .register(registry);
    }

    private record Failed(int year, String job, String process) {}

    @Override
    public Map<Integer, Integer> casesByYear() {
        Map<Integer, Set<String>> cases = new TreeMap<>();
        failed().forEach(step ->
                cases.computeIfAbsent(step.year(), year -> new HashSet<>()).add(step.process()));
        Map<Integer, Integer> counts = new TreeMap<>();
        cases.forEach((year, instances) -> counts.put(year, instances.size()));
        return counts;
    }

    /** Whoever entered the year sees at once that the work goes on. */
    @TransactionalEventListener
    void on(YearEntered event) {
        resume(year -> year == event.year());
    }

    /** Catches up on years that came with a file, and on steps that failed in the moment in which theirs was entered. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT5M")
    void sweep() {
        resume(calendar::covers);
    }

    private void resume(IntPredicate known) {
        List<Failed> waiting = failed();
        List<Failed> ready =
                waiting.stream().filter(step -> known.test(step.year())).toList();
        for (int from = 0; from < ready.size(); from += BATCH) {
            resume(ready.subList(from, Math.min(from + BATCH, ready.size())));
        }
        lastSeen = waiting.size() - ready.size();
    }

    /** In a transaction of its own; what another node gives back at the same moment is left to it or to the next sweep. */
    private void resume(List<Failed> ready) {
        try {
            configuration.getCommandExecutorTxRequiresNew().execute(context -> {
                ready.forEach(step -> resume(context, step));
                return true;
            });
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Steps that waited for a year of the calendar could not be given back; tried again later", failure);
        }
    }

    private void resume(CommandContext context, Failed step) {
        JobEntity job = context.getJobManager().findJobById(step.job());
        if (job == null || job.getRetries() > 0) {
            return;
        }
        String number =
                context.getExecutionManager().findExecutionById(step.process()).getBusinessKey();
        job.setRetries(configuration.getDefaultNumberOfRetries());
        steps.resume(new CaseNumber(number), step.year());
    }

    private List<Failed> failed() {
        // The engine may have wrapped the refusal in words of its own.
        return runtime
                .createIncidentQuery()
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .incidentMessageLike("%" + NoCalendarData.KEY + " %")
                .list()
                .stream()
                .flatMap(incident -> NoCalendarData.yearIn(incident.getIncidentMessage()).stream()
                        .mapToObj(
                                year -> new Failed(year, incident.getConfiguration(), incident.getProcessInstanceId())))
                .toList();
    }
}
