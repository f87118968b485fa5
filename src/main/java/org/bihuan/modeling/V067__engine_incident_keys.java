package org.bihuan.modeling;

import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Lets MySQL 9.7 delete incidents. Its two keys from the table to itself both cascade, which the server refuses to
 * follow ("exceeds max tables limit"), so that no step that had failed could ever go on. On every other database the
 * engine keeps these references itself, without a cascade.
 */
class V067__engine_incident_keys extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        if (!EngineSchema.isMySql(context.getConnection())) {
            return;
        }
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("alter table ACT_RU_INCIDENT drop foreign key ACT_FK_INC_CAUSE");
            statement.execute("alter table ACT_RU_INCIDENT drop foreign key ACT_FK_INC_RCAUSE");
        }
    }
}
