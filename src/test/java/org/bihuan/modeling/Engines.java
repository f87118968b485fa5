package org.bihuan.modeling;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Engines on fresh databases in memory, without an application context. */
final class Engines {

    private Engines() {}

    /** The engine as delivered, with its own schema creation. */
    static ProcessEngine plain() {
        StandaloneProcessEngineConfiguration engine = on(h2());
        engine.setDatabaseSchemaUpdate("true");
        return engine.buildProcessEngine();
    }

    /** The engine as the product runs it. */
    static ProcessEngine hardened(Catalogue catalogue) {
        return with(new EngineHardening(catalogue));
    }

    /** Ours, but with models that got past the check. */
    static ProcessEngine unchecked(Catalogue catalogue) {
        return with(new EngineHardening(catalogue, null));
    }

    private static ProcessEngine with(ProcessEnginePlugin plugin) {
        DataSource database = h2();
        migrate(database);
        StandaloneProcessEngineConfiguration engine = on(database);
        engine.setProcessEnginePlugins(List.of(plugin));
        return engine.buildProcessEngine();
    }

    static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations(new String[0])
                .javaMigrations(EngineSchema.migrations())
                .load()
                .migrate();
    }

    static DataSource h2() {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1");
    }

    static StandaloneProcessEngineConfiguration on(DataSource database) {
        StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName("test-" + UUID.randomUUID());
        engine.setDataSource(database);
        engine.setJobExecutorActivate(false);
        return engine;
    }
}
