package org.bihuan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

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
        assertThat(counter.rollbacks()).isEqualTo(1);
    }
}
