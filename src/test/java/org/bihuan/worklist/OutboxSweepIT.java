package org.bihuan.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import org.bihuan.testing.EveryDatabase;
import org.bihuan.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox does not grow for ever, on both databases. */
class OutboxSweepIT {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration KEPT = Duration.ofDays(7);

    private static OutboxSweep sweep(HikariDataSource source, int batch) {
        return new OutboxSweep(
                new OutboxRows(JdbcClient.create(source)),
                new OutboxPolicy(KEPT, batch),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void write(HikariDataSource source, int first, int last, Duration age) {
        List<Object[]> rows = IntStream.rangeClosed(first, last)
                .mapToObj(id -> new Object[] {id, Timestamp.from(NOW.minus(age))})
                .toList();
        new JdbcTemplate(source)
                .batchUpdate("insert into work_outbox (id, topic, at) values (?, 'task.opened', ?)", rows);
    }

    private static List<Long> left(HikariDataSource source) {
        return JdbcClient.create(source)
                .sql("select id from work_outbox order by id")
                .query(Long.class)
                .list();
    }

    @EveryDatabase
    void old_rows_go_however_many_batches_they_take_and_the_recent_past_stays(TestDatabase database) {
        try (HikariDataSource source = database.migrated()) {
            write(source, 1, 8, KEPT.plusDays(300));
            write(source, 9, 9, KEPT.plusSeconds(1));
            write(source, 10, 10, KEPT);
            write(source, 11, 12, Duration.ofSeconds(5));
            sweep(source, 3).sweep();
            assertThat(left(source)).containsExactly(10L, 11L, 12L);
            sweep(source, 3).sweep();
            assertThat(left(source)).hasSize(3);
        }
    }

    @EveryDatabase
    void one_transaction_drops_no_more_than_its_batch(TestDatabase database) {
        try (HikariDataSource source = database.migrated()) {
            write(source, 1, 8, KEPT.plusDays(1));
            assertThat(new OutboxRows(JdbcClient.create(source)).drop(NOW, 3)).isEqualTo(3);
            assertThat(left(source)).hasSize(5);
        }
    }

    @EveryDatabase
    void two_servers_sweep_at_once(TestDatabase database) throws Exception {
        try (HikariDataSource source = database.migrated()) {
            write(source, 1, 2000, KEPT.plusDays(1));
            write(source, 2001, 2010, Duration.ZERO);
            ExecutorService servers = Executors.newFixedThreadPool(2);
            try {
                Future<?> first = servers.submit(sweep(source, 10)::sweep);
                Future<?> second = servers.submit(sweep(source, 10)::sweep);
                first.get(1, TimeUnit.MINUTES);
                second.get(1, TimeUnit.MINUTES);
            } finally {
                servers.shutdownNow();
            }
            assertThat(left(source)).hasSize(10).allMatch(id -> id > 2000);
        }
    }
}
