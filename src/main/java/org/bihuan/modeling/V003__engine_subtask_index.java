package org.bihuan.modeling;

import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Each completed task makes the engine look for its sub-tasks; without this index it reads all open tasks. */
class V003__engine_subtask_index extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("create index BIHUAN_IDX_TASK_PARENT on ACT_RU_TASK(PARENT_TASK_ID_)");
        }
    }
}
