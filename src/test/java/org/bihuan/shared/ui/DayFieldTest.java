package org.bihuan.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.vaadin.flow.component.UI;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MockScreen.class)
class DayFieldTest {

    private final AtomicInteger done = new AtomicInteger();

    private static DayField field() {
        DayField field = new DayField("day");
        UI.getCurrent().add(field);
        return field;
    }

    private static DayField typed(String rubbish) {
        DayField field = field();
        field.getElement().setProperty("_inputElementValue", rubbish);
        BasicUtilsKt._fireDomEvent(field, "unparsable-change");
        return field;
    }

    private boolean act(DayField field) {
        return new Refusals(field, Map.of("day", field)).guard(done::incrementAndGet);
    }

    @Test
    void a_day_is_shown_in_one_way_and_taken_as_people_write_it() {
        DayField.DatePickerI18n texts = Objects.requireNonNull(field().getI18n());
        assertThat(texts.getDateFormats()).first().isEqualTo("yyyy-MM-dd");
        assertThat(texts.getDateFormats()).containsAll(List.of("yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"));
    }

    @Test
    void what_is_typed_and_is_no_day_is_refused_beside_it_and_does_not_count_as_nothing() {
        DayField field = typed("下周三");
        assertThat(act(field)).isFalse();
        assertThat(done).hasValue(0);
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isEqualTo("shared.date.bad");
    }

    @Test
    void all_that_are_no_day_are_refused_at_once() {
        List<DayField> both = List.of(typed("下周三"), typed("月底"));
        Refusals refusals = new Refusals(both.get(0), Map.of("from", both.get(0), "to", both.get(1)));
        assertThat(refusals.guard(done::incrementAndGet)).isFalse();
        assertThat(both).allMatch(DayField::isInvalid);
    }

    @Test
    void an_empty_one_passes_and_so_does_one_that_is_not_asked_for() {
        assertThat(act(field())).isTrue();
        DayField hidden = typed("下周三");
        hidden.setVisible(false);
        assertThat(act(hidden)).isTrue();
        assertThat(done).hasValue(2);
    }
}
