package org.bihuan.testing;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The two databases that the product runs on; a test of SQL or of a repository runs on both. */
public enum TestDatabase {
    /** The embedded default, here in memory. */
    H2 {
        @Override
        public String freshUrl() {
            return "jdbc:h2:mem:test" + NUMBERS.incrementAndGet()
                    + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1";
        }
    },

    /** A real server; the test is skipped, and the build says so, where none can be had. */
    MYSQL {
        @Override
        public String freshUrl() {
            return RealMySql.freshDatabase();
        }
    };

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** The JDBC URL of a new, empty database; user and password, where needed, are in it. */
    public abstract String freshUrl();

    /** A pooled, {@code READ_COMMITTED} data source on a new, empty database; the caller closes it. */
    public HikariDataSource fresh() {
        return pooled(freshUrl());
    }

    /** A pooled, {@code READ_COMMITTED} data source on the database behind a URL; the caller closes it. */
    public static HikariDataSource pooled(String url) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        source.setMaximumPoolSize(8);
        source.setMinimumIdle(1);
        return source;
    }

    /**
     * As {@link #fresh()}, with all migrations of {@code db/migration} applied.
     *
     * @param extra Java migrations that lie elsewhere or need arguments
     */
    public HikariDataSource migrated(JavaMigration... extra) {
        HikariDataSource source = fresh();
        migrate(source, extra);
        return source;
    }

    /** Applies all migrations of {@code db/migration}, SQL and Java, and the given ones. */
    public static void migrate(DataSource source, JavaMigration... extra) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .javaMigrations(extra)
                .load()
                .migrate();
    }

    /** Points a Spring test at a new, empty database: call it from a {@code @DynamicPropertySource} method. */
    public void register(DynamicPropertyRegistry registry) {
        String url = freshUrl();
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.hikari.transaction-isolation", () -> "TRANSACTION_READ_COMMITTED");
    }
}
