package org.bihuan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

class RealMySqlIT {

    @Test
    void theServerIsMySql84OrLater() throws SQLException {
        try (Connection connection = DriverManager.getConnection(RealMySql.freshDatabase())) {
            int version = connection.getMetaData().getDatabaseMajorVersion() * 100
                    + connection.getMetaData().getDatabaseMinorVersion();
            assertThat(version).isGreaterThanOrEqualTo(804);
            assertThat(ask(connection, "select @@version_comment")).doesNotContain("MariaDB");
        }
    }

    @Test
    void aConnectionIsReadCommittedOnTheServerAndInTheDriver() throws SQLException {
        try (HikariDataSource source = TestDatabase.MYSQL.fresh();
                Connection connection = source.getConnection()) {
            assertThat(ask(connection, "select @@transaction_isolation")).isEqualTo("READ-COMMITTED");
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(ask(connection, "select @@time_zone")).isEqualTo("+00:00");
        }
    }

    @Test
    void everyCommitIsFlushedToTheDisk() throws SQLException {
        try (RealMySql own = RealMySql.start(RealMySql.Durability.DURABLE);
                Connection connection = DriverManager.getConnection(own.newDatabase())) {
            assertThat(ask(connection, "select @@innodb_flush_log_at_trx_commit"))
                    .isEqualTo("1");
            assertThat(ask(connection, "select @@sync_binlog")).isEqualTo("1");
        }
    }

    @Test
    void charactersOutsideTheBasicPlaneAreKept() throws SQLException {
        try (Connection connection = DriverManager.getConnection(RealMySql.freshDatabase());
                Statement statement = connection.createStatement()) {
            statement.execute("create table word (text varchar(20) primary key)");
            statement.execute("insert into word values ('𠮷😀')");
            assertThat(ask(connection, "select text from word")).isEqualTo("𠮷😀");
        }
    }

    @Test
    void anAccountDoesNotSeeTheServersOwnTables() throws SQLException {
        try (Connection connection = DriverManager.getConnection(RealMySql.freshDatabase());
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from mysql.user"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void committedRowsOutliveAKilledServerAndUncommittedOnesDoNot() throws SQLException {
        try (RealMySql own = RealMySql.start(RealMySql.Durability.DURABLE)) {
            String url = own.newDatabase();
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table entry (id bigint primary key)");
                connection.setAutoCommit(false);
                statement.execute("insert into entry values (1)");
                connection.commit();
                statement.execute("insert into entry values (2)");
                own.kill();
                assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            } catch (SQLException closingADeadConnection) {
                assertThat(closingADeadConnection.getSQLState()).startsWith("08");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(url)).isInstanceOf(SQLException.class);

            own.restart();

            try (Connection connection = DriverManager.getConnection(url)) {
                assertThat(ask(connection, "select group_concat(id) from entry"))
                        .isEqualTo("1");
            }
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
