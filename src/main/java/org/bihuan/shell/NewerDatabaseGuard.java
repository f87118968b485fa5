package org.bihuan.shell;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Refuses a database that a newer version has migrated: Flyway by itself passes over what it does not know. */
@Component
class NewerDatabaseGuard implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        for (MigrationInfo migration : flyway.info().applied()) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS
                    || migration.getState() == MigrationState.FUTURE_FAILED) {
                throw new StartRefused("shell.start.newerDatabase", String.valueOf(migration.getVersion()));
            }
        }
        flyway.migrate();
    }
}
