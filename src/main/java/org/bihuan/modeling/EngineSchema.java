package org.bihuan.modeling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.api.migration.JavaMigration;

/** The engine's schema, created by the scripts in the engine's own jar, so that Flyway owns all tables. */
public final class EngineSchema {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    private EngineSchema() {}

    /** The migrations of the engine's tables, for a Flyway outside the application context. */
    public static JavaMigration[] migrations() {
        return new JavaMigration[] {
            new V001__engine_schema(),
            new V002__engine_charset_and_indexes(),
            new V003__engine_subtask_index(),
            new V067__engine_incident_keys()
        };
    }

    static boolean isMySql(Connection connection) throws SQLException {
        return "mysql".equals(dialect(connection));
    }

    /** Name of the engine's scripts for this database; H2 and MySQL are supported. */
    static String dialect(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return switch (product) {
            case "h2", "mysql" -> product;
            default -> throw new SQLException("Neither H2 nor MySQL: " + product);
        };
    }

    /** All statements that create the engine's tables, in the order in which they must run. */
    static List<String> statements(String dialect) {
        List<String> statements = new ArrayList<>();
        for (String part : PARTS) {
            statements.addAll(split(script("activiti.%s.create.%s.sql".formatted(dialect, part))));
        }
        return statements;
    }

    /** The statements of a script, without comments; a statement ends with a semicolon at the end of a line. */
    static List<String> split(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : script.split("\\R")) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("--")) {
                continue;
            }
            if (text.endsWith(";")) {
                current.append(text, 0, text.length() - 1);
                statements.add(current.toString());
                current.setLength(0);
            } else {
                current.append(text).append('\n');
            }
        }
        if (!current.isEmpty()) {
            throw new IllegalArgumentException("The script ends within a statement: " + current);
        }
        return statements;
    }

    private static String script(String name) {
        String path = "/org/camunda/bpm/engine/db/create/" + name;
        try (InputStream in = ProcessEngine.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Not in the engine's jar: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Unreadable: " + path, e);
        }
    }
}
