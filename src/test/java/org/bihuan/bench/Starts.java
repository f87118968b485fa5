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
 * From the command to the first usable page, at the second start: both applications from their jar, in
 * production mode, each on its own embedded database that is there already.
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
        List<String> ours = List.of(
                "-jar", product.toString(), "--server.port=8168", "--bihuan.data-dir=" + folder.resolve("ours"));
        List<String> theirs = List.of(
                "-jar",
                empty.toString(),
                "--server.port=8169",
                "--vaadin.productionMode=true",
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("empty"),
                "--spring.datasource.username=sa",
                "--camunda.bpm.authorization.enabled=false");
        Timings product2 = new Timings();
        Timings empty2 = new Timings();
        for (int i = 0; i <= starts; i++) {
            long own = start(ours, "http://localhost:8168/login", folder.resolve("ours.log"));
            long other = start(theirs, "http://localhost:8169/", folder.resolve("empty.log"));
            if (i > 0) {
                product2.add(own);
                empty2.add(other);
            }
        }
        report.say("product %.0f ms, empty application %.0f ms (median of %d starts)"
                .formatted(product2.millis(0.5), empty2.millis(0.5), starts));
        report.atMost("start: product / empty application", product2.millis(0.5) / empty2.millis(0.5), 1.3, "x");
    }

    /** Starts, waits for the page and what the browser asks for next, and ends it; returns the nanoseconds. */
    private long start(List<String> arguments, String page, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            URI first = URI.create(page);
            Awaitility.await("the first page of " + page)
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
