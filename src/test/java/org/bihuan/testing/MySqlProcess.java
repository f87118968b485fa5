package org.bihuan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A {@code mysqld} of this machine as a child process, with a fresh data folder under {@code target}. */
final class MySqlProcess implements MySqlServer {

    private static final Pattern VERSION = Pattern.compile("Ver (\\d+)\\.(\\d+)");

    private final Path program;
    private final Path folder;
    private final List<String> options;
    private final int port = Executables.freePort();
    private @Nullable Process process;

    MySqlProcess(Path program, List<String> options) {
        this.program = program;
        this.options = options;
        this.folder = Path.of("target", "mysql", Integer.toString(port)).toAbsolutePath();
        initialize();
    }

    /** The server to use: one on the PATH, else the one that {@code bin/test} unpacked; MySQL 8.4 or later only. */
    static Optional<Path> program() {
        return Executables.find("mysqld")
                .filter(MySqlProcess::isRecentMySql)
                .or(() -> Optional.of(cache().resolve("mysqld")).filter(Files::isExecutable));
    }

    private static Path cache() {
        String home = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(value -> !value.isEmpty())
                .orElseGet(() -> System.getProperty("user.home") + "/.cache");
        return Path.of(home, "bihuan", "mysql");
    }

    private static boolean isRecentMySql(Path mysqld) {
        String text = Executables.output(List.of(mysqld.toString(), "--no-defaults", "--version"));
        Matcher version = VERSION.matcher(text);
        return !text.contains("MariaDB")
                && version.find()
                && Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2)) >= 804;
    }

    private void initialize() {
        try {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process initializing = launch(List.of("--initialize-insecure"));
        if (!exited(initializing, 120) || initializing.exitValue() != 0) {
            initializing.destroyForcibly();
            throw new IllegalStateException("MySQL could not lay out its data folder:\n" + log());
        }
    }

    private Process launch(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--no-defaults"));
        Path base = program.resolveSibling("usr");
        if (Files.isDirectory(base.resolve("share/mysql"))) {
            command.add("--basedir=" + base);
        }
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.add("--datadir=" + folder.resolve("data"));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logFile() {
        return folder.resolve("mysqld.log");
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        // The socket's name is relative to the data folder: a Unix socket's path may not exceed 107 bytes.
        List<String> arguments = new ArrayList<>(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=mysqld.sock",
                "--pid-file=mysqld.pid",
                "--secure-file-priv=NULL",
                "--mysqlx=OFF"));
        arguments.addAll(options);
        process = launch(arguments);
    }

    @Override
    public boolean alive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    @Override
    public void kill() {
        stop(true);
    }

    @Override
    public void dispose() {
        stop(false);
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop(boolean atOnce) {
        Process running = process;
        if (running == null) {
            return;
        }
        process = null;
        if (atOnce) {
            running.destroyForcibly();
        } else {
            running.destroy();
        }
        if (!exited(running, 30)) {
            running.destroyForcibly();
            exited(running, 10);
        }
    }

    private static boolean exited(Process process, int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String log() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile(), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
