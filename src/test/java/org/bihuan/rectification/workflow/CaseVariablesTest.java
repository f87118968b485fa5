package org.bihuan.rectification.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Set;

import org.bihuan.rectification.FormField;
import org.junit.jupiter.api.Test;

class CaseVariablesTest {

    @Test
    void no_drawn_form_may_write_any_of_them_but_the_decision() throws IllegalAccessException {
        Set<Object> written = new HashSet<>(Set.of(FormField.OUTCOME));
        written.addAll(FormField.RESERVED);
        Set<Object> own = new HashSet<>();
        for (Field name : CaseVariables.class.getDeclaredFields()) {
            if (!name.isSynthetic()) {
                own.add(name.get(null));
            }
        }
        assertThat(own).isEqualTo(written);
    }
}
