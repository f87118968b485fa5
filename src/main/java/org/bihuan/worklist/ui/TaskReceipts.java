package org.bihuan.worklist.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.bihuan.identity.PersonRef;
import org.bihuan.rectification.MeasureView;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.shared.ui.StatusChip;
import org.bihuan.worklist.Receipts;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;

/**
 * Beside one receipt all receipts of the same problem that stand before the reader, each with what it is about
 * and a box; those that are ticked are signed by one press. Not there where this one is alone.
 */
final class TaskReceipts extends Composite<Div> {

    private final transient TaskPanelFactory services;
    private final long open;
    private final CaseNumber problem;
    private final Runnable onDone;
    private final Runnable onAgain;
    private final H3 heading = new H3();
    private final Paragraph claims = new Paragraph();
    private final Checkbox all = new Checkbox();
    private final UnorderedList list = new UnorderedList();
    private final Button sign = new Button();
    private final transient List<WorkItemRow> rows = new ArrayList<>();
    private final Map<Long, Checkbox> boxes = new HashMap<>();
    private final Set<Long> unticked = new HashSet<>();

    /**
     * @param row the receipt whose page this is
     * @param onDone called when that one was signed
     * @param onAgain called when others were signed, and this one is to be shown anew
     */
    TaskReceipts(TaskPanelFactory services, WorkItemRow row, Runnable onDone, Runnable onAgain) {
        this.services = services;
        this.open = row.id();
        this.problem = new CaseNumber(row.caseNumber()).problem();
        this.onDone = onDone;
        this.onAgain = onAgain;
        getContent().addClassNames("task-block", "task-receipts");
        list.addClassName("receipts");
        list.getElement().setAttribute("aria-label", getTranslation("worklist.receipts.list"));
        all.setLabel(getTranslation("worklist.receipts.all"));
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                boxes.values().forEach(box -> box.setValue(change.getValue()));
            }
        });
        claims.addClassName("quiet");
        claims.setText(getTranslation("worklist.receipts.claims"));
        sign.setDisableOnClick(true);
        sign.addClickListener(click -> {
            try {
                sign();
            } finally {
                tell();
            }
        });
        Div actions = new Div(sign);
        actions.addClassName("task-actions");
        getContent().add(heading, new Paragraph(getTranslation("worklist.receipts.hint")), claims, all, list, actions);
        setVisible(false);
        lookAgain();
    }

    /** Reads anew what there is to be signed; what was unticked stays so. */
    void lookAgain() {
        List<WorkItemRow> now = services.receipts().of(problem);
        if (now.equals(rows)) {
            return;
        }
        rows.clear();
        rows.addAll(now);
        boxes.clear();
        list.removeAll();
        long others = rows.stream().filter(row -> row.id() != open).count();
        setVisible(others > 0);
        if (others == 0) {
            return;
        }
        heading.setText(
                getTranslation("worklist.receipts.title", WorkBadge.text((int) others, Receipts.BATCH_LIMIT - 1)));
        claims.setVisible(rows.stream().anyMatch(row -> row.kind() == WorkItemRow.Kind.CLAIM));
        Map<String, MeasureView> measures = services.cases().measures(problem).stream()
                .collect(Collectors.toMap(measure -> measure.caseNumber().value(), Function.identity()));
        Map<Long, PersonRef> absent = absent();
        rows.forEach(row -> list.add(line(row, measures.get(row.caseNumber()), absent)));
        tell();
    }

    /** Those in whose place the reader signs. */
    private Map<Long, PersonRef> absent() {
        long reader = services.currentActor().require().personId();
        List<Long> others = rows.stream()
                .map(WorkItemRow::assignee)
                .filter(Objects::nonNull)
                .filter(person -> person != reader)
                .distinct()
                .toList();
        return others.isEmpty() ? Map.of() : services.directory().persons(others);
    }

    private ListItem line(WorkItemRow row, @Nullable MeasureView measure, Map<Long, PersonRef> absent) {
        String title = Objects.requireNonNullElse(row.subject(), row.title());
        Checkbox box = new Checkbox(!unticked.contains(row.id()));
        box.setAriaLabel(getTranslation("worklist.receipts.tick", row.caseNumber(), title));
        box.addValueChangeListener(change -> {
            if (change.getValue()) {
                unticked.remove(row.id());
            } else {
                unticked.add(row.id());
            }
            tell();
        });
        boxes.put(row.id(), box);
        Div head = head(row, title, measure, absent);
        return new ListItem(box, measure == null ? head : new Details(head, content(measure, title)));
    }

    private Div head(WorkItemRow row, String title, @Nullable MeasureView measure, Map<Long, PersonRef> absent) {
        Span number = new Span(row.caseNumber());
        number.addClassName("number");
        Div head = new Div(number);
        head.addClassName("task-measure");
        if (measure != null) {
            Span due = new Span(getTranslation("worklist.receipts.due", Dates.dense(measure.due())));
            due.addClassName("due-date");
            head.add(due);
        }
        if (row.id() == open) {
            head.add(chip("worklist.receipts.this"));
        }
        if (row.kind() == WorkItemRow.Kind.CLAIM) {
            head.add(chip("worklist.receipts.free"));
        }
        PersonRef stoodInFor = row.assignee() == null ? null : absent.get(row.assignee());
        if (stoodInFor != null) {
            head.add(chip("worklist.receipts.onBehalf", stoodInFor.name()));
        }
        Span named = new Span(title);
        named.addClassName("receipt-title");
        head.add(named);
        return head;
    }

    private StatusChip chip(String key, Object... args) {
        return new StatusChip(getTranslation(key, args), StatusChip.Tone.NEUTRAL);
    }

    /** What is signed for: what to do and what counts as done. */
    private Div content(MeasureView measure, String title) {
        Div body = new Div();
        if (!measure.content().strip().equals(title.strip())) {
            body.add(TaskFacts.text(measure.content()));
        }
        String standard = measure.standard();
        if (standard != null && !standard.isBlank()) {
            body.add(TaskFacts.labelled(getTranslation("worklist.task.standard"), standard));
        }
        return body;
    }

    private List<Long> ticked() {
        return rows.stream()
                .map(WorkItemRow::id)
                .filter(id -> !unticked.contains(id))
                .toList();
    }

    private void tell() {
        int chosen = ticked().size();
        all.setValue(chosen > 0 && chosen == rows.size());
        all.setIndeterminate(chosen > 0 && chosen < rows.size());
        sign.setText(getTranslation("worklist.receipts.sign", chosen));
        sign.setEnabled(chosen > 0);
    }

    private void sign() {
        List<WorkItemRow> asked = List.copyOf(rows);
        List<Receipts.Outcome> outcomes;
        try {
            outcomes = services.receipts().signAll(ticked());
        } catch (RuleViolation refusal) {
            Notifications.refused(getTranslation(refusal.key(), refusal.args()));
            return;
        }
        Map<Long, WorkItemRow> byId = asked.stream().collect(Collectors.toMap(WorkItemRow::id, Function.identity()));
        List<BatchResult.Line> lines = outcomes.stream()
                .map(outcome -> line(Objects.requireNonNull(byId.get(outcome.item())), outcome.refusal()))
                .toList();
        long signed = lines.stream().filter(line -> line.refusal() == null).count();
        int remaining = services.receipts().of(problem).size();
        if (signed == lines.size()) {
            Notifications.done(getTranslation("worklist.receipts.signed", problem, signed, remaining));
            goOn();
            return;
        }
        Dialog result = new Dialog();
        result.addClassName("approval-batch");
        result.setWidth("46rem");
        result.setMaxWidth("100%");
        BatchResult.show(
                result,
                getTranslation("worklist.receipts.result"),
                getTranslation("worklist.receipts.sum", signed, lines.size() - signed, remaining),
                getTranslation("worklist.receipts.resultSigned"),
                lines,
                this::goOn);
    }

    private static BatchResult.Line line(WorkItemRow row, @Nullable RuleViolation refusal) {
        return new BatchResult.Line(
                new CaseNumber(row.caseNumber()), Objects.requireNonNullElse(row.subject(), row.title()), refusal);
    }

    /** As after one receipt, unless this one still waits to be signed. */
    private void goOn() {
        boolean waits =
                services.inbox().find(open).filter(row -> row.doneAt() == null).isPresent();
        (waits ? onAgain : onDone).run();
    }
}
