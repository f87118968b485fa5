package org.bihuan.rectification.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.RuleViolation;

/**
 * The form of one step. It turns fields into a submission and a half-filled state into a draft and
 * back; whether the submission is permitted, the services decide.
 */
public abstract class StepForm extends Composite<Div> {

    private final Map<String, TextArea> texts = new LinkedHashMap<>();
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final Div actions = new Div();
    private Consumer<Submission> onSubmit = submission -> {};
    private Runnable onChange = () -> {};

    protected StepForm() {
        getContent().addClassName("step-form");
        actions.addClassName("form-actions");
    }

    /** Called with a submission when a button of the form is pressed. */
    public void onSubmit(Consumer<Submission> listener) {
        this.onSubmit = listener;
    }

    /** Called whenever a field changes: the moment to keep a draft. */
    public void onChange(Runnable listener) {
        this.onChange = listener;
    }

    /** The half-filled form by field name. */
    public Map<String, String> draft() {
        Map<String, String> draft = new LinkedHashMap<>();
        texts.forEach((name, field) -> draft.put(name, field.getValue()));
        return draft;
    }

    /** Fills the form from a draft; unknown fields are ignored. */
    public void restore(Map<String, String> draft) {
        texts.forEach((name, field) -> field.setValue(draft.getOrDefault(name, field.getValue())));
    }

    /** Shows a refusal beside its field and puts the focus there; false where it concerns no field of this form. */
    public boolean show(RuleViolation refusal, String text) {
        Component field = refusal.field() == null ? null : fields.get(refusal.field());
        if (!(field instanceof HasValidation validation)) {
            return false;
        }
        validation.setErrorMessage(text);
        validation.setInvalid(true);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        return true;
    }

    protected TextArea text(String name, String labelKey, String hintKey) {
        TextArea area = new TextArea(getTranslation(labelKey));
        area.setHelperText(hintKey.isEmpty() ? null : getTranslation(hintKey));
        area.setWidthFull();
        area.setMinRows(3);
        area.setMaxRows(12);
        area.setRequiredIndicatorVisible(true);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(800);
        texts.put(name, area);
        field(name, area);
        return area;
    }

    protected <C extends Component & HasValue<?, ?> & HasValidation> C field(String name, C field) {
        fields.put(name, field);
        field.addValueChangeListener(change -> {
            field.setInvalid(false);
            if (change.isFromClient()) {
                onChange.run();
            }
        });
        getContent().add(field);
        return field;
    }

    protected Button action(String labelKey, ButtonVariant variant, Runnable press) {
        Button button = new Button(getTranslation(labelKey), click -> press.run());
        button.addThemeVariants(variant);
        button.setDisableOnClick(false);
        actions.add(button);
        getContent().add(actions);
        return button;
    }

    /** Builds and hands over a submission; a record that refuses its own values shows it beside the field. */
    protected void submit(java.util.function.Supplier<Submission> build) {
        Submission submission;
        try {
            submission = build.get();
        } catch (RuleViolation refusal) {
            show(refusal, getTranslation(refusal.key(), refusal.args()));
            return;
        }
        onSubmit.accept(submission);
    }
}
