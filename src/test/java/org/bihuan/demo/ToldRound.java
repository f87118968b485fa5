package org.bihuan.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.bihuan.BihuanApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Tells the demo round into a database of a test's choice, MySQL included, through the commands that
 * people use; jobs stay undone, so that the product finds every timer still waiting.
 */
public final class ToldRound {

    private ToldRound() {}

    /**
     * The argument that gives the product the holidays of this year and the next, in which the round's
     * deadlines fall; outside the demo it refuses to guess them. The file is the one an operator would lay down.
     */
    public static String holidays() {
        Path folder = Path.of("target", "holidays").toAbsolutePath();
        int now = LocalDate.now().getYear();
        String years =
                IntStream.of(now, now + 1).mapToObj(year -> """
                        {"year": %1$d, "notice": "测试用安排", "work": [],
                         "rest": [{"name": "元旦", "from": "%1$d-01-01", "to": "%1$d-01-01"}]}""".formatted(year)).collect(Collectors.joining(","));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("test.json"), "{\"years\": [" + years + "]}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "--bihuan.calendar.holidays=" + folder;
    }

    /**
     * Tells the round into the empty database behind {@code url}, with its evidence in {@code dataFolder}.
     *
     * @param databasePassword the password of the database user {@code bihuan}
     * @param password what everybody in the round signs in with
     */
    public static void into(String url, String databasePassword, Path dataFolder, String password) {
        SpringApplication application = new SpringApplication(BihuanApplication.class);
        // The JVM of the tests ends by itself; a hook would close the context a second time.
        application.setRegisterShutdownHook(false);
        try (ConfigurableApplicationContext context = application.run(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=bihuan",
                "--spring.datasource.password=" + databasePassword,
                "--spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED",
                "--bihuan.data-dir=" + dataFolder,
                "--bihuan.demo.enabled=false",
                "--camunda.bpm.job-execution.enabled=false",
                holidays(),
                "--server.port=0")) {
            context.getBean(DemoRound.class).tell(password);
        }
    }
}
