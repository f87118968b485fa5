package org.bihuan.modeling;

import java.util.Set;

import org.bihuan.shared.Ids;
import org.bihuan.shared.ProcessVocabulary;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Wires the hardened engine into the application. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Catalogue catalogue(ObjectProvider<ProcessVocabulary> vocabularies) {
        return new Catalogue(() -> vocabularies.orderedStream().toList());
    }

    @Bean
    ModelCheck modelCheck(Catalogue catalogue) {
        return new ModelCheck(catalogue);
    }

    /** Every plugin is made before the engine, so the schema is there before the engine looks for it. */
    @Bean
    @DependsOnDatabaseInitialization
    EngineHardening engineHardening(Catalogue catalogue) {
        return new EngineHardening(catalogue);
    }

    @Bean
    static IdGenerator engineIds() {
        return () -> Long.toString(Ids.next());
    }

    /** Replaces the starter's deployment of whatever lies on the class path: {@link ShippedModels} deploys. */
    @Bean
    static CamundaDeploymentConfiguration noAutomaticDeployment() {
        return new NoAutomaticDeployment();
    }

    @Bean
    ShippedModels shippedModels(
            RepositoryService repository,
            ModelCheck check,
            @Value("${bihuan.shipped-models:classpath*:processes/*.bpmn}") String location) {
        return new ShippedModels(repository, check, location);
    }

    @Bean
    static JavaMigration engineSchemaMigration() {
        return new V001__engine_schema();
    }

    @Bean
    static JavaMigration engineCharsetMigration() {
        return new V002__engine_charset_and_indexes();
    }

    @Bean
    static JavaMigration engineSubtaskIndexMigration() {
        return new V003__engine_subtask_index();
    }

    @Bean
    static JavaMigration engineIncidentKeysMigration() {
        return new V067__engine_incident_keys();
    }

    private static final class NoAutomaticDeployment implements CamundaDeploymentConfiguration {

        @Override
        public Set<Resource> getDeploymentResources() {
            return Set.of();
        }
    }
}
