package org.bihuan.worklist.ui;

import java.util.Objects;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.bihuan.evidence.ui.EvidencePanel;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemView;
import org.bihuan.rectification.StepGuide;
import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ModelText;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.ui.LevelBadge;
import org.bihuan.shared.ui.StatusChip;
import org.bihuan.worklist.WorkFates;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;

/** One task: what is wrong, what to do, what is missing, the form, the evidence, why it is mine and who comes next. */
final class TaskPanel extends Composite<Article> {

    private final transient TaskPanelFactory services;
    private final long item;
    private final Runnable onDone;
    private final Runnable onAgain;
    private final CaseNumber number;
    private final Div banner = new Div();
    private final Div line = new Div();
    private final Div title = new Div();
    private final Span due = new Span();
    private final H2 heading = new H2();
    private final NativeButton jump = new NativeButton();
    private @Nullable WorkItemRow row;
    private @Nullable TaskForm form;
    private @Nullable TaskReceipts receipts;
    private @Nullable EvidencePanel evidence;

    TaskPanel(TaskPanelFactory services, long item, Runnable onDone, Runnable onAgain) {
        this.services = services;
        this.item = item;
        this.onDone = onDone;
        this.onAgain = onAgain;
        getContent().addClassName("task-panel");
        banner.addClassName("task-banner");
        banner.getElement().setAttribute("role", "alert");
        banner.setVisible(false);
        heading.getElement().setAttribute("tabindex", "-1");
        due.addClassName("due");
        Optional<WorkItemRow> found = services.inbox().find(item);
        if (found.isPresent()) {
            this.row = found.get();
            this.number = new CaseNumber(found.get().caseNumber());
            build(found.get());
        } else {
            WorkFates.Fate fate = services.fates().of(item).orElseThrow(() -> new NotFound("work item " + item));
            this.number = fate.caseNumber();
            header(fate.step());
            say(fate);
        }
    }

    /** The row of the list, or empty where the task no longer stands before the caller. */
    Optional<WorkItemRow> row() {
        return Optional.ofNullable(row);
    }

    CaseNumber number() {
        return number;
    }

    /** Puts the focus on the heading, where reading begins. */
    void focus() {
        heading.getElement().executeJs("setTimeout(() => this.focus())");
    }

    /** Puts the focus into the form, where somebody was who has claimed the task or given it back. */
    void resume() {
        if (form == null) {
            focus();
        } else {
            form.resume();
        }
    }

    private void build(WorkItemRow found) {
        header(found.step());
        showDue(found);
        boolean open = found.doneAt() == null;
        if (!open) {
            services.fates().of(item).ifPresent(this::past);
        }
        ProblemView problem = services.cases().problem(number.problem());
        MeasureView measure = number.isMeasure() ? services.cases().measure(number) : null;
        TaskFacts facts = new TaskFacts(services, found, problem, measure);
        getContent().add(facts.all().toArray(new Component[0]));
        EvidencePanel files = measure == null ? null : evidence(found, measure);
        evidence = files;
        if (!open) {
            return;
        }
        try {
            StepGuide guide = services.guides().of(item);
            if (found.kind() != WorkItemRow.Kind.ESCALATED) {
                form = new TaskForm(services, found, guide, files, onDone, onAgain, this::lost);
                getContent().add(form);
                title.add(jump(form));
                receipts(found, form);
            }
            getContent().add(new TaskGuide(services.models(), guide, form != null && form.refuses()));
        } catch (AlreadyDone meanwhile) {
            lost();
        }
    }

    /** Whoever signs one receipt of a problem may sign the others with it. */
    private void receipts(WorkItemRow found, TaskForm one) {
        if (WorkForms.MEASURE_ACKNOWLEDGE.equals(found.formKey()) && !one.refuses()) {
            receipts = new TaskReceipts(services, found, onDone, onAgain);
            getContent().add(receipts);
        }
    }

    private void header(ModelText step) {
        Span caseNumber = new Span(number.value());
        caseNumber.addClassName("number");
        heading.setText(services.models().name(step, getLocale()));
        Anchor dossier = new Anchor("case/" + number, getTranslation("worklist.task.dossier"));
        line.add(caseNumber, due, dossier);
        line.addClassName("task-line");
        title.add(heading);
        title.addClassName("task-title");
        Div header = new Div(line, title);
        header.addClassName("task-header");
        getContent().add(header, banner);
    }

    /** A long case puts the form far below: the first line says what is missing and leads there. */
    private NativeButton jump(TaskForm to) {
        jump.addClickListener(click -> to.show());
        jump.addClassNames("link-button", "task-jump");
        to.onMissing(missing -> jump.setText(ahead(to, missing)));
        return jump;
    }

    private String ahead(TaskForm form, int missing) {
        if (form.refuses()) {
            return getTranslation("worklist.task.jumpBarred");
        }
        return missing == 0
                ? getTranslation("worklist.task.jump")
                : getTranslation("worklist.task.jumpMissing", missing);
    }

    private void showDue(WorkItemRow found) {
        due.removeAll();
        Span date = new Span(services.dueText().date(found));
        date.addClassName("due-date");
        Span left = new Span(services.dueText().left(found));
        left.addClassName("due-left");
        services.dueText().level(found).ifPresent(level -> due.add(new LevelBadge(level)));
        due.add(date, left);
        if (found.kind() == WorkItemRow.Kind.ESCALATED) {
            due.add(new StatusChip(getTranslation("worklist.escalated"), StatusChip.Tone.RETURNED));
        }
    }

    private EvidencePanel evidence(WorkItemRow found, MeasureView measure) {
        boolean editable = found.doneAt() == null
                && found.kind() == WorkItemRow.Kind.MINE
                && WorkForms.MEASURE_CARRY_OUT.equals(found.formKey())
                && measure.state() == MeasureState.IN_PROGRESS;
        EvidencePanel panel = new EvidencePanel(
                services.evidence(),
                services.currentActor(),
                number.value(),
                measure.attempt(),
                measure.requiredEvidence(),
                editable);
        panel.onChange(() -> {
            if (form != null) {
                form.check();
            }
        });
        Div block = new Div(new H3(getTranslation("worklist.task.evidence")), panel);
        block.addClassName("task-block");
        getContent().add(block);
        return panel;
    }

    /**
     * Somebody acted elsewhere. The form is left as it is; where the task is no longer the caller's, the
     * panel says who did what with it, and what was typed stays to be read and copied.
     */
    void changedElsewhere() {
        WorkItemRow shown = row;
        if (shown == null || shown.doneAt() != null) {
            return;
        }
        WorkItemRow now = services.inbox()
                .find(item)
                .filter(found -> found.doneAt() == null)
                .orElse(null);
        if (now == null) {
            lost();
        } else if (now.kind() == shown.kind() && Objects.equals(now.assignee(), shown.assignee())) {
            row = now;
            showDue(now);
            if (form != null) {
                form.check();
            }
            if (receipts != null) {
                receipts.lookAgain();
            }
        } else if (shown.kind() == WorkItemRow.Kind.CLAIM) {
            onAgain.run();
        } else {
            lost();
        }
    }

    /** The task was done, taken or ended meanwhile. */
    private void lost() {
        services.fates().of(item).ifPresent(this::say);
        jump.setVisible(false);
        if (form != null) {
            form.close();
        }
        if (receipts != null) {
            receipts.setVisible(false);
        }
        if (evidence != null) {
            evidence.close();
        }
    }

    /** A step that the caller has done, with what they handed in; the banner need not say the same in short. */
    private void past(WorkFates.Fate fate) {
        Optional<TaskHandedIn> handedIn = TaskHandedIn.of(services, fate.what());
        say(fate, handedIn.isEmpty());
        handedIn.ifPresent(getContent()::add);
    }

    private void say(WorkFates.Fate fate) {
        say(fate, true);
    }

    private void say(WorkFates.Fate fate, boolean withAct) {
        String who = fate.by() == null ? "" : fate.by();
        String when = fate.at() == null ? "" : Dates.time(fate.at());
        String key = fate.own() ? "worklist.fate.own." + fate.state() : "worklist.fate." + fate.state();
        banner.removeAll();
        banner.add(new Paragraph(getTranslation(key, who, when)));
        if (withAct && fate.what() != null) {
            banner.add(new Paragraph(services.sentences().what(fate.what(), getLocale())));
        }
        banner.setVisible(true);
    }
}
