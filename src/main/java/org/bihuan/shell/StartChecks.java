package org.bihuan.shell;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Looks at what commonly prevents a start before anything else begins, logging included: the data
 * folder and the database. Also decides whether this is the demo: only ever on the embedded database.
 */
class StartChecks implements EnvironmentPostProcessor, Ordered {

    private static final String READ_COMMITTED = "TRANSACTION_READ_COMMITTED";
    private static final String DEMO = "bihuan.demo.enabled";
    private static final String DATA = "bihuan.data-dir";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String url = environment.getProperty("spring.datasource.url", "");
        Path data = Path.of(environment.getProperty(DATA, "./data"))
                .toAbsolutePath()
                .normalize();
        boolean embedded = url.startsWith("jdbc:h2:");
        boolean demo = embedded && environment.getProperty(DEMO, Boolean.class, url.startsWith("jdbc:h2:file:"));
        // First, so that no setting can load invented people into a real database. The folder is named in full, since
        // the embedded database takes "data" for neither a folder here nor anything else.
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("bihuan-start", Map.of(DEMO, demo, DATA, data.toString())));
        checkName(data);
        checkFolder(data);
        if (url.startsWith("jdbc:h2:file:")) {
            checkNotInUse(data);
        } else if (url.startsWith("jdbc:mysql:")) {
            checkIsolation(environment);
            checkReachable(
                    url,
                    environment.getProperty("spring.datasource.username", ""),
                    environment.getProperty("spring.datasource.password", ""));
        }
    }

    /** In the address of the embedded database a semicolon begins a setting, whichever the database now is. */
    static void checkName(Path data) {
        if (data.toString().indexOf(';') >= 0) {
            throw new StartRefused("shell.start.folderName", data.toString());
        }
    }

    static void checkFolder(Path data) {
        try {
            Files.createDirectories(data.resolve("logs"));
            Files.delete(Files.createTempFile(data, "start", ".tmp"));
            Files.delete(Files.createTempFile(data.resolve("logs"), "start", ".tmp"));
        } catch (IOException e) {
            throw new StartRefused("shell.start.folder", data.toString());
        }
    }

    /** The embedded database holds a lock on its file as long as an instance runs. */
    static void checkNotInUse(Path data) {
        Path file = data.resolve("bihuan.mv.db");
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new StartRefused("shell.start.folderInUse", data.toString());
            }
        } catch (OverlappingFileLockException e) {
            throw new StartRefused("shell.start.folderInUse", data.toString());
        } catch (IOException e) {
            throw new StartRefused("shell.start.folder", data.toString());
        }
    }

    private static void checkIsolation(ConfigurableEnvironment environment) {
        String isolation = environment.getProperty("spring.datasource.hikari.transaction-isolation", READ_COMMITTED);
        if (!isolation.equals(READ_COMMITTED)) {
            throw new StartRefused("shell.start.isolation", isolation);
        }
    }

    static void checkReachable(String url, String user, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5000");
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            connection.isReadOnly();
        } catch (SQLException e) {
            throw new StartRefused("shell.start.databaseUnreachable", withoutSecrets(url), firstLine(e));
        }
    }

    private static String withoutSecrets(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    private static String firstLine(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse("");
    }
}
