package org.bihuan.rectification.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.bihuan.rectification.FormField;
import org.bihuan.rectification.Submission;

/** The form that a process admin has drawn: one field for each of the model's, buttons for its outcomes. */
final class DrawnForm extends StepForm {

    private static final int ONE_LINE = 100;

    /** Outcomes that send work back, whatever the model calls them. */
    private static final Set<String> BACK = Set.of("returned", "rejected", "refused");

    private final Set<String> entered = new LinkedHashSet<>();

    DrawnForm(List<FormField> fields) {
        List<FormField> outcomes = new ArrayList<>();
        for (FormField field : fields) {
            if (field.isOutcome() && !field.readOnly()) {
                outcomes.add(field);
            } else if (field.readOnly()) {
                getContent()
                        .add(new Paragraph(getTranslation(
                                "rectification.drawn.given",
                                field.label(),
                                field.value() == null ? "—" : shown(field))));
            } else {
                add(field);
                entered.add(field.id());
            }
        }
        if (entered.isEmpty()) {
            getContent().addComponentAsFirst(new Paragraph(getTranslation("rectification.drawn.nothing")));
        }
        outcomes.stream().findFirst().ifPresentOrElse(this::outcomes, this::submitAlone);
        fill(fields);
    }

    private void outcomes(FormField outcome) {
        boolean first = true;
        for (Map.Entry<String, String> option : outcome.options().entrySet()) {
            ButtonVariant variant = BACK.contains(option.getKey())
                    ? ButtonVariant.LUMO_ERROR
                    : first ? ButtonVariant.LUMO_PRIMARY : ButtonVariant.LUMO_CONTRAST;
            button(
                    option.getValue(),
                    variant,
                    () -> submit(() -> {
                        Map<String, String> all = values();
                        all.put(outcome.id(), option.getKey());
                        return new Submission.Drawn(all);
                    }));
            first = false;
        }
    }

    private void submitAlone() {
        action(
                "rectification.drawn.submit",
                ButtonVariant.LUMO_PRIMARY,
                () -> submit(() -> new Submission.Drawn(values())));
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>(draft());
        values.keySet().retainAll(entered);
        return values;
    }

    private void fill(List<FormField> fields) {
        Map<String, String> held = new LinkedHashMap<>();
        fields.forEach(field -> {
            if (field.value() != null) {
                held.put(field.id(), field.value());
            }
        });
        restore(held);
    }

    private String shown(FormField field) {
        String value = String.valueOf(field.value());
        return switch (field.type()) {
            case ENUM -> field.options().getOrDefault(value, value);
            case BOOLEAN -> getTranslation("rectification.drawn." + value);
            default -> value;
        };
    }

    private void add(FormField field) {
        switch (field.type()) {
            case STRING -> text(field);
            case LONG -> number(field);
            case BOOLEAN -> yesOrNo(field);
            case DATE -> {
                if (field.required()) {
                    date(field.id(), field.label(), field.label(), getContent());
                } else {
                    date(field.id(), field.label(), getContent());
                }
            }
            case ENUM -> choice(field);
        }
    }

    private void text(FormField field) {
        if (field.maxLength() != null && field.maxLength() <= ONE_LINE) {
            TextField line = new TextField(field.label());
            line.setMaxLength(Math.toIntExact(field.maxLength()));
            line.setWidthFull();
            line.setRequiredIndicatorVisible(field.required());
            field(
                    field.id(),
                    field.label(),
                    field.required(),
                    line,
                    Function.identity(),
                    Function.identity(),
                    getContent());
            return;
        }
        TextArea area = new TextArea(field.label());
        if (field.maxLength() != null) {
            area.setMaxLength(Math.toIntExact(field.maxLength()));
        }
        text(field.id(), field.label(), field.required(), area, getContent());
    }

    private void number(FormField field) {
        TextField number = new TextField(field.label());
        number.setAllowedCharPattern("[0-9-]");
        number.getElement().setAttribute("inputmode", "numeric");
        number.setRequiredIndicatorVisible(field.required());
        if (field.min() != null && field.max() != null) {
            number.setHelperText(getTranslation("rectification.drawn.between", field.min(), field.max()));
        }
        field(
                field.id(),
                field.label(),
                field.required(),
                number,
                Function.identity(),
                Function.identity(),
                getContent());
    }

    /** A question that must be answered has two answers; one that may be left out is a tick. */
    private void yesOrNo(FormField field) {
        if (!field.required()) {
            Checkbox tick = new Checkbox(field.label());
            field(field.id(), field.label(), false, tick, yes -> yes ? "true" : "", Boolean::valueOf, getContent());
            return;
        }
        RadioButtonGroup<Boolean> answers = new RadioButtonGroup<>(field.label());
        answers.setItems(true, false);
        answers.setItemLabelGenerator(yes -> getTranslation("rectification.drawn." + yes));
        answers.setRequiredIndicatorVisible(true);
        field(field.id(), field.label(), true, answers, String::valueOf, Boolean::valueOf, getContent());
    }

    private void choice(FormField field) {
        Select<String> select = new Select<>();
        select.setLabel(field.label());
        select.setItems(field.options().keySet());
        select.setItemLabelGenerator(key -> key == null ? "" : field.options().getOrDefault(key, key));
        select.setEmptySelectionAllowed(!field.required());
        select.setRequiredIndicatorVisible(field.required());
        field(
                field.id(),
                field.label(),
                field.required(),
                select,
                Function.identity(),
                key -> field.options().containsKey(key) ? key : null,
                getContent());
    }
}
