package org.bihuan.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.bihuan.testing.EveryDatabase;
import org.bihuan.testing.TestDatabase;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema that the migrations make is one the engine works on, on both databases. */
class EngineSchemaIT {

    private static final String TABLES = """
            select count(*) from information_schema.tables
            where upper(table_name) like 'ACT\\_%' and table_schema in (database(), schema())""";

    @EveryDatabase
    void the_engine_starts_on_the_migrated_schema_and_keeps_every_character(TestDatabase kind) {
        try (HikariDataSource database = kind.fresh()) {
            Engines.migrate(database);
            StandaloneProcessEngineConfiguration settings = Engines.on(database);
            settings.setProcessEnginePlugins(List.of(new EngineHardening(Catalogue.of(new TestVocabulary()))));
            ProcessEngine engine = settings.buildProcessEngine();
            try {
                engine.getRepositoryService()
                        .createDeployment()
                        .addString("attack-case.bpmn", Bpmn.line(Bpmn.userTask("step")))
                        .deploy();
                var started = engine.getRuntimeService()
                        .startProcessInstanceByKey("attack-case", "XH2025-P02", Map.of("opinion", "𠮷😀退回"));
                assertThat(engine.getRuntimeService().getVariable(started.getId(), "opinion"))
                        .isEqualTo("𠮷😀退回");
                engine.getTaskService()
                        .complete(engine.getTaskService()
                                .createTaskQuery()
                                .singleResult()
                                .getId());
                assertThat(engine.getHistoryService()
                                .createHistoricProcessInstanceQuery()
                                .finished()
                                .count())
                        .isEqualTo(1);
            } finally {
                engine.close();
            }
        }
    }

    @Test
    void on_mysql_all_49_tables_take_every_character() {
        try (HikariDataSource database = TestDatabase.MYSQL.fresh()) {
            Engines.migrate(database);
            JdbcClient sql = JdbcClient.create(database);
            assertThat(sql.sql(TABLES).query(Integer.class).single()).isEqualTo(49);
            assertThat(sql.sql(TABLES + " and table_collation = 'utf8mb4_bin'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(49);
        }
    }
}
