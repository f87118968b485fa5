package org.bihuan.shared.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import org.bihuan.shared.RuleViolation;

/** Runs an act of a form and shows each refusal beside the field that it concerns, else as a message. */
public final class Refusals {

    private final Component owner;
    private final Map<String, ? extends HasValidation> fields;

    /**
     * Refusals for one form.
     *
     * @param owner a component of the screen, for the language
     * @param fields the form's fields by the names that {@link RuleViolation#field()} uses; may be empty
     */
    public Refusals(Component owner, Map<String, ? extends HasValidation> fields) {
        this.owner = owner;
        this.fields = Map.copyOf(fields);
    }

    /** Runs {@code act}; returns whether it went through. Anything but a rule's refusal passes on. */
    public boolean guard(Runnable act) {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            fields.forEach(Refusals::requireReadable);
            act.run();
            return true;
        } catch (RuleViolation refusal) {
            show(refusal);
            return false;
        }
    }

    private static void requireReadable(String name, HasValidation field) {
        if (field instanceof DayField day && day.isVisible()) {
            day.requireReadable(name);
        }
    }

    /** Shows {@code refusal} and those found with it, each beside its field, or as a message where none is concerned. */
    public void show(RuleViolation refusal) {
        List<RuleViolation> all = new ArrayList<>(refusal.all());
        // The last one shown has the focus and the say at a field.
        Collections.reverse(all);
        all.forEach(this::showOne);
    }

    private void showOne(RuleViolation refusal) {
        String text = owner.getTranslation(refusal.key(), refusal.args());
        String name = refusal.field();
        HasValidation field = name == null ? null : fields.get(name);
        if (field == null) {
            Notifications.refused(text);
            return;
        }
        field.setErrorMessage(text);
        field.setInvalid(true);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
