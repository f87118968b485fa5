package org.bihuan.demo;

import java.nio.file.Path;

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
                "--server.port=0")) {
            context.getBean(DemoRound.class).tell(password);
        }
    }
}
