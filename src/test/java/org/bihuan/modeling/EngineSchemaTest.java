package org.bihuan.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;

import org.junit.jupiter.api.Test;

class EngineSchemaTest {

    @Test
    void a_script_is_split_where_a_line_ends_with_a_semicolon() {
        assertThat(EngineSchema.split("-- a; comment\n\ncreate table A (\n  X_ int\n);\ninsert into A values (1);\n"))
                .containsExactly("create table A (\nX_ int\n)", "insert into A values (1)");
    }

    @Test
    void a_script_that_breaks_off_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> EngineSchema.split("create table A ("));
    }

    @Test
    void both_dialects_create_the_49_tables() {
        for (String dialect : new String[] {"h2", "mysql"}) {
            assertThat(EngineSchema.statements(dialect))
                    .as(dialect)
                    .filteredOn(sql -> sql.toLowerCase(Locale.ROOT).startsWith("create table"))
                    .hasSize(49);
        }
    }
}
