package org.bihuan.worklist.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.ui.EvidencePanel;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemView;
import org.bihuan.rectification.ReturnView;
import org.bihuan.rectification.Submission;
import org.bihuan.rectification.WorkForms;
import org.bihuan.rectification.ui.StepForm;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.LevelBadge;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;

/** One task: what is wrong, what to do, what is missing, the form, the evidence, and why it is mine. */
final class TaskPanel extends Composite<Section> {

    private final transient TaskPanelFactory services;
    private final WorkItemRow row;
    private final CaseNumber number;
    private final Runnable onDone;
    private final Div checklist = new Div();

    TaskPanel(TaskPanelFactory services, WorkItemRow row, Runnable onDone) {
        this.services = services;
        this.row = row;
        this.number = new CaseNumber(row.caseNumber());
        this.onDone = onDone;
        getContent().addClassName("task-panel");
        ProblemView problem = services.cases().problem(number.problem());
        MeasureView measure = number.isMeasure() ? services.cases().measure(number) : null;
        addHeader();
        addReturn(measure == null ? problem.lastReturn() : measure.lastReturn());
        addWrong(problem);
        if (measure != null) {
            addMeasure(measure);
        }
        checklist.addClassName("checklist");
        getContent().add(checklist);
        showChecklist();
        if (row.doneAt() == null && row.kind() != WorkItemRow.Kind.ESCALATED) {
            addForm();
        }
        if (measure != null) {
            addEvidence(measure);
        }
        addWhy();
    }

    private void addHeader() {
        Span caseNumber = new Span(row.caseNumber());
        caseNumber.addClassName("case-number");
        H2 title = new H2(row.stepName());
        Div due = new Div(
                new LevelBadge(services.dueText().level(row)),
                new Span(services.dueText().of(row)));
        due.addClassName("due-cell");
        Anchor dossier = new Anchor("case/" + number.problem(), getTranslation("worklist.task.dossier"));
        Div header = new Div(caseNumber, title, due, dossier);
        header.addClassName("task-header");
        getContent().add(header);
    }

    private void addReturn(@Nullable ReturnView lastReturn) {
        if (lastReturn == null) {
            return;
        }
        Div note = new Div(
                new H3(getTranslation("worklist.task.returned", lastReturn.by())), new Paragraph(lastReturn.reason()));
        note.addClassName("return-note");
        getContent().add(note);
    }

    private void addWrong(ProblemView problem) {
        Div block = block("worklist.task.wrong");
        Paragraph title = new Paragraph(problem.title());
        title.addClassName("problem-title");
        block.add(title);
        addText(block, "worklist.task.manifestation", problem.manifestation());
        if (!number.isMeasure()) {
            addText(block, "worklist.task.cause", problem.causeAnalysis());
            addText(block, "worklist.task.target", problem.target());
            addText(block, "worklist.task.standard", problem.closureStandard());
            addText(block, "worklist.task.summary", problem.closureSummary());
        }
    }

    private void addMeasure(MeasureView measure) {
        Div block = block("worklist.task.todo");
        block.add(new Paragraph(measure.content()));
        addText(block, "worklist.task.standard", measure.standard());
        addText(block, "worklist.task.report", measure.report());
        if (!measure.due().equals(measure.originalDue())) {
            block.add(new Paragraph(getTranslation("worklist.task.originalDue", measure.originalDue(), measure.due())));
        }
    }

    private Div block(String headingKey) {
        Div block = new Div(new H3(getTranslation(headingKey)));
        block.addClassName("task-block");
        getContent().add(block);
        return block;
    }

    private void addText(Div block, String labelKey, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        Span label = new Span(getTranslation(labelKey));
        label.addClassName("text-label");
        Paragraph body = new Paragraph(text);
        body.addClassName("long-text");
        block.add(label, body);
    }

    /** What is missing before the step can be done, each line a link to where it is fixed. */
    private void showChecklist() {
        checklist.removeAll();
        if (row.doneAt() != null || !number.isMeasure() || !WorkForms.MEASURE_CARRY_OUT.equals(row.formKey())) {
            return;
        }
        MeasureView measure = services.cases().measure(number);
        Set<EvidenceKind> missing = new TreeSet<>(measure.requiredEvidence());
        missing.removeAll(services.evidence().kindsPresent(number.value(), measure.attempt()));
        UnorderedList lines = new UnorderedList();
        for (EvidenceKind kind : missing) {
            Anchor fix = new Anchor(
                    "#evidence",
                    getTranslation("worklist.task.missingEvidence", getTranslation("evidence.kind." + kind)));
            fix.setRouterIgnore(true);
            lines.add(new ListItem(fix));
        }
        checklist.add(
                new H3(getTranslation("worklist.task.checklist")),
                missing.isEmpty() ? new Paragraph(getTranslation("worklist.task.complete")) : lines);
    }

    private void addForm() {
        if (row.kind() == WorkItemRow.Kind.CLAIM) {
            Button claim = new Button(
                    getTranslation("worklist.task.claim"),
                    click -> act(() -> services.work().claim(row.id()), false));
            claim.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            Div actions = new Div(new Paragraph(getTranslation("worklist.task.claimHint")), claim);
            actions.addClassName("task-block");
            getContent().add(actions);
            return;
        }
        Optional<StepForm> form = services.forms().create(String.valueOf(row.formKey()), number);
        if (form.isEmpty()) {
            getContent().add(new Paragraph(getTranslation("worklist.task.noForm")));
            return;
        }
        StepForm stepForm = form.get();
        restore(stepForm);
        stepForm.onChange(() -> keep(stepForm));
        stepForm.onSubmit(submission -> submit(stepForm, submission));
        Div block = block("worklist.task.form");
        block.add(stepForm);
        Button unclaim = new Button(
                getTranslation("worklist.task.unclaim"),
                click -> act(() -> services.work().unclaim(row.id()), false));
        unclaim.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        if (GROUP_FORMS.contains(String.valueOf(row.formKey()))) {
            block.add(unclaim);
        }
    }

    private static final Set<String> GROUP_FORMS = Set.of(
            WorkForms.MEASURE_REVIEW,
            WorkForms.MEASURE_VERIFY,
            WorkForms.CLOSURE_PROPOSE,
            WorkForms.CLOSURE_VERIFY,
            WorkForms.CLOSURE_APPROVE,
            WorkForms.FOLLOW_UP);

    private void submit(StepForm form, Submission submission) {
        try {
            services.work().submit(row.id(), submission);
            services.drafts().drop(row.id());
            Notifications.done(getTranslation("worklist.task.done", row.caseNumber(), row.stepName()));
            onDone.run();
        } catch (AlreadyDone late) {
            Notifications.refused(getTranslation(late.key(), late.args()));
            onDone.run();
        } catch (RuleViolation refusal) {
            String text = getTranslation(refusal.key(), refusal.args());
            if (!form.show(refusal, text)) {
                Notifications.refused(text);
            }
            showChecklist();
        }
    }

    private void act(Runnable verb, boolean leave) {
        try {
            verb.run();
        } catch (RuleViolation refusal) {
            Notifications.refused(getTranslation(refusal.key(), refusal.args()));
        }
        if (leave || services.inbox().find(row.id()).isEmpty()) {
            onDone.run();
        } else {
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
        }
    }

    private void keep(StepForm form) {
        try {
            services.drafts().keep(row.id(), services.json().writeValueAsString(form.draft()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void restore(StepForm form) {
        services.drafts().find(row.id()).ifPresent(draft -> {
            try {
                form.restore(services.json().readValue(draft, new TypeReference<LinkedHashMap<String, String>>() {}));
                Span note = new Span(getTranslation("worklist.task.draftRestored"));
                note.addClassName("draft-note");
                getContent().add(note);
            } catch (JsonProcessingException broken) {
                services.drafts().drop(row.id());
            }
        });
    }

    private void addEvidence(MeasureView measure) {
        Div block = block("worklist.task.evidence");
        block.setId("evidence");
        boolean editable = row.doneAt() == null
                && WorkForms.MEASURE_CARRY_OUT.equals(row.formKey())
                && measure.state() == MeasureState.IN_PROGRESS;
        EvidencePanel panel = new EvidencePanel(
                services.evidence(),
                services.currentActor(),
                number.value(),
                measure.attempt(),
                measure.requiredEvidence(),
                editable);
        panel.onChange(this::showChecklist);
        block.add(panel);
    }

    private void addWhy() {
        Map<WorkItemRow.Kind, String> why = Map.of(
                WorkItemRow.Kind.MINE, "worklist.why.mine",
                WorkItemRow.Kind.CLAIM, "worklist.why.claim",
                WorkItemRow.Kind.ESCALATED, "worklist.why.escalated",
                WorkItemRow.Kind.DONE, "worklist.why.done");
        Div block = block("worklist.task.why");
        block.add(new Paragraph(getTranslation(why.getOrDefault(row.kind(), "worklist.why.mine"))));
        block.add(new Paragraph(getTranslation("worklist.next." + row.stepKey())));
    }
}
