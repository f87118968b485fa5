package org.bihuan.evidence;

import java.nio.file.Path;
import java.time.Clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.bihuan.audit.AuditTrail;
import org.bihuan.identity.CurrentActor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the module. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceProperties.class)
@EnableScheduling
class EvidenceConfiguration {

    @Bean
    BlobStore evidenceStore(@Value("${bihuan.data-dir:./data}") Path dataDir) {
        return new BlobStore(dataDir.resolve("evidence"));
    }

    @Bean
    EvidenceRows evidenceRows(JdbcClient jdbc) {
        return new EvidenceRows(jdbc);
    }

    @Bean
    Evidence evidence(
            EvidenceProperties properties,
            BlobStore store,
            EvidenceRows rows,
            PlatformTransactionManager transactions,
            AuditTrail audit,
            CurrentActor currentActor,
            ObjectProvider<EvidenceAccess> access,
            Clock clock) {
        return new EvidenceService(
                properties, store, rows, new TransactionTemplate(transactions), audit, currentActor, access, clock);
    }

    @Bean
    EvidenceSweep evidenceSweep(
            BlobStore store,
            EvidenceRows rows,
            PlatformTransactionManager transactions,
            EvidenceProperties properties,
            Clock clock) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new EvidenceSweep(store, rows, own, properties, clock);
    }

    /** A missing file degrades the health without taking the node out of service: no other node has the file. */
    @Bean
    HealthIndicator evidenceHealthIndicator(EvidenceSweep sweep) {
        return () -> {
            Health.Builder health = sweep.missing() == 0 ? Health.up() : Health.status("DEGRADED");
            return health.withDetail("missingFiles", sweep.missing()).build();
        };
    }

    @Bean
    Gauge evidenceMissingGauge(EvidenceSweep sweep, MeterRegistry registry) {
        return Gauge.builder("bihuan.evidence.missing", sweep, EvidenceSweep::missing)
                .description("Contents on record without a file, as of the last sweep")
                .register(registry);
    }
}
