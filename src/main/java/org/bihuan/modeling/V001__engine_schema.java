package org.bihuan.modeling;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Creates the engine's tables. */
class V001__engine_schema extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            for (String sql : EngineSchema.statements(EngineSchema.dialect(connection))) {
                statement.execute(sql);
            }
        }
    }
}
