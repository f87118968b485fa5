package org.bihuan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.bihuan.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many commits of one insert the machine's MySQL takes: what every other figure stands on. */
final class Commits {

    private final Report report;

    Commits(Report report) {
        this.report = report;
    }

    void run(int threads, int seconds) throws InterruptedException {
        try (HikariDataSource database = TestDatabase.MYSQL.fresh()) {
            new JdbcTemplate(database).execute("create table entry (id bigint primary key, text varchar(100))");
            AtomicLong ids = new AtomicLong();
            AtomicLong done = new AtomicLong();
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            long start = System.nanoTime();
            long end = start + TimeUnit.SECONDS.toNanos(seconds);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    insert(database, ids, done, end);
                    return true;
                }));
            }
            for (Future<?> future : running) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
            pool.shutdown();
            report.say("bare commits of one insert, %d thread(s): %.0f a second"
                    .formatted(threads, done.get() * 1e9 / (System.nanoTime() - start)));
        }
    }

    private static void insert(DataSource database, AtomicLong ids, AtomicLong done, long end) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into entry values (?, 'x')")) {
                while (System.nanoTime() < end) {
                    insert.setLong(1, ids.incrementAndGet());
                    insert.executeUpdate();
                    connection.commit();
                    done.incrementAndGet();
                }
            }
        }
    }
}
