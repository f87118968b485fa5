package org.bihuan.rectification.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Refusals;
import org.jspecify.annotations.Nullable;

/**
 * The form of one step. It turns fields into a submission and a half-filled state into a draft and
 * back; whether the submission is permitted, the services decide.
 */
public abstract class StepForm extends Composite<Div> {

    private final Map<String, Bound<?>> fields = new LinkedHashMap<>();
    private final Div actions = new Div();
    private Consumer<Submission> onSubmit = submission -> {};
    private Runnable onChange = () -> {};
    private Runnable onEdit = () -> {};
    private String group = "";

    protected StepForm() {
        getContent().addClassName("step-form");
        actions.addClassName("form-actions");
    }

    /**
     * A field that must be filled in before the step can be handed in.
     *
     * @param group what it is filled in for, such as a measure's number; blank for the step as a whole
     */
    public record Asked(String field, String group, String label, boolean filled) {}

    /** A field with its way into a draft and back. */
    private record Bound<V>(
            Component component,
            HasValue<?, V> value,
            String group,
            String label,
            boolean required,
            Function<V, String> write,
            Function<String, V> read) {

        String text() {
            return value.isEmpty() ? "" : write.apply(value.getValue());
        }

        /** A draft that has gone stale, such as a choice that no longer exists, leaves the field as it is. */
        void fill(String text) {
            if (text.isEmpty()) {
                value.clear();
                return;
            }
            V found;
            try {
                found = read.apply(text);
            } catch (DateTimeParseException | IllegalArgumentException stale) {
                return;
            }
            if (found != null) {
                value.setValue(found);
            }
        }
    }

    /** Called with a submission when a button of the form is pressed. */
    public void onSubmit(Consumer<Submission> listener) {
        this.onSubmit = listener;
    }

    /** Called whenever the person changes a field: the moment to keep a draft. */
    public void onChange(Runnable listener) {
        this.onChange = listener;
    }

    /** Called whenever a field changes, by the person or by a restored draft. */
    public void onEdit(Runnable listener) {
        this.onEdit = listener;
    }

    /** The half-filled form by field name. */
    public Map<String, String> draft() {
        Map<String, String> draft = new LinkedHashMap<>();
        fields.forEach((name, field) -> draft.put(name, field.text()));
        return draft;
    }

    /** Fills the form from a draft; unknown fields are ignored, fields that it does not name stay. */
    public void restore(Map<String, String> draft) {
        fields.forEach((name, field) -> {
            String text = draft.get(name);
            if (text != null) {
                field.fill(text);
            }
        });
    }

    /** The required fields in their order, filled or not. */
    public List<Asked> asked() {
        return fields.entrySet().stream()
                .filter(entry -> entry.getValue().required())
                .map(entry -> new Asked(
                        entry.getKey(),
                        entry.getValue().group(),
                        entry.getValue().label(),
                        !entry.getValue().text().isBlank()))
                .toList();
    }

    /** Puts the focus into a field and brings it into sight. */
    public void focus(String name) {
        Bound<?> field = fields.get(name);
        if (field != null) {
            focus(field.component());
        }
    }

    /**
     * Shows a refusal, and those found together with it, each beside its field or as a message where it
     * concerns no field of this form, and puts the focus into the first field concerned.
     */
    public void show(RuleViolation refusal) {
        Map<String, HasValidation> shown = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            if (field.component() instanceof HasValidation validation) {
                shown.put(name, validation);
            }
        });
        new Refusals(this, shown).show(refusal);
        shown.entrySet().stream()
                .filter(field -> field.getValue().isInvalid())
                .findFirst()
                .ifPresent(field -> focus(field.getKey()));
    }

    /** Puts the focus where filling in begins: into the first field, or onto the first button of a form without one. */
    public void focusFirst() {
        fields.values().stream()
                .map(Bound::component)
                .filter(Component::isVisible)
                .findFirst()
                .or(() -> actions.getChildren().findFirst())
                .ifPresent(StepForm::focus);
    }

    private static void focus(Component field) {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        field.scrollIntoView();
    }

    /** No button works any more; the texts stay to be read and copied. */
    public void close() {
        actions.setVisible(false);
        fields.values().forEach(field -> field.value().setReadOnly(true));
    }

    protected TextArea text(String name, String labelKey, String hintKey) {
        TextArea area = new TextArea(getTranslation(labelKey));
        area.setHelperText(hintKey.isEmpty() ? null : getTranslation(hintKey));
        text(name, area.getLabel(), true, area, getContent());
        return area;
    }

    /** Prepares a text and adds it; {@code called} is its name in the checklist. */
    protected void text(String name, String called, boolean required, TextArea area, HasElement parent) {
        area.setWidthFull();
        area.setMinRows(3);
        area.setMaxRows(12);
        area.setRequiredIndicatorVisible(required);
        area.setValueChangeMode(ValueChangeMode.TIMEOUT);
        area.setValueChangeTimeout(700);
        field(name, called, required, area, Function.identity(), Function.identity(), parent);
    }

    /** A day that must be filled in; {@code called} is its name in the checklist. */
    LocalDateField date(String name, String label, String called, HasElement parent) {
        LocalDateField picker = new LocalDateField(label);
        picker.setRequiredIndicatorVisible(true);
        return field(name, called, true, picker, LocalDate::toString, LocalDate::parse, parent);
    }

    /** A day that may be left out. */
    protected DatePicker date(String name, String label, HasElement parent) {
        return field(name, label, false, new LocalDateField(label), LocalDate::toString, LocalDate::parse, parent);
    }

    /** The fields that are added from now on are filled in for this, which the checklist names. */
    protected void group(String name) {
        group = name;
    }

    /** Fields were filled at the person's wish, though not by their own hand: a draft is kept of them too. */
    protected void filled() {
        onChange.run();
    }

    /**
     * Adds a field.
     *
     * @param label what the checklist calls it
     * @param write its value as text of a draft
     * @param read the value out of a draft, null or an exception where it no longer is one
     */
    protected <V, C extends Component & HasValue<?, V> & HasValidation> C field(
            String name,
            String label,
            boolean required,
            C field,
            Function<V, String> write,
            Function<String, ? extends @Nullable V> read,
            HasElement parent) {
        fields.put(name, new Bound<V>(field, field, group, label, required, write, read::apply));
        field.addValueChangeListener(change -> {
            field.setInvalid(false);
            onEdit.run();
            if (change.isFromClient()) {
                onChange.run();
            }
        });
        parent.getElement().appendChild(field.getElement());
        return field;
    }

    protected Button action(String labelKey, ButtonVariant variant, Runnable press) {
        return button(getTranslation(labelKey), variant, press);
    }

    protected Button button(String label, ButtonVariant variant, Runnable press) {
        Button button = new Button(label);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                press.run();
            } finally {
                button.setEnabled(true);
            }
        });
        button.addThemeVariants(variant);
        actions.add(button);
        getContent().add(actions);
        return button;
    }

    /**
     * Builds and hands over a submission. What {@code checks} and dates that cannot be read refuse is shown at
     * once; then a record that refuses its own values shows it beside the field.
     */
    protected void submit(Supplier<Submission> build, Runnable... checks) {
        Submission submission;
        try {
            RuleViolation.gather(Stream.concat(readable(), Stream.of(checks)).toArray(Runnable[]::new));
            submission = build.get();
        } catch (RuleViolation refusal) {
            show(refusal);
            return;
        }
        onSubmit.accept(submission);
    }

    private Stream<Runnable> readable() {
        return fields.entrySet().stream().map(field -> () -> {
            if (field.getValue().component() instanceof LocalDateField day) {
                day.requireReadable(field.getKey());
            }
        });
    }
}
