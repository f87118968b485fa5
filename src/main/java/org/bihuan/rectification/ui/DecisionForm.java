package org.bihuan.rectification.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.DayField;
import org.jspecify.annotations.Nullable;

/** Review, verification and approval: an opinion, and on return a reason, a new date, measures to redo. */
final class DecisionForm extends StepForm {

    private final TextArea opinion;
    private final @Nullable DatePicker newDue;
    private final @Nullable MultiSelectComboBox<MeasureView> redo;

    /** Whether a return names a new date. */
    enum NewDate {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /**
     * @param date whether a return names a new date
     * @param redoable measures that a return may send back, empty for a decision on a single measure
     */
    DecisionForm(NewDate date, List<MeasureView> redoable) {
        opinion = text("opinion", "rectification.form.decision.opinion", "rectification.form.decision.hint");
        Div onReturn = new Div();
        onReturn.addClassName("on-return");
        redo = redoable.isEmpty() ? null : redoField(redoable, onReturn);
        newDue = date == NewDate.NONE
                ? null
                : date("newDue", getTranslation("rectification.form.decision.newDue"), onReturn);
        if (newDue != null) {
            newDue.setHelperText(getTranslation("rectification.form.decision.newDueHint." + date));
        }
        if (onReturn.getComponentCount() > 0) {
            Span heading = new Span(getTranslation("rectification.form.decision.onReturn"));
            heading.addClassName("on-return-heading");
            heading.setId("on-return-heading");
            onReturn.addComponentAsFirst(heading);
            onReturn.getElement().setAttribute("role", "group").setAttribute("aria-labelledby", "on-return-heading");
            getContent().add(onReturn);
        }
        action(
                "rectification.form.decision.approve",
                ButtonVariant.LUMO_PRIMARY,
                () -> submit(() -> new Submission.Decided(Decision.approve(opinion.getValue()))));
        action(
                "rectification.form.decision.return",
                ButtonVariant.LUMO_ERROR,
                () -> submit(this::sendBack, this::requireReason, () -> requireDate(date)));
    }

    private void requireReason() {
        if (opinion.getValue().isBlank()) {
            throw RuleViolation.at("opinion", "rectification.decision.noReason");
        }
    }

    private void requireDate(NewDate date) {
        if (date == NewDate.REQUIRED && newDue instanceof DayField day && day.isEmpty() && day.isReadable()) {
            throw RuleViolation.at("newDue", "rectification.decision.noNewDue");
        }
    }

    private MultiSelectComboBox<MeasureView> redoField(List<MeasureView> redoable, Div parent) {
        MultiSelectComboBox<MeasureView> field =
                new MultiSelectComboBox<>(getTranslation("rectification.form.decision.redo"));
        field.setItems(redoable);
        field.setItemLabelGenerator(measure -> measure.caseNumber().value() + " " + measure.heading());
        field.setHelperText(getTranslation("rectification.form.decision.redoHint"));
        field.setWidthFull();
        return field(
                "redo",
                field.getLabel(),
                false,
                field,
                chosen -> chosen.stream()
                        .map(measure -> measure.caseNumber().value())
                        .sorted()
                        .collect(Collectors.joining(",")),
                text -> chosen(redoable, Set.copyOf(Arrays.asList(text.split(",", -1)))),
                parent);
    }

    private static Set<MeasureView> chosen(List<MeasureView> redoable, Set<String> numbers) {
        return redoable.stream()
                .filter(measure -> numbers.contains(measure.caseNumber().value()))
                .collect(Collectors.toSet());
    }

    private Submission sendBack() {
        return new Submission.Decided(new Decision(
                false,
                opinion.getValue(),
                newDue == null ? null : newDue.getValue(),
                redo == null
                        ? Set.of()
                        : redo.getValue().stream().map(MeasureView::caseNumber).collect(Collectors.toSet())));
    }
}
