package org.bihuan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * From the command to the first usable page, at the second start: both applications in
 * production mode, each on its own embedded database that is there already. The product is started as
 * {@code mvn} does it, from unpacked libraries with an archive of loaded classes; how both stand without
 * and both stand with it is printed as well.
 */
final class Starts {

    private final Report report;
    private final HttpClient client = HttpClient.newHttpClient();

    Starts(Report report) {
        this.report = report;
    }

    /** Measures, where the product's jar has been built; says so where not. */
    void run(int starts) throws IOException, InterruptedException {
        report.title("(d) second start until the first page");
        Path target = Path.of("target").toAbsolutePath();
        Path product;
        try (Stream<Path> files = Files.list(target)) {
            product = files.filter(file -> file.getFileName().toString().matches("bihuan-[0-9][^/]*\\.jar"))
                    .findFirst()
                    .orElse(null);
        }
        if (product == null) {
            report.say("target holds no bihuan-*.jar: left out");
            return;
        }
        Path folder = target.resolve("bench-start");
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        Path empty = EmptyJar.make(product, folder.resolve("empty.jar"));
        List<String> ours = List.of("--server.port=8168", "--bihuan.data-dir=" + folder.resolve("ours"));
        List<String> theirs = List.of(
                "--server.port=8169",
                "--vaadin.productionMode=true",
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("empty"),
                "--spring.datasource.username=sa",
                "--camunda.bpm.authorization.enabled=false");
        List<Way> ways = List.of(
                new Way("product as mvn starts it", unpacked(product, folder.resolve("ours-unpacked")), ours),
                new Way("empty application from its jar", List.of("-jar", empty.toString()), theirs),
                new Way("product from its jar", List.of("-jar", product.toString()), ours),
                new Way("empty application unpacked too", unpacked(empty, folder.resolve("empty-unpacked")), theirs));
        for (int i = 0; i <= starts; i++) {
            for (Way way : ways) {
                long nanos = start(way, i, folder.resolve("start.log"));
                if (i > 0) {
                    way.taken().add(nanos);
                }
            }
        }
        for (Way way : ways) {
            report.say("%-32s %6.0f ms (median of %d starts)".formatted(way.name(), way.median(), starts));
        }
        ratio("as mvn starts it / empty application from its jar", ways.get(0), ways.get(1));
        ratio("both from one jar", ways.get(2), ways.get(1));
        ratio("both unpacked, with an archive of classes", ways.get(0), ways.get(3));
    }

    private void ratio(String what, Way product, Way empty) {
        report.atMost("start: " + what, product.median() / empty.median(), 1.3, "x");
    }

    /** A way of starting an application, and how long its starts took. */
    private record Way(String name, List<String> jar, List<String> arguments, Timings taken) {

        Way(String name, List<String> jar, List<String> arguments) {
            this(name, jar, arguments, new Timings());
        }

        double median() {
            return taken.millis(0.5);
        }

        /** The address of the first page. */
        URI page() {
            return URI.create(
                    arguments.get(0).endsWith("8168") ? "http://localhost:8168/login" : "http://localhost:8169/");
        }

        /** Java's arguments; the first start writes the archive of classes that the others read. */
        List<String> command(int attempt) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            jar.forEach(part ->
                    command.add(attempt == 0 ? part.replace("SharedArchiveFile", "ArchiveClassesAtExit") : part));
            command.addAll(arguments);
            return command;
        }
    }

    /** Unpacks a jar as mvn does before it starts the product; returns how to start it. */
    private static List<String> unpacked(Path jar, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("cannot unpack " + jar);
        }
        return List.of(
                "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-jar",
                folder.resolve(jar.getFileName()).toString());
    }

    /** Starts, waits for the page and what the browser asks for next, and ends it; returns the nanoseconds. */
    private long start(Way way, int attempt, Path log) throws IOException, InterruptedException {
        List<String> command = way.command(attempt);
        URI first = way.page();
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            Awaitility.await("the first page of " + first)
                    .atMost(Duration.ofMinutes(5))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .failFast("it has ended, see " + log, () -> !process.isAlive())
                    .until(() -> answers(first) && answers(first.resolve("/?v-r=init&location=")));
            return System.nanoTime() - begin;
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /** Whether the server makes the page, the second time the screen itself. */
    private boolean answers(URI address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "text/html,application/json")
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
