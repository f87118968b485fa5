package org.bihuan.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.bihuan.shared.ProcessVocabulary;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The engine in an application context: schema by Flyway first, then the engine, then the shipped models. */
class EngineSliceTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    FlywayAutoConfiguration.class,
                    CamundaBpmAutoConfiguration.class))
            .withUserConfiguration(EngineConfiguration.class)
            .withBean(ProcessVocabulary.class, TestVocabulary::new)
            .withPropertyValues(
                    "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
                            + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                    "spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED",
                    "spring.flyway.locations=classpath:db/engine-only",
                    "bihuan.shipped-models=classpath*:shipped-models/good*.bpmn");

    @Test
    void the_hardened_engine_starts_on_the_schema_of_the_migrations() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            ProcessEngine engine = context.getBean(ProcessEngine.class);
            var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
            assertThat(settings.getExpressionManager()).isInstanceOf(ClosedExpressionManager.class);
            assertThat(settings.getScriptEngineResolver()).isInstanceOf(NoScripts.class);
            assertThat(settings.getHistoryLevel().getName()).isEqualTo("passed-elements");
            assertThat(settings.getDatabaseSchemaUpdate()).isEqualTo("false");
            assertThat(settings.getHistoryRemovalTimeStrategy()).isEqualTo("start");
            assertThat(settings.isMetricsEnabled()).isFalse();
            assertThat(settings.isDbMetricsReporterActivate()).isFalse();
            assertThat(settings.isAuthorizationEnabled()).isFalse();
            assertThat(settings.getJobExecutor().getBackoffTimeInMillis()).isPositive();
            assertThat(Long.parseLong(settings.getIdGenerator().getNextId())).isPositive();
            assertThat(engine.getRepositoryService()
                            .createProcessDefinitionQuery()
                            .singleResult()
                            .getKey())
                    .isEqualTo("good-case");
        });
    }

    @Test
    void the_start_fails_with_a_shipped_model_that_the_check_refuses() {
        application
                .withPropertyValues("bihuan.shipped-models=classpath*:shipped-models/bad*.bpmn")
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(ModelRefused.class)
                        .hasMessageContaining("bad-case.bpmn")
                        .hasMessageContaining("modeling.check.class"));
    }
}
