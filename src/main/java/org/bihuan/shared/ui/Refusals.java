package org.bihuan.shared.ui;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
            RuleViolation.gather(fields.entrySet().stream()
                    .map(field -> (Runnable) () -> requireReadable(field.getKey(), field.getValue()))
                    .toArray(Runnable[]::new));
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
        Map<String, Set<String>> byField = new LinkedHashMap<>();
        for (RuleViolation one : refusal.all()) {
            String name = one.field();
            if (name == null || !fields.containsKey(name)) {
                Notifications.refused(sentence(one));
            } else {
                byField.computeIfAbsent(name, field -> new LinkedHashSet<>()).add(sentence(one));
            }
        }
        byField.forEach((name, sentences) -> show(name, String.join(" ", sentences)));
        byField.keySet().stream().findFirst().map(fields::get).ifPresent(Refusals::lead);
    }

    private static void lead(HasValidation field) {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    private String sentence(RuleViolation refusal) {
        Object[] args = Stream.of(refusal.args())
                .map(arg -> arg instanceof RuleViolation within ? sentence(within) : arg)
                .toArray();
        return owner.getTranslation(refusal.key(), args);
    }

    private void show(String name, String text) {
        HasValidation field = fields.get(name);
        if (field == null) {
            return;
        }
        field.setErrorMessage(text);
        field.setInvalid(true);
    }
}
