package org.bihuan.calendar.ui;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import org.bihuan.calendar.HolidayYear.Entry;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.DayField;
import org.bihuan.shared.ui.Refusals;

/** Adds one holiday or one adjusted workday by hand. */
class EntryForm extends Composite<Div> {

    private static final int NAME_LIMIT = 100;

    private final RadioButtonGroup<Boolean> workday = new RadioButtonGroup<>();
    private final TextField name = new TextField();
    private final DayField from;
    private final DayField to;

    EntryForm(int year, Consumer<Entry> added) {
        from = new DayField(getTranslation("calendar.editor.from"));
        to = new DayField(getTranslation("calendar.editor.to"));
        workday.setLabel(getTranslation("calendar.editor.kind"));
        workday.setItems(false, true);
        workday.setItemLabelGenerator(value -> getTranslation(value ? "calendar.editor.work" : "calendar.editor.rest"));
        workday.setValue(false);
        workday.addValueChangeListener(change -> to.setVisible(!change.getValue()));
        name.setLabel(getTranslation("calendar.editor.name"));
        name.setMaxLength(NAME_LIMIT);
        from.setInitialPosition(LocalDate.ofYearDay(year, 1));
        from.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                to.setInitialPosition(change.getValue());
            }
        });
        Refusals refusals = new Refusals(this, Map.of("name", name, "from", from, "to", to));
        Button add = new Button(getTranslation("calendar.editor.add"), click -> {
            if (refusals.guard(() -> added.accept(entry()))) {
                from.clear();
                to.clear();
                name.focus();
            }
        });
        getContent().addClassName("entry-form");
        getContent().add(workday, name, from, to, add);
    }

    private Entry entry() {
        RuleViolation.gather(this::checkName, this::checkFirst, this::checkLast);
        return new Entry(name.getValue().strip(), from.getValue(), last(), workday.getValue());
    }

    private LocalDate last() {
        return to.isVisible() && to.getValue() != null ? to.getValue() : from.getValue();
    }

    private void checkName() {
        if (name.getValue().isBlank()) {
            throw RuleViolation.at("name", "calendar.entry.textMissing");
        }
    }

    private void checkFirst() {
        if (from.getValue() == null) {
            throw RuleViolation.at("from", "calendar.entry.dateMissing");
        }
    }

    private void checkLast() {
        if (from.getValue() != null && last().isBefore(from.getValue())) {
            throw RuleViolation.at(
                    "to", "calendar.entry.endsBeforeItBegins", from.getValue().toString(), last().toString());
        }
    }
}
