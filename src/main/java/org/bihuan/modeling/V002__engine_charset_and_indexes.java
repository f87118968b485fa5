package org.bihuan.modeling;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Makes the engine's MySQL tables take every character (they come as utf8mb3, in which 𠮷 fails), and
 * adds the index by which due jobs are found.
 */
class V002__engine_charset_and_indexes extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            if (EngineSchema.isMySql(connection)) {
                convert(connection, statement);
            }
            statement.execute("create index BIHUAN_IDX_JOB_DUE on ACT_RU_JOB(DUEDATE_)");
        }
    }

    private static void convert(Connection connection, Statement statement) throws SQLException {
        List<String> tables = tables(connection);
        // Text columns of a foreign key must change on both sides; the check is per session.
        statement.execute("set foreign_key_checks = 0");
        try {
            for (String table : tables) {
                statement.execute(
                        "alter table `%s` convert to character set utf8mb4 collate utf8mb4_bin".formatted(table));
            }
        } finally {
            statement.execute("set foreign_key_checks = 1");
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                connection.getMetaData().getTables(connection.getCatalog(), null, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME");
                if (name.toUpperCase(Locale.ROOT).startsWith("ACT_")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }
}
