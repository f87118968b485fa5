package org.bihuan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

class StatementCounterIT {

    @EveryDatabase
    void countsStatementsABatchAsOneAndCommits(TestDatabase database) throws SQLException {
        StatementCounter counter = new StatementCounter();
        try (HikariDataSource source = database.fresh()) {
            DataSource counted = counter.wrap(source);
            try (Connection connection = counted.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table entry (id bigint primary key)");
                assertThat(counter.commits()).as("auto-commit").isEqualTo(1);
                counter.reset();

                connection.setAutoCommit(false);
                try (PreparedStatement insert = connection.prepareStatement("insert into entry values (?)")) {
                    for (long id = 1; id <= 3; id++) {
                        insert.setLong(1, id);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
                statement.execute("delete from entry where id = 1");
                connection.commit();
                statement.execute("delete from entry where id = 2");
                connection.rollback();
            }
        }
        assertThat(counter.sql())
                .containsExactly(
                        "insert into entry values (?)",
                        "delete from entry where id = 1",
                        "delete from entry where id = 2");
        assertThat(counter.commits()).isEqualTo(1);
    }

    @Test
    void what_others_do_meanwhile_does_not_count() throws SQLException, InterruptedException {
        StatementCounter counter = new StatementCounter();
        try (HikariDataSource database = TestDatabase.MYSQL.fresh();
                Connection connection = counter.wrap(database).getConnection();
                Statement statement = connection.createStatement()) {
            List<Exception> failed = new ArrayList<>();
            Thread other = new Thread(() -> {
                try {
                    statement.execute("select 1");
                } catch (SQLException e) {
                    failed.add(e);
                }
            });
            other.start();
            other.join();
            assertThat(failed).isEmpty();
            statement.execute("select 2");
        }
        assertThat(counter.sql()).containsExactly("select 2");
    }
}
