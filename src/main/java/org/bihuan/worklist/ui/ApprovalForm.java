package org.bihuan.worklist.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.Submission;
import org.bihuan.rectification.ui.StepForm;

/**
 * The leading group's decision: two buttons that stay within reach, each of which opens what it needs
 * to be confirmed: an opinion to approve, a reason and the measures to be done again to return.
 */
final class ApprovalForm extends StepForm {

    /** What is being decided. */
    private enum Mode {
        CHOOSING,
        APPROVING,
        RETURNING
    }

    private static final String MODE = "mode";
    private static final String REDO = "redo";
    private static final String NEW_DUE = "newDue";

    private final List<MeasureView> measures;
    private final H3 heading = new H3();
    private final Paragraph meaning = new Paragraph();
    private final TextArea opinion;
    private final CheckboxGroup<MeasureView> redo;
    private final DatePicker newDue;
    private final Button approve;
    private final Button sendBack;
    private final Button cancel;
    private Mode mode = Mode.CHOOSING;

    /** A form for a closure with these measures; {@code newDue} takes days to come. */
    ApprovalForm(List<MeasureView> measures, DatePicker newDue) {
        this.measures = List.copyOf(measures);
        getContent().addClassName("approval-form");
        getContent().add(heading, meaning);
        opinion = text("opinion", "worklist.approval.opinion", "");
        opinion.setMinRows(2);
        opinion.setMaxRows(6);
        opinion.setMaxLength(Decision.OPINION_LIMIT);
        redo = field(REDO, redoField());
        this.newDue = field(NEW_DUE, newDue);
        newDue.setHelperText(getTranslation("worklist.approval.newDueHint"));
        newDue.setRequiredIndicatorVisible(true);
        redo.addValueChangeListener(change -> showDate());
        cancel = action("worklist.approval.cancel", ButtonVariant.LUMO_TERTIARY, () -> to(Mode.CHOOSING));
        sendBack = action("worklist.approval.return", ButtonVariant.LUMO_ERROR, this::pressReturn);
        approve = action("worklist.approval.approve", ButtonVariant.LUMO_PRIMARY, this::pressApprove);
        show(Mode.CHOOSING);
    }

    private CheckboxGroup<MeasureView> redoField() {
        CheckboxGroup<MeasureView> group = new CheckboxGroup<>(getTranslation("worklist.approval.redo"));
        group.setItems(measures);
        group.setItemLabelGenerator(measure -> measure.caseNumber() + " " + measure.heading());
        group.setHelperText(getTranslation("worklist.approval.redoHint"));
        group.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        return group;
    }

    private void pressApprove() {
        if (mode != Mode.APPROVING) {
            to(Mode.APPROVING);
            return;
        }
        submit(() -> new Submission.Decided(Decision.approve(opinion.getValue())));
    }

    private void pressReturn() {
        if (mode != Mode.RETURNING) {
            to(Mode.RETURNING);
            return;
        }
        submit(() -> new Submission.Decided(new Decision(
                false,
                opinion.getValue(),
                redo.isEmpty() ? null : newDue.getValue(),
                redo.getValue().stream().map(MeasureView::caseNumber).collect(Collectors.toSet()))));
    }

    private void to(Mode chosen) {
        show(chosen);
        if (chosen != Mode.CHOOSING) {
            opinion.focus();
        }
    }

    private void show(Mode chosen) {
        mode = chosen;
        boolean approving = chosen == Mode.APPROVING;
        boolean returning = chosen == Mode.RETURNING;
        boolean deciding = approving || returning;
        heading.setVisible(deciding);
        meaning.setVisible(deciding);
        heading.setText(getTranslation(returning ? "worklist.approval.return" : "worklist.approval.approve"));
        meaning.setText(
                getTranslation(returning ? "worklist.approval.returnMeans" : "worklist.approval.approveMeans"));
        opinion.setVisible(deciding);
        opinion.setInvalid(false);
        opinion.setLabel(getTranslation(returning ? "worklist.approval.reason" : "worklist.approval.opinion"));
        redo.setVisible(returning);
        showDate();
        cancel.setVisible(deciding);
        approve.setVisible(!returning);
        sendBack.setVisible(!approving);
        approve.setText(
                getTranslation(approving ? "worklist.approval.confirmApprove" : "worklist.approval.approve"));
        sendBack.setText(getTranslation(returning ? "worklist.approval.confirmReturn" : "worklist.approval.return"));
        // Once it is the confirmation, red is filled: it is the one thing left to press.
        sendBack.getElement().getThemeList().set(ButtonVariant.LUMO_PRIMARY.getVariantName(), returning);
        getContent().setClassName("deciding", deciding);
    }

    private void showDate() {
        newDue.setVisible(mode == Mode.RETURNING && !redo.isEmpty());
    }

    @Override
    public Map<String, String> draft() {
        Map<String, String> draft = super.draft();
        draft.put(MODE, mode.name());
        draft.put(
                REDO,
                redo.getValue().stream()
                        .map(measure -> measure.caseNumber().value())
                        .collect(Collectors.joining(",")));
        draft.put(NEW_DUE, newDue.getValue() == null ? "" : newDue.getValue().toString());
        return draft;
    }

    @Override
    public void restore(Map<String, String> draft) {
        super.restore(draft);
        Set<String> again = Set.copyOf(Arrays.asList(draft.getOrDefault(REDO, "").split(",", -1)));
        redo.setValue(measures.stream()
                .filter(measure -> again.contains(measure.caseNumber().value()))
                .collect(Collectors.toSet()));
        String due = draft.getOrDefault(NEW_DUE, "");
        try {
            newDue.setValue(due.isEmpty() ? null : LocalDate.parse(due));
        } catch (DateTimeParseException stale) {
            newDue.clear();
        }
        show(Arrays.stream(Mode.values())
                .filter(known -> known.name().equals(draft.get(MODE)))
                .findFirst()
                .orElse(Mode.CHOOSING));
    }
}
