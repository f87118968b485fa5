package org.bihuan.identity.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.SubstitutionRef;
import org.bihuan.shared.Dates;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Confirmation;
import org.bihuan.shared.ui.DayField;
import org.bihuan.shared.ui.Focus;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.shared.ui.Refusals;
import org.jspecify.annotations.Nullable;

/** Who acts for a person, and for whom the person acts: listed, ended, and a new one set. */
class SubstitutePanel extends Composite<VerticalLayout> {

    private static final int REASON_MAX = 200;

    /** Sets a substitute for the person whom the panel is about. */
    @FunctionalInterface
    interface Setter {
        void set(long substituteId, LocalDate from, LocalDate to, String reason);
    }

    private final long personId;
    private final transient Supplier<List<SubstitutionRef>> substitutions;
    private final transient LongConsumer end;
    private final Div list = new Div();
    private final PersonPicker substitute;
    private final DayField from;
    private final DayField to;
    private final TextField reason = new TextField();
    private final transient Refusals refusals;

    SubstitutePanel(
            long personId,
            Directory directory,
            Supplier<List<SubstitutionRef>> substitutions,
            Setter setter,
            LongConsumer end,
            boolean mayChange) {
        this.personId = personId;
        this.substitutions = substitutions;
        this.end = end;
        this.substitute = new PersonPicker(directory, getTranslation("identity.substitution.substitute"), personId);
        this.from = new DayField(getTranslation("identity.substitution.from"));
        this.to = new DayField(getTranslation("identity.substitution.to"));
        this.refusals = new Refusals(this, Map.of("substitute", substitute, "from", from, "to", to, "reason", reason));
        reason.setLabel(getTranslation("identity.substitution.reason"));
        reason.setMaxLength(REASON_MAX);
        Button set = new Button(getTranslation("identity.substitution.set"), click -> {
            if (refusals.guard(() -> set(setter))) {
                substitute.clear();
                from.clear();
                to.clear();
                reason.clear();
                Notifications.done(getTranslation("identity.substitution.isSet"));
                show(mayChange);
            }
        });
        getContent().setPadding(false);
        getContent().add(list);
        if (mayChange) {
            FormLayout form = new FormLayout(substitute, from, to, reason, new Div(set));
            getContent().add(form);
        }
        show(mayChange);
    }

    private void set(Setter setter) {
        RuleViolation.gather(
                () -> given(substitute.getValue(), "substitute", "identity.substitution.substituteMissing"),
                () -> given(from.getValue(), "from", "identity.substitution.dateMissing"),
                () -> given(to.getValue(), "to", "identity.substitution.dateMissing"));
        setter.set(substitute.getValue().id(), from.getValue(), to.getValue(), reason.getValue());
    }

    private static void given(@Nullable Object value, String field, String refusal) {
        if (value == null) {
            throw RuleViolation.at(field, refusal);
        }
    }

    private void show(boolean mayChange) {
        list.removeAll();
        List<SubstitutionRef> found = substitutions.get();
        if (found.isEmpty()) {
            list.add(new Paragraph(getTranslation("identity.substitution.none")));
            return;
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassNames(LumoUtility.ListStyleType.NONE, LumoUtility.Padding.NONE);
        found.forEach(one -> lines.add(line(one, mayChange)));
        list.add(lines);
    }

    private ListItem line(SubstitutionRef one, boolean mayChange) {
        boolean absent = one.absent().id() == personId;
        PersonRef other = absent ? one.substitute() : one.absent();
        String text = getTranslation(
                absent ? "identity.substitution.byOther" : "identity.substitution.forOther",
                other.name(),
                Dates.dense(one.from()),
                Dates.dense(one.to()),
                one.reason());
        ListItem item = new ListItem(new Span(text));
        if (mayChange && absent) {
            Button button = Confirmation.before(
                    getTranslation("identity.substitution.end"),
                    () -> getTranslation(
                            "identity.substitution.endAsk",
                            one.absent().name(),
                            other.name(),
                            Dates.dense(one.from()),
                            Dates.dense(one.to())),
                    () -> end(one.id()));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            button.setAriaLabel(getTranslation("identity.substitution.endOf", text));
            item.add(button);
        }
        return item;
    }

    private void end(long id) {
        if (refusals.guard(() -> end.accept(id))) {
            show(true);
            Focus.on(list);
        }
    }
}
