package org.bihuan.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.bihuan.demo.ToldRound;
import org.bihuan.testing.AppProcess;

/**
 * On the embedded database, in its file. That it can be looked into while the product runs is H2's
 * AUTO_SERVER: the product's process stays the one that holds and writes the file.
 */
class CrashIT extends Crash {

    private static final String OPTIONS = "/bihuan;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            + ";LOCK_TIMEOUT=600000;AUTO_SERVER=TRUE";

    private String lockBefore = "";

    @Override
    AppProcess prepared() {
        AppProcess app =
                AppProcess.with(with(SHORT_WAITS, "--spring.datasource.url=jdbc:h2:file:${bihuan.data-dir}" + OPTIONS));
        ToldRound.into("jdbc:h2:file:" + app.dataFolder() + OPTIONS, "", app.dataFolder(), User.DEMO_PASSWORD);
        lockBefore = lockFile(app.dataFolder());
        return app;
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + product().dataFolder() + OPTIONS + ";IFEXISTS=TRUE", "bihuan", "");
    }

    @Override
    void awaitDatabase() {
        Awaitility.await("the product has opened its database")
                .atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    String lock = lockFile(product().dataFolder());
                    return lock.contains("server") && !lock.equals(lockBefore);
                });
    }

    private static String lockFile(Path dataFolder) {
        Path file = dataFolder.resolve("bihuan.lock.db");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    boolean writerWaitsFor(Connection ours) throws SQLException {
        try (PreparedStatement sessions = ours.prepareStatement("select count(*) from information_schema.sessions"
                        + " where blocker_id = session_id() and contains_uncommitted");
                ResultSet waiting = sessions.executeQuery()) {
            return waiting.next() && waiting.getInt(1) > 0;
        }
    }
}
