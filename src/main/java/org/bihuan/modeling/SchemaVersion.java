package org.bihuan.modeling;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.SchemaOperationsCommand;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyEntity;
import org.jspecify.annotations.Nullable;

/**
 * Checks at start that the schema is the engine's and changes nothing. The engine's own check looks for
 * table names in upper case, which H2 with lower-case names does not report.
 */
final class SchemaVersion implements SchemaOperationsCommand {

    @Override
    public @Nullable Void execute(CommandContext context) {
        PropertyEntity version = context.getPropertyManager().findPropertyById("schema.version");
        if (version == null || !ProcessEngine.VERSION.equals(version.getValue())) {
            throw new IllegalStateException("The engine's tables are not of this engine's version");
        }
        return null;
    }
}
