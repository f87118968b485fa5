package org.bihuan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.jspecify.annotations.Nullable;

/**
 * The built product as a process of its own, started in an empty folder under {@code target}, so that it
 * runs on its built-in defaults. Port and folder stay the same when it is started again.
 */
public final class AppProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path folder;
    private final int port;
    private final List<String> arguments;
    private @Nullable Process process;

    private AppProcess(Path folder, int port, List<String> arguments) {
        this.folder = folder;
        this.port = port;
        this.arguments = arguments;
    }

    /**
     * Prepares, but does not start, the product on a free port.
     *
     * @param arguments program arguments, such as {@code --spring.datasource.url=...}; they win over the
     *     port chosen here
     */
    public static AppProcess with(String... arguments) {
        int port = Executables.freePort();
        Path folder = Path.of("target", "app", Integer.toString(port)).toAbsolutePath();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AppProcess app = new AppProcess(folder, port, List.of(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(app::kill, "stop-app"));
        return app;
    }

    /** The product on a new, empty MySQL database, with the profile {@code mysql}. */
    public static AppProcess onMySql(String... arguments) {
        return onMySqlAt(RealMySql.freshDatabase(), arguments);
    }

    /** The product on the MySQL database behind this JDBC URL, with the profile {@code mysql}. */
    public static AppProcess onMySqlAt(String url, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--spring.profiles.active=mysql", "--spring.datasource.url=" + url));
        all.add("--spring.datasource.username=" + RealMySql.USER);
        all.add("--spring.datasource.password=" + RealMySql.USER);
        all.addAll(List.of(arguments));
        return with(all.toArray(String[]::new));
    }

    /** Starts the product, or starts it again after {@link #kill()}, without waiting for anything. */
    public void launch() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-jar",
                jar().toString(),
                "--server.port=" + port,
                "--bihuan.data-dir=" + dataFolder()));
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #launch()}, and waits until the product says that it is ready; fails with its output. */
    public AppProcess start() {
        launch();
        try {
            Awaitility.await("the product is ready")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .failFast("the product has ended", () -> !alive())
                    .until(this::ready);
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            kill();
            throw new IllegalStateException("The product did not become ready:\n" + output(), e);
        }
        return this;
    }

    private boolean ready() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url("/actuator/health/readiness")))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    /** Kills the product at once (SIGKILL) and waits until it is gone; does nothing when it does not run. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            awaitExit(running, Duration.ofSeconds(30));
        }
    }

    /** Asks the product to end (SIGTERM) and returns its exit code. */
    public int stop() {
        running().destroy();
        return exitCode();
    }

    /** Waits until the product ends of itself, at most ten minutes, and returns its exit code. */
    public int exitCode() {
        Process running = running();
        if (!awaitExit(running, PATIENCE)) {
            kill();
            throw new IllegalStateException("The product did not end:\n" + output());
        }
        return running.exitValue();
    }

    private Process running() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("The product was never started");
        }
        return running;
    }

    private static boolean awaitExit(Process running, Duration patience) {
        try {
            return running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the process runs. */
    public boolean alive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** The address of a page; {@code path} starts with a slash. */
    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** Where the product keeps its data: {@code data} in its folder, unless an argument said otherwise. */
    public Path dataFolder() {
        return folder.resolve("data");
    }

    /** Everything that the product printed, over all its starts. */
    public String output() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile(), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the product; its folder stays for whoever looks into a failure. */
    @Override
    public void close() {
        kill();
    }

    private Path logFile() {
        return folder.resolve("output.log");
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("target").toAbsolutePath())) {
            return files.filter(file -> file.getFileName().toString().matches("bihuan-[0-9][^/]*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("target holds no bihuan-*.jar: build it first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
