package org.bihuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;
import org.bihuan.testing.EveryDatabase;
import org.bihuan.testing.TestDatabase;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain on the databases that the product runs on. */
class AuditTrailIT {

    private static final String MEASURE = "XH2025-P02-M03";
    private static final Instant NOW = Instant.parse("2026-11-24T01:02:03.456789Z");

    @EveryDatabase
    void an_entry_keeps_its_hash_through_the_database(TestDatabase database) {
        try (HikariDataSource source = migrated(database)) {
            AuditTrail trail = trail(source);
            append(source, trail, "“𠮷😀” \\ ' \" \n 全文");
            AuditRecord read = trail.ofProblem("XH2025-P02", null, 10).get(0);
            assertThat(read.at()).isEqualTo(NOW);
            assertThat(read.facts()).containsEntry("opinion", "“𠮷😀” \\ ' \" \n 全文");
            assertThat(trail.verify(MEASURE).faults()).isEmpty();
            assertThat(trail.verify(MEASURE).headHash()).isEqualTo(read.hash());
        }
    }

    @EveryDatabase
    void many_at_once_on_one_stream_leave_one_unbroken_chain(TestDatabase database)
            throws ExecutionException, InterruptedException {
        int threads = 4;
        int each = 15;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (HikariDataSource source = migrated(database)) {
            AuditTrail trail = trail(source);
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                running.add(pool.submit(() -> {
                    int done = 0;
                    while (done < each) {
                        done += appended(source, trail) ? 1 : 0;
                    }
                }));
            }
            for (Future<?> f : running) {
                f.get();
            }
            assertThat(trail.verify(MEASURE).faults()).isEmpty();
            assertThat(trail.verify(MEASURE).headSeq()).isEqualTo(threads * each);
        } finally {
            pool.shutdownNow();
        }
    }

    /** False for the loser of a race; any other failure fails the test. */
    private static boolean appended(HikariDataSource source, AuditTrail trail) {
        try {
            append(source, trail, "属实");
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private static void append(HikariDataSource source, AuditTrail trail, String opinion) {
        new TransactionTemplate(new DataSourceTransactionManager(source))
                .executeWithoutResult(tx -> trail.append(new AuditEntry(
                        MEASURE, "measure.accepted", Map.of("opinion", opinion), 7L, "党建办主任", null, "::1")));
    }

    private static AuditTrail trail(HikariDataSource source) {
        return new HashChainTrail(
                new AuditRows(JdbcClient.create(source)), Clock.fixed(NOW.plusNanos(999), ZoneOffset.UTC));
    }

    private static HikariDataSource migrated(TestDatabase database) {
        HikariDataSource source = database.fresh();
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V020__audit.sql"),
                        new ClassPathResource("db/migration/V040__calendar.sql"))
                .execute(source);
        return source;
    }
}
