package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormValuesTest {

    private static FormField text(boolean required, boolean readOnly, @Nullable Long min, @Nullable Long max) {
        return new FormField(
                "findings", "情况", FormField.Type.STRING, required, readOnly, Map.of(), null, null, min, max, null);
    }

    private static FormField field(String id, FormField.Type type) {
        return new FormField(id, id, type, false, false, Map.of("a", "甲", "b", "乙"), null, null, null, null, null);
    }

    private static void refused(String key, FormField field, String entered) {
        assertThatThrownBy(() -> FormValues.read(List.of(field), Map.of(field.id(), entered)))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo(key);
                    assertThat(refusal.field()).isEqualTo(field.id());
                });
    }

    @Test
    void each_kind_becomes_its_own_type_and_what_is_left_out_is_not_written() {
        FormValues read = FormValues.read(
                List.of(
                        text(true, false, null, null),
                        field("count", FormField.Type.LONG),
                        field("onSite", FormField.Type.BOOLEAN),
                        field("on", FormField.Type.DATE),
                        field("grade", FormField.Type.ENUM),
                        field("remark", FormField.Type.STRING)),
                Map.of(
                        "findings", " 缺台账 ",
                        "count", "9007199254740993",
                        "onSite", "false",
                        "on", "2026-02-28",
                        "grade", "b",
                        "remark", "　"));
        assertThat(read.values())
                .isEqualTo(Map.of(
                        "findings",
                        "缺台账",
                        "count",
                        9_007_199_254_740_993L,
                        "onSite",
                        false,
                        "on",
                        LocalDate.of(2026, 2, 28),
                        "grade",
                        "b"));
        assertThat(read.outcome()).isNull();
        assertThat(read.summary()).isEqualTo("情况：缺台账；count：9007199254740993；onSite：✗；on：2026-02-28；grade：乙");
    }

    @Test
    void texts_keep_their_length_whatever_the_model_allows() {
        refused("rectification.drawn.tooShort", text(false, false, 3L, null), "两字");
        refused("rectification.drawn.tooLong", text(false, false, null, 2L), "三个字");
        refused("rectification.drawn.tooLong", text(false, false, null, 999_999L), "长".repeat(2001));
        refused("rectification.drawn.required", text(true, false, null, null), "");
    }

    @Test
    void values_out_of_their_kind_are_refused_beside_the_field() {
        refused("rectification.drawn.noNumber", field("count", FormField.Type.LONG), "9".repeat(20));
        refused("rectification.drawn.noNumber", field("count", FormField.Type.LONG), "1.5");
        refused("rectification.drawn.noDate", field("on", FormField.Type.DATE), "2026-02-30");
        refused("rectification.drawn.noChoice", field("onSite", FormField.Type.BOOLEAN), "yes");
        refused("rectification.drawn.noChoice", field("grade", FormField.Type.ENUM), "甲");
    }

    @Test
    void a_field_that_is_only_shown_or_not_in_the_form_cannot_be_written() {
        assertThatThrownBy(() -> FormValues.read(List.of(text(false, true, null, null)), Map.of("findings", "改写")))
                .hasMessage("rectification.step.wrongForm");
        assertThatThrownBy(() -> FormValues.read(List.of(), Map.of("outcome", "approved")))
                .hasMessage("rectification.step.wrongForm");
        assertThatThrownBy(() -> FormValues.read(List.of(field("escalateAt", FormField.Type.DATE)), Map.of()))
                .hasMessage("rectification.drawn.reserved");
        assertThatThrownBy(() -> FormValues.read(List.of(field("outcome", FormField.Type.STRING)), Map.of()))
                .hasMessage("rectification.drawn.reserved");
    }
}
