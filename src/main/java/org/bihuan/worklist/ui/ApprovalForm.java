package org.bihuan.worklist.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureView;
import org.bihuan.shared.ui.Refusals;

/**
 * The leading group's decision: two buttons that stay within reach, each of which opens what it needs
 * to be confirmed: an opinion to approve, a reason and the measures to be done again to return.
 */
final class ApprovalForm extends Composite<Div> {

    /** What is being decided. */
    private enum Mode {
        CHOOSING,
        APPROVING,
        RETURNING
    }

    private static final String MODE = "mode";
    private static final String OPINION = "opinion";
    private static final String REDO = "redo";
    private static final String NEW_DUE = "newDue";
    private static final int QUIET = 700;
    /** Where a list or a calendar stands open, the key closes that. */
    private static final String ESCAPE = "event.key === 'Escape' && !event.composedPath().some(part => part.opened)";

    private final transient List<MeasureView> measures;
    private final H3 heading = new H3();
    private final Paragraph meaning = new Paragraph();
    private final TextArea opinion = new TextArea();
    private final CheckboxGroup<MeasureView> redo = new CheckboxGroup<>();
    private final DatePicker newDue;
    private final Button cancel;
    private final Button sendBack;
    private final Button approve;
    private final transient Refusals refusals;
    private Mode mode = Mode.CHOOSING;
    private Consumer<Decision> onDecide = decision -> {};
    private Runnable onRefused = () -> {};
    private Runnable onChange = () -> {};

    /** A form for a closure with these measures; {@code newDue} takes days to come. */
    ApprovalForm(List<MeasureView> measures, DatePicker newDue) {
        this.measures = List.copyOf(measures);
        this.newDue = newDue;
        refusals = new Refusals(this, Map.of(OPINION, opinion, REDO, redo, NEW_DUE, newDue));
        cancel = button(ButtonVariant.LUMO_TERTIARY, this::cancel);
        cancel.setText(getTranslation("worklist.approval.cancel"));
        sendBack = button(ButtonVariant.LUMO_ERROR, this::pressReturn);
        approve = button(ButtonVariant.LUMO_PRIMARY, this::pressApprove);
        prepareFields();
        Div actions = new Div(cancel, sendBack, approve);
        actions.addClassName("form-actions");
        getContent().addClassName("approval-form");
        getContent().add(heading, meaning, opinion, redo, newDue, actions);
        getContent()
                .getElement()
                .addEventListener("keydown", escape -> cancel())
                .setFilter(ESCAPE);
        show(Mode.CHOOSING);
    }

    private static Button button(ButtonVariant variant, Runnable press) {
        Button button = new Button();
        button.addThemeVariants(variant);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                press.run();
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }

    private void prepareFields() {
        opinion.setRequiredIndicatorVisible(true);
        opinion.setMinRows(2);
        opinion.setMaxRows(6);
        opinion.setWidthFull();
        opinion.setValueChangeMode(ValueChangeMode.TIMEOUT);
        opinion.setValueChangeTimeout(QUIET);
        redo.setLabel(getTranslation("worklist.approval.redo"));
        redo.setItems(measures);
        redo.setItemLabelGenerator(measure -> measure.caseNumber() + " " + measure.heading());
        redo.setHelperText(getTranslation("worklist.approval.redoHint"));
        redo.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        redo.addValueChangeListener(change -> showDate());
        newDue.setHelperText(getTranslation("worklist.approval.newDueHint"));
        newDue.setRequiredIndicatorVisible(true);
        List.<HasValue<?, ?>>of(opinion, redo, newDue)
                .forEach(field -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        onChange.run();
                    }
                }));
        opinion.addValueChangeListener(change -> opinion.setInvalid(false));
    }

    /** Called with a confirmed decision; what it refuses is shown beside its field or as a message. */
    void onDecide(Consumer<Decision> listener) {
        this.onDecide = listener;
    }

    /** Called after a refusal. */
    void onRefused(Runnable listener) {
        this.onRefused = listener;
    }

    /** Called whenever the person changes a field: the moment to keep a draft. */
    void onChange(Runnable listener) {
        this.onChange = listener;
    }

    private void pressApprove() {
        if (mode == Mode.APPROVING) {
            decide(() -> Decision.approve(opinion.getValue()));
        } else {
            to(Mode.APPROVING);
        }
    }

    private void pressReturn() {
        if (mode == Mode.RETURNING) {
            decide(() -> new Decision(
                    false,
                    opinion.getValue(),
                    redo.isEmpty() ? null : newDue.getValue(),
                    redo.getValue().stream().map(MeasureView::caseNumber).collect(Collectors.toSet())));
        } else {
            to(Mode.RETURNING);
        }
    }

    private void decide(Supplier<Decision> made) {
        if (!refusals.guard(() -> onDecide.accept(made.get()))) {
            onRefused.run();
        }
    }

    private void to(Mode chosen) {
        Mode before = mode;
        show(chosen);
        if (!opinion.isEmpty() || !redo.isEmpty()) {
            onChange.run();
        }
        if (chosen == Mode.CHOOSING) {
            (before == Mode.RETURNING ? sendBack : approve).focus();
        } else {
            opinion.focus();
            getElement().executeJs("requestAnimationFrame(() => this.scrollIntoView({block: 'nearest'}))");
        }
    }

    /** Back to the two buttons; what has been typed stays. */
    private void cancel() {
        if (mode != Mode.CHOOSING) {
            to(Mode.CHOOSING);
        }
    }

    /** Whether there is an opinion that would be lost with the form. */
    boolean hasText() {
        return !opinion.getValue().isBlank();
    }

    /** Whether a decision has been begun and not confirmed. */
    boolean begun() {
        return mode != Mode.CHOOSING;
    }

    /** Nothing can be decided any more; the opinion stays to be read and copied. */
    void close() {
        show(Mode.CHOOSING);
        opinion.setVisible(true);
        opinion.setReadOnly(true);
        approve.setVisible(false);
        sendBack.setVisible(false);
    }

    private void show(Mode chosen) {
        mode = chosen;
        boolean approving = chosen == Mode.APPROVING;
        boolean returning = chosen == Mode.RETURNING;
        boolean deciding = approving || returning;
        heading.setVisible(deciding);
        meaning.setVisible(deciding);
        heading.setText(getTranslation(returning ? "worklist.approval.return" : "worklist.approval.approve"));
        meaning.setText(getTranslation(returning ? "worklist.approval.returnMeans" : "worklist.approval.approveMeans"));
        opinion.setVisible(deciding);
        opinion.setInvalid(false);
        opinion.setLabel(getTranslation(returning ? "worklist.approval.reason" : "worklist.approval.opinion"));
        redo.setVisible(returning);
        showDate();
        cancel.setVisible(deciding);
        approve.setVisible(!returning);
        sendBack.setVisible(!approving);
        approve.setText(getTranslation(approving ? "worklist.approval.confirmApprove" : "worklist.approval.approve"));
        sendBack.setText(getTranslation(returning ? "worklist.approval.confirmReturn" : "worklist.approval.return"));
        // Once it is the confirmation, red is filled: it is the one thing left to press.
        sendBack.getElement().getThemeList().set(ButtonVariant.LUMO_PRIMARY.getVariantName(), returning);
        getContent().setClassName("deciding", deciding);
    }

    private void showDate() {
        newDue.setVisible(mode == Mode.RETURNING && !redo.isEmpty());
    }

    /** The half-filled form by field name. */
    Map<String, String> draft() {
        Map<String, String> draft = new LinkedHashMap<>();
        draft.put(MODE, mode.name());
        draft.put(OPINION, opinion.getValue());
        draft.put(
                REDO,
                redo.getValue().stream()
                        .map(measure -> measure.caseNumber().value())
                        .sorted()
                        .collect(Collectors.joining(",")));
        draft.put(NEW_DUE, newDue.getValue() == null ? "" : newDue.getValue().toString());
        return draft;
    }

    /** Fills the form from a draft; what has gone stale in it is left out. */
    void restore(Map<String, String> draft) {
        opinion.setValue(draft.getOrDefault(OPINION, ""));
        Set<String> again =
                Set.copyOf(Arrays.asList(draft.getOrDefault(REDO, "").split(",", -1)));
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
