package org.bihuan.modeling;

import java.util.ArrayList;
import java.util.List;

import org.bihuan.shared.Ids;
import org.bihuan.shared.LogContext;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The engine as we run it: closed expressions, no scripts, no classes out of models, every deployment
 * checked, ids and history as we need them. Overrides whatever was configured before it.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
public final class EngineHardening extends AbstractProcessEnginePlugin {

    /** Rows that one engine query may return to a user; our lists come from read models. */
    static final int QUERY_LIMIT = 1_000;

    private final Catalogue catalogue;
    private final @Nullable ModelCheck check;

    /** The full hardening. */
    public EngineHardening(Catalogue catalogue) {
        this(catalogue, new ModelCheck(catalogue));
    }

    /** Without a check, as if a model had been smuggled past it: shows what the engine itself still stops. */
    EngineHardening(Catalogue catalogue, @Nullable ModelCheck check) {
        this.catalogue = catalogue;
        this.check = check;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        close(engine);
        store(engine);
        runJobs(engine);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        JobExecutor executor = engine.getJobExecutor();
        executor.setMaxJobsPerAcquisition(8);
        executor.setBackoffTimeInMillis(25);
        executor.setMaxBackoff(400);
        executor.setWaitTimeInMillis(2_000);
        executor.setMaxWait(20_000);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine built) {
        ProcessEngineConfigurationImpl engine = (ProcessEngineConfigurationImpl) built.getProcessEngineConfiguration();
        if (!(engine.getExpressionManager() instanceof ClosedExpressionManager)
                || !(engine.getScriptEngineResolver() instanceof NoScripts)
                || !(engine.getArtifactFactory() instanceof NoClasses)) {
            throw new IllegalStateException("The engine was configured past its hardening");
        }
    }

    private void close(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new ClosedExpressionManager(catalogue));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableScriptEngineNashornCompatibility(false);
        engine.setArtifactFactory(new NoClasses());
        MapBusinessCalendarManager calendars = new MapBusinessCalendarManager();
        calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new DurationBusinessCalendar());
        calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar());
        calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new SlowCycles());
        engine.setBusinessCalendarManager(calendars);
        engine.setEnableXxeProcessing(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setQueryMaxResultsLimit(QUERY_LIMIT);
        engine.setAuthorizationEnabled(false);
        engine.setTenantCheckEnabled(false);
        engine.setCmmnEnabled(false);
        if (check != null) {
            List<Deployer> deployers = new ArrayList<>();
            deployers.add(new DeploymentGate(check));
            if (engine.getCustomPreDeployers() != null) {
                deployers.addAll(engine.getCustomPreDeployers());
            }
            engine.setCustomPreDeployers(deployers);
        }
    }

    private static void store(ProcessEngineConfigurationImpl engine) {
        engine.setIdGenerator(() -> Long.toString(Ids.next()));
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        engine.setSchemaOperationsCommand(new SchemaVersion());
        HistoryLevel passed = new PassedElements();
        engine.setCustomHistoryLevels(List.of(passed));
        engine.setHistory(passed.getName());
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        engine.setEnforceHistoryTimeToLive(true);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        // As a batch, MySQL's driver prepares every insert anew, since it may have to write out many rows.
        engine.setJdbcBatchProcessing(false);
        engine.setCustomSessionFactories(new ArrayList<>(PlainTasks.sessions()));
        // A refusal out of a step is no fault; whoever called the engine says what went wrong.
        engine.setEnableCmdExceptionLogging(false);
    }

    private static void runJobs(ProcessEngineConfigurationImpl engine) {
        // What a job or a step logs names its case; the business key is the case number.
        engine.setLoggingContextBusinessKey(LogContext.CASE);
        engine.setDefaultNumberOfRetries(3);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setJobExecutorPreferTimerJobs(true);
        engine.setEnsureJobDueDateNotNull(true);
    }
}
