package org.bihuan.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class StartChecksTest {

    private final Path folder;
    private final StartChecks checks = new StartChecks();

    StartChecksTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private MockEnvironment environment(String url) {
        return new MockEnvironment()
                .withProperty("spring.datasource.url", url)
                .withProperty("bihuan.data-dir", folder.toString());
    }

    private MockEnvironment started(MockEnvironment environment) {
        checks.postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    @Test
    void the_embedded_database_is_the_demo() {
        assertThat(started(environment("jdbc:h2:file:" + folder + "/bihuan")).getProperty("bihuan.demo.enabled"))
                .isEqualTo("true");
    }

    @Test
    void the_demo_can_be_switched_off() {
        MockEnvironment off =
                environment("jdbc:h2:file:" + folder + "/bihuan").withProperty("bihuan.demo.enabled", "false");
        assertThat(started(off).getProperty("bihuan.demo.enabled")).isEqualTo("false");
    }

    @Test
    void no_setting_brings_the_demo_into_another_database() {
        MockEnvironment forced = environment("jdbc:other:x").withProperty("bihuan.demo.enabled", "true");
        assertThat(started(forced).getProperty("bihuan.demo.enabled")).isEqualTo("false");
    }

    @Test
    void a_data_folder_is_known_by_its_whole_path() {
        MockEnvironment bare = environment("jdbc:other:x").withProperty("bihuan.data-dir", "target/start-checks");
        assertThat(started(bare).getProperty("bihuan.data-dir"))
                .isEqualTo(Path.of("target", "start-checks").toAbsolutePath().toString());
    }

    @Test
    void a_data_folder_that_the_embedded_database_would_misread_is_refused_and_not_made() {
        Path misread = folder.resolve("a;b");
        MockEnvironment environment = environment("jdbc:h2:file:x").withProperty("bihuan.data-dir", misread.toString());
        assertThatThrownBy(() -> started(environment))
                .isInstanceOfSatisfying(
                        StartRefused.class, refused -> assertThat(refused.key()).isEqualTo("shell.start.folderName"));
        assertThat(misread).doesNotExist();
    }

    @Test
    void a_data_folder_that_cannot_be_made_is_refused_by_name() throws IOException {
        Path file = Files.createFile(folder.resolve("occupied"));
        assertThatThrownBy(() -> StartChecks.checkFolder(file)).isInstanceOfSatisfying(StartRefused.class, refused -> {
            assertThat(refused.key()).isEqualTo("shell.start.folder");
            assertThat(refused.args()).containsExactly(file.toString());
        });
    }

    @Test
    void a_data_folder_in_use_by_another_instance_is_refused() throws IOException {
        Path database = Files.createFile(folder.resolve("bihuan.mv.db"));
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> StartChecks.checkNotInUse(folder))
                    .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.key())
                            .isEqualTo("shell.start.folderInUse"));
        }
        StartChecks.checkNotInUse(folder);
    }

    @Test
    void another_isolation_than_read_committed_is_refused() {
        MockEnvironment repeatable = environment("jdbc:mysql://127.0.0.1:1/bihuan")
                .withProperty("spring.datasource.hikari.transaction-isolation", "TRANSACTION_REPEATABLE_READ");
        assertThatThrownBy(() -> started(repeatable))
                .isInstanceOfSatisfying(
                        StartRefused.class, refused -> assertThat(refused.key()).isEqualTo("shell.start.isolation"));
    }

    @Test
    void a_database_out_of_reach_is_refused_without_the_settings_behind_its_address() {
        assertThatThrownBy(() -> started(environment("jdbc:mysql://127.0.0.1:1/bihuan?password=secret")))
                .isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused.key()).isEqualTo("shell.start.databaseUnreachable");
                    assertThat(refused.args()[0]).isEqualTo("jdbc:mysql://127.0.0.1:1/bihuan");
                });
    }
}
