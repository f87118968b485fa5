package org.bihuan.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewerDatabaseGuardTest {

    private final NewerDatabaseGuard guard = new NewerDatabaseGuard();
    private final JdbcDataSource database = new JdbcDataSource();
    private final Path older;
    private final Path newer;

    NewerDatabaseGuardTest(@TempDir Path folder) throws IOException {
        database.setURL("jdbc:h2:file:" + folder.resolve("db"));
        older = Files.createDirectory(folder.resolve("older"));
        newer = Files.createDirectory(folder.resolve("newer"));
        for (Path version : new Path[] {older, newer}) {
            Files.writeString(version.resolve("V010__one.sql"), "create table one (id bigint);");
        }
        Files.writeString(newer.resolve("V900__two.sql"), "create table two (id bigint);");
    }

    private Flyway flyway(Path migrations) {
        return Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + migrations)
                .load();
    }

    @Test
    void a_database_of_an_older_version_is_brought_up_to_date() {
        guard.migrate(flyway(older));
        guard.migrate(flyway(newer));
        assertThat(flyway(newer).info().current().getVersion().getVersion()).isEqualTo("900");
    }

    @Test
    void a_database_of_a_newer_version_is_refused_with_that_version() {
        guard.migrate(flyway(newer));
        assertThatThrownBy(() -> guard.migrate(flyway(older))).isInstanceOfSatisfying(StartRefused.class, refused -> {
            assertThat(refused.key()).isEqualTo("shell.start.newerDatabase");
            assertThat(refused.args()).containsExactly("900");
        });
    }
}
