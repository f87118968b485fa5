package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bihuan.testing.AppProcess;
import org.bihuan.testing.Visitor;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built product on a machine that does not let it start, and its first start on a database of its own. */
class StartIT {

    private static final Pattern LINK = Pattern.compile("/setup\\?token=[0-9a-f]{32}");

    /** One line besides what it said on its way, an exit code that scripts see, no stack trace. */
    private static void refuses(AppProcess app, String... words) {
        app.launch();
        assertThat(app.exitCode()).isNotZero();
        assertThat(app.output().lines().filter(line -> !line.isBlank() && !line.contains(" INFO ")))
                .as(app.output())
                .singleElement()
                .asString()
                .contains(words)
                .doesNotContain("Exception");
    }

    private static int port(AppProcess app) {
        return URI.create(app.url("/")).getPort();
    }

    @Test
    void a_port_in_use_is_told_in_one_line() throws IOException {
        try (AppProcess app = AppProcess.with("--bihuan.demo.enabled=false");
                ServerSocket taken = new ServerSocket(port(app), 1, InetAddress.getByName("0.0.0.0"))) {
            refuses(app, String.valueOf(taken.getLocalPort()), "--server.port=");
        }
    }

    @Test
    void a_data_folder_that_cannot_be_written_is_told_in_one_line() throws IOException {
        try (AppProcess app = AppProcess.with()) {
            Files.writeString(app.dataFolder(), "a file where the folder should be");
            refuses(app, app.dataFolder().toString(), "--bihuan.data-dir=");
        }
    }

    @Test
    void a_database_of_a_newer_version_is_told_in_one_line(@TempDir Path newer) throws IOException {
        try (AppProcess app = AppProcess.with()) {
            Files.writeString(newer.resolve("V900__later.sql"), "create table later (id bigint);");
            Flyway.configure()
                    .dataSource(
                            "jdbc:h2:file:" + app.dataFolder().resolve("bihuan")
                                    + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                            "bihuan",
                            "")
                    .locations("filesystem:" + newer)
                    .load()
                    .migrate();
            refuses(app, "900");
        }
    }

    @Test
    void another_isolation_in_a_file_beside_the_product_is_told_in_one_line() throws IOException {
        try (AppProcess app = AppProcess.with("--spring.datasource.url=jdbc:mysql://127.0.0.1:1/bihuan")) {
            Path overriding = app.dataFolder().resolveSibling("config").resolve("application.yml");
            Files.createDirectories(overriding.getParent());
            Files.writeString(
                    overriding, "spring.datasource.hikari.transaction-isolation: TRANSACTION_REPEATABLE_READ");
            refuses(app, "TRANSACTION_REPEATABLE_READ");
        }
    }

    @Test
    void a_database_out_of_reach_is_told_in_one_line_without_its_password() {
        try (AppProcess app = AppProcess.with(
                "--spring.datasource.url=jdbc:mysql://127.0.0.1:1/bihuan?password=secret-word",
                "--spring.datasource.username=bihuan")) {
            refuses(app, "jdbc:mysql://127.0.0.1:1/bihuan");
            assertThat(app.output()).doesNotContain("secret-word");
        }
    }

    @Test
    void a_first_start_on_mysql_is_empty_and_prints_a_link_that_works_until_the_next_start() {
        try (AppProcess app = AppProcess.onMySql().start()) {
            String first = link(app);
            assertThat(new Visitor(app.url("")).get(first).statusCode()).isEqualTo(200);
            assertThat(new Visitor(app.url("")).get("/demo-accounts").statusCode())
                    .as("no invented people in a real database")
                    .isEqualTo(404);
            app.kill();
            app.start();
            assertThat(link(app)).as("each start makes a link of its own").isNotEqualTo(first);
        }
    }

    /** The last one printed. */
    private static String link(AppProcess app) {
        Matcher link = LINK.matcher(app.output());
        String last = "";
        while (link.find()) {
            last = link.group();
        }
        assertThat(last).as(app.output()).isNotEmpty();
        return last;
    }
}
