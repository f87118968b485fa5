package org.bihuan.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.jspecify.annotations.Nullable;

/**
 * A real MySQL server, 8.4 or later, for tests: from Docker, else a {@code mysqld} of this machine, else
 * the one that {@code bin/test} unpacked. Where there is none the test is skipped and the build says so.
 */
public final class RealMySql implements AutoCloseable {

    /** How a commit reaches the disk. */
    public enum Durability {
        /** As in production: log and binary log are flushed at every commit. */
        DURABLE("--innodb-flush-log-at-trx-commit=1", "--sync-binlog=1"),
        /** Nothing waits for the disk: for runs in which speed matters and a crash does not. */
        FAST("--innodb-flush-log-at-trx-commit=0", "--sync-binlog=0", "--innodb-doublewrite=OFF");

        private final List<String> options;

        Durability(String... options) {
            this.options = List.of(options);
        }
    }

    /** The product's account on a test server; its password is the same word. */
    public static final String USER = "bihuan";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** The connection properties of config/application-mysql.yml; a test compares them. */
    static final String URL_PARAMETERS = "useLocalSessionState=true&rewriteBatchedStatements=true"
            + "&useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=500&prepStmtCacheSqlLimit=8192"
            + "&nullDatabaseMeansCurrent=true&readOnlyPropagatesToServer=false&connectTimeout=2000&socketTimeout=30000"
            + "&connectionTimeZone=UTC&sslMode=PREFERRED&allowPublicKeyRetrieval=true"
            + "&sessionVariables=transaction_isolation='READ-COMMITTED',time_zone='%2B00:00',innodb_lock_wait_timeout=10";

    private static @Nullable RealMySql shared;

    private final MySqlServer server;
    private final AtomicInteger databases = new AtomicInteger();

    private RealMySql(MySqlServer server) {
        this.server = server;
    }

    /**
     * The server that all tests of this JVM share, started at the first call and stopped with the JVM. It
     * is durable unless the system property {@code bihuan.test.mysql} says {@code fast}.
     */
    public static synchronized RealMySql shared() {
        RealMySql running = shared;
        if (running == null) {
            boolean fast = "fast".equals(System.getProperty("bihuan.test.mysql"));
            running = start(fast ? Durability.FAST : Durability.DURABLE);
            shared = running;
        }
        return running;
    }

    /** A new, empty database on the shared server: its JDBC URL, user and password included. */
    public static String freshDatabase() {
        return shared().newDatabase();
    }

    /** As {@link #freshDatabase()}, with the driver's own defaults but for what finds the right schema. */
    public static String freshPlainDatabase() {
        return freshDatabase().replace(URL_PARAMETERS, "nullDatabaseMeansCurrent=true&allowPublicKeyRetrieval=true");
    }

    /** A server of the caller's own, for tests that kill it; the caller closes it. */
    public static RealMySql start(Durability durability) {
        RealMySql mysql = new RealMySql(find(durability));
        // A test run that is broken off must not leave a server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(mysql::close, "stop-mysql"));
        mysql.restart();
        mysql.createUser();
        return mysql;
    }

    private static MySqlServer find(Durability durability) {
        if (MySqlContainer.available()) {
            return new MySqlContainer(durability.options);
        }
        return MySqlProcess.program()
                .<MySqlServer>map(program -> new MySqlProcess(program, durability.options))
                .orElseThrow(() -> RealParts.missing(
                        "MySQL", "no Docker, no mysqld 8.4 or later on the PATH, none unpacked by bin/test"));
    }

    private void createUser() {
        // The rights of the product's own account: everything in its databases, nothing on the server.
        asRoot(
                "CREATE USER '" + USER + "'@'%' IDENTIFIED BY '" + USER + "'",
                "GRANT ALL ON `" + USER + "\\_%`.* TO '" + USER + "'@'%'");
    }

    /** A new, empty database on this server: its JDBC URL, user and password included. */
    public String newDatabase() {
        String name = USER + "_" + databases.incrementAndGet();
        asRoot("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        return url(name, USER, USER);
    }

    /** Kills the server at once, as a power cut would. */
    public void kill() {
        server.kill();
    }

    /** Starts the server, after {@link #kill()} too, and waits until it accepts connections. */
    public void restart() {
        server.start();
        try {
            Awaitility.await("MySQL accepts connections")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .failFast("MySQL has ended", () -> !server.alive())
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() -> administrator().close());
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            throw new IllegalStateException("MySQL did not start:\n" + server.log(), e);
        }
    }

    /** Stops the server and removes its data. */
    @Override
    public void close() {
        server.dispose();
    }

    /** A connection of the server's administrator, for tests that look at locks; the caller closes it. */
    public Connection administrator() throws SQLException {
        return DriverManager.getConnection(url("", "root", ""));
    }

    private void asRoot(String... statements) {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL refused the set-up of a test database:\n" + server.log(), e);
        }
    }

    private String url(String database, String user, String password) {
        return "jdbc:mysql://127.0.0.1:" + server.port() + "/" + database + "?user=" + user + "&password=" + password
                + "&" + URL_PARAMETERS;
    }
}
