package org.bihuan.evidence;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

import org.bihuan.audit.AuditTrail;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The module on a database in memory and a folder, with the ports to its neighbours replaced. */
final class Bench {

    static final String CASE = "XH2025-P02-M03";
    static final Actor HANDLER = new Actor(7, "经办人", List.of(), List.of(), "system");

    final EvidenceAccess access = mock(EvidenceAccess.class);
    final AuditTrail audit = mock(AuditTrail.class);
    final CurrentActor current = mock(CurrentActor.class);
    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final BlobStore store;
    final Path root;
    final EvidenceProperties properties = limits(64 * 1024, 200 * 1024, 1024 * 1024);
    final EvidenceService evidence;
    final EvidenceSweep sweep;

    Bench(Path folder, Clock clock) {
        DriverManagerDataSource source = new DriverManagerDataSource();
        source.setUrl(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V030__evidence.sql")).execute(source);
        jdbc = JdbcClient.create(source);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        root = folder.resolve("evidence");
        store = new BlobStore(root);
        EvidenceRows rows = new EvidenceRows(jdbc);
        evidence = new EvidenceService(properties, store, rows, transactions, audit, current, provider(access), clock);
        sweep = new EvidenceSweep(store, rows, transactions, properties, clock);
        when(current.require()).thenReturn(HANDLER);
        when(access.mayRead(anyString(), any())).thenReturn(true);
    }

    static EvidenceProperties limits(long file, long perCase, long unpacked) {
        return new EvidenceProperties(
                DataSize.ofBytes(file),
                DataSize.ofBytes(perCase),
                DataSize.ofBytes(unpacked),
                200,
                Duration.ofHours(24),
                EnumSet.allOf(FileType.class));
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Bytes that the one case has used of its limit. */
    long used() {
        return jdbc.sql("select total from evidence_usage").query(Long.class).single();
    }

    private static ObjectProvider<EvidenceAccess> provider(EvidenceAccess access) {
        return new ObjectProvider<>() {
            @Override
            public EvidenceAccess getObject() {
                return access;
            }
        };
    }
}
