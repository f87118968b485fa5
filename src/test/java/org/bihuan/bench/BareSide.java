package org.bihuan.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.bihuan.modeling.Catalogue;
import org.bihuan.modeling.EngineHardening;
import org.bihuan.modeling.EngineSchema;
import org.bihuan.shared.CaseNumber;
import org.bihuan.testing.RealMySql;
import org.bihuan.testing.TestDatabase;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The engine alone on the shipped models, in a MySQL database of its own. */
final class BareSide implements Side, AutoCloseable {

    private static final String[] MODELS = {
        "processes/measure-rectification.bpmn", "processes/problem-rectification.bpmn"
    };

    private final String name;
    private final HikariDataSource database;
    private final ProcessEngine engine;
    private final BareVocabulary vocabulary;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final JdbcTemplate jdbc;
    private int rounds;

    private BareSide(
            String name,
            HikariDataSource database,
            SpringProcessEngineConfiguration engine,
            BareVocabulary vocabulary) {
        this.name = name;
        this.database = database;
        this.vocabulary = vocabulary;
        this.engine = engine.buildProcessEngine();
        this.runtime = this.engine.getRuntimeService();
        this.tasks = this.engine.getTaskService();
        this.management = this.engine.getManagementService();
        this.jdbc = new JdbcTemplate(database);
    }

    /** With the settings of the Camunda Boot starter and of the driver: history in full, its own ids and schema. */
    static BareSide defaults() {
        HikariDataSource database = TestDatabase.pooled(RealMySql.freshPlainDatabase());
        BareVocabulary vocabulary = new BareVocabulary();
        SpringProcessEngineConfiguration engine = configuration(database, UnaryOperator.identity(), vocabulary);
        engine.setDatabaseSchemaUpdate("true");
        engine.setHistory("full");
        IdGenerator ids = new StrongUuidGenerator();
        engine.setIdGenerator(ids);
        return new BareSide("engine, defaults", database, engine, vocabulary);
    }

    /** As the product runs it, without the product. */
    static BareSide tuned(UnaryOperator<DataSource> counted) {
        HikariDataSource database = TestDatabase.MYSQL.fresh();
        database.setAutoCommit(false);
        Flyway.configure()
                .dataSource(database)
                .locations(new String[0])
                .javaMigrations(EngineSchema.migrations())
                .load()
                .migrate();
        BareVocabulary vocabulary = new BareVocabulary();
        SpringProcessEngineConfiguration engine = configuration(database, counted, vocabulary);
        engine.getProcessEnginePlugins().add(new EngineHardening(Catalogue.of(vocabulary)));
        return new BareSide("engine, tuned", database, engine, vocabulary);
    }

    private static SpringProcessEngineConfiguration configuration(
            DataSource database, UnaryOperator<DataSource> counted, BareVocabulary vocabulary) {
        DataSource source = counted.apply(database);
        SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
        engine.setProcessEngineName("bench-" + UUID.randomUUID());
        engine.setDataSource(source);
        engine.setTransactionManager(new DataSourceTransactionManager(source));
        engine.setJobExecutorActivate(false);
        engine.setDefaultSerializationFormat("application/json");
        engine.setHistoryTimeToLive("P180D");
        engine.setBeans(new HashMap<>(vocabulary.beans()));
        engine.getProcessEnginePlugins().add(new BareAssignment());
        Resource[] models =
                java.util.Arrays.stream(MODELS).map(ClassPathResource::new).toArray(Resource[]::new);
        engine.setDeploymentResources(models);
        return engine;
    }

    static String person(Step.Who who) {
        return Integer.toString(who.ordinal() + 1);
    }

    ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JdbcTemplate database() {
        return jdbc;
    }

    @Override
    public List<CaseNumber> prepare(int problems, int measures) {
        vocabulary.measures(measures);
        String round = "BN%04d".formatted(++rounds);
        return IntStream.rangeClosed(1, problems)
                .mapToObj(ordinal -> CaseNumber.problem(round, ordinal))
                .toList();
    }

    @Override
    public void start(CaseNumber problem) {
        runtime.startProcessInstanceByKey("problem-rectification", problem.value());
    }

    @Override
    public void claim(Step step, String task) {
        tasks.claim(task, person(step.who()));
    }

    @Override
    public void complete(Step step, CaseNumber number, String task) {
        Map<String, Object> variables = new HashMap<>();
        if (step.decides()) {
            variables.put("outcome", "approved");
        }
        tasks.complete(task, variables);
    }

    @Override
    public void runJob(String job) {
        management.executeJob(job);
    }

    @Override
    public void as(Step.Who who, Runnable act) {
        act.run();
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}
