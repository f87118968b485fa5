package org.bihuan.rectification.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.Submission;
import org.jspecify.annotations.Nullable;

/** Review, verification and approval: an opinion, and on return a reason, a new date, measures to redo. */
final class DecisionForm extends StepForm {

    private final TextArea opinion;
    private final @Nullable DatePicker newDue;
    private final @Nullable MultiSelectComboBox<MeasureView> redo;

    /**
     * @param withDate whether a return names a new date
     * @param redoable measures that a return may send back, empty for a decision on a single measure
     */
    DecisionForm(boolean withDate, List<MeasureView> redoable) {
        opinion = text("opinion", "rectification.form.decision.opinion", "rectification.form.decision.hint");
        opinion.setMaxLength(Decision.OPINION_LIMIT);
        redo = redoable.isEmpty() ? null : redoField(redoable);
        newDue = withDate
                ? field("newDue", new LocalDateField(getTranslation("rectification.form.decision.newDue")))
                : null;
        if (newDue != null) {
            newDue.setHelperText(getTranslation("rectification.form.decision.newDueHint"));
        }
        action(
                "rectification.form.decision.approve",
                ButtonVariant.LUMO_PRIMARY,
                () -> submit(() -> new Submission.Decided(Decision.approve(opinion.getValue()))));
        action("rectification.form.decision.return", ButtonVariant.LUMO_ERROR, () -> submit(this::sendBack));
    }

    private MultiSelectComboBox<MeasureView> redoField(List<MeasureView> redoable) {
        MultiSelectComboBox<MeasureView> field =
                new MultiSelectComboBox<>(getTranslation("rectification.form.decision.redo"));
        field.setItems(redoable);
        field.setItemLabelGenerator(measure -> measure.caseNumber().value() + " " + measure.heading());
        field.setHelperText(getTranslation("rectification.form.decision.redoHint"));
        field.setWidthFull();
        return field("redo", field);
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

    @Override
    public Map<String, String> draft() {
        Map<String, String> draft = super.draft();
        if (newDue != null && newDue.getValue() != null) {
            draft.put("newDue", newDue.getValue().toString());
        }
        return draft;
    }

    @Override
    public void restore(Map<String, String> draft) {
        super.restore(draft);
        String due = draft.get("newDue");
        if (newDue != null && due != null) {
            try {
                newDue.setValue(LocalDate.parse(due));
            } catch (DateTimeParseException stale) {
                newDue.clear();
            }
        }
    }
}
