package org.bihuan.worklist.ui;

import java.util.function.IntConsumer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import org.bihuan.evidence.ui.EvidencePanel;
import org.bihuan.rectification.StepGuide;
import org.bihuan.rectification.Submission;
import org.bihuan.rectification.ui.StepForm;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.worklist.WorkFates;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Claiming a task, and the form to hand it in with what is missing above it. */
final class TaskForm extends Composite<Div> {

    private final transient TaskPanelFactory services;
    private final transient WorkItemRow row;
    private final Runnable onDone;
    private final Runnable onAgain;
    private final Runnable onLost;
    private final Div actions = new Div();
    private @Nullable TaskChecklist checklist;
    private @Nullable StepForm form;
    private @Nullable TaskDraft draft;
    private boolean barred;

    TaskForm(
            TaskPanelFactory services,
            WorkItemRow row,
            StepGuide guide,
            @Nullable EvidencePanel evidence,
            Runnable onDone,
            Runnable onAgain,
            Runnable onLost) {
        this.services = services;
        this.row = row;
        this.onDone = onDone;
        this.onAgain = onAgain;
        this.onLost = onLost;
        getContent().addClassNames("task-block", "task-form");
        getContent().add(new H3(getTranslation("worklist.task.form")));
        actions.addClassName("task-actions");
        if (row.kind() == WorkItemRow.Kind.CLAIM) {
            claim(guide, evidence);
        } else {
            fill(guide, evidence);
        }
    }

    private void claim(StepGuide guide, @Nullable EvidencePanel evidence) {
        TaskChecklist ahead = new TaskChecklist(services, row, guide, null, evidence);
        if (ahead.refuses()) {
            barred(ahead);
            return;
        }
        Button claim = new Button(
                getTranslation("worklist.task.claim"),
                click -> act(() -> services.work().claim(row.id())));
        claim.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        claim.setDisableOnClick(true);
        actions.add(claim);
        getContent().add(new Paragraph(getTranslation("worklist.task.claimHint")), actions);
    }

    /** Says the rule, and takes nothing: whoever claimed this would hide it from those who may do it. */
    private void barred(TaskChecklist refusal) {
        checklist = refusal;
        barred = true;
        getContent().add(refusal);
    }

    private void fill(StepGuide guide, @Nullable EvidencePanel evidence) {
        if (guide.mayGiveBack()) {
            TaskChecklist ahead = new TaskChecklist(services, row, guide, null, evidence);
            if (ahead.refuses()) {
                barred(ahead);
                giveBack();
                return;
            }
        }
        StepForm made = services.forms().create(row.formKey(), new CaseNumber(row.caseNumber()), guide.fields());
        form = made;
        TaskDraft kept = new TaskDraft(services.drafts(), services.json(), row.id(), made::draft, made::restore);
        draft = kept;
        checklist = new TaskChecklist(services, row, guide, made, evidence);
        made.onChange(kept::keep);
        made.onEdit(checklist::check);
        made.onSubmit(submission -> submit(made, kept, submission));
        kept.restore();
        getContent().add(checklist, kept, made);
        if (guide.mayGiveBack()) {
            giveBack();
        }
    }

    private void giveBack() {
        Button giveBack = new Button(
                getTranslation("worklist.task.unclaim"),
                click -> act(() -> services.work().unclaim(row.id())));
        giveBack.addThemeVariants(barred ? ButtonVariant.LUMO_PRIMARY : ButtonVariant.LUMO_TERTIARY);
        actions.add(giveBack);
        getContent().add(actions);
    }

    /** Tells how many things are missing, now and whenever that changes; 0 for a task to be claimed. */
    void onMissing(IntConsumer listener) {
        if (checklist == null) {
            listener.accept(0);
        } else {
            checklist.onMissing(listener);
        }
    }

    /** Whether a rule refuses this step to the caller, whatever they fill in. */
    boolean refuses() {
        return checklist != null && checklist.refuses();
    }

    /** Brings the form into sight. */
    void show() {
        getElement().executeJs("this.scrollIntoView({block: 'start', behavior: 'smooth'})");
    }

    /** Goes on in the form itself, for whoever has just claimed the task or given it back there. */
    void resume() {
        if (form != null) {
            form.focusFirst();
        } else {
            actions.getChildren().findFirst().ifPresent(button -> ((Button) button).focus());
        }
        // The focus brings no more than its field into sight; what is missing stands above it.
        getElement().executeJs("setTimeout(() => requestAnimationFrame(() => this.scrollIntoView({block: 'start'})))");
    }

    /** Looks anew at what is missing. */
    void check() {
        if (checklist == null) {
            return;
        }
        checklist.lookAgain();
        if (barred && !checklist.refuses()) {
            onAgain.run();
        }
    }

    /** The task is no longer the caller's: nothing can be handed in, what was typed stays to be read. */
    void close() {
        actions.setVisible(false);
        if (checklist != null) {
            checklist.setVisible(false);
        }
        if (form != null) {
            form.close();
        }
        if (draft != null) {
            draft.close();
        }
    }

    private void submit(StepForm from, TaskDraft kept, Submission submission) {
        try {
            kept.requireDecided();
            services.work().submit(row.id(), submission);
        } catch (AlreadyDone lost) {
            lost();
            return;
        } catch (OptimisticLockingFailureException lost) {
            overtaken();
            return;
        } catch (RuleViolation refusal) {
            from.show(refusal);
            check();
            return;
        }
        kept.drop();
        Notifications.done(outcome(submission));
        onDone.run();
    }

    /** A slip of the hand between passing on and returning must not look the same. */
    private String outcome(Submission submission) {
        String step = services.models().name(row.step(), getLocale());
        if (submission instanceof Submission.Decided decided
                && !decided.decision().approved()) {
            CaseNumber number = new CaseNumber(row.caseNumber());
            // As the calendar has settled it, which need not be the day that was asked for.
            return decided.decision().newDue() == null || !number.isMeasure()
                    ? getTranslation("worklist.task.sentBack", number, step)
                    : getTranslation(
                            "worklist.task.sentBackUntil",
                            number,
                            step,
                            Dates.dense(services.cases().measure(number).due()));
        }
        return getTranslation("worklist.task.done", row.caseNumber(), step);
    }

    private void lost() {
        Notifications.refused(getTranslation("rectification.step.alreadyDone"));
        onLost.run();
    }

    /** Somebody changed the case at the same moment: says what, and leaves the form as it is for another try. */
    private void overtaken() {
        boolean mine = services.inbox()
                .find(row.id())
                .filter(now -> now.doneAt() == null)
                .isPresent();
        if (!mine) {
            lost();
            return;
        }
        String what = services.fates()
                .latest(new CaseNumber(row.caseNumber()))
                .map(entry -> services.sentences().sentence(entry, getLocale()) + " " + Dates.time(entry.at()))
                .orElse("");
        Notifications.refused(getTranslation("worklist.task.overtaken", what));
        check();
    }

    private void act(Runnable verb) {
        try {
            verb.run();
        } catch (AlreadyDone lost) {
            lost();
            return;
        } catch (RuleViolation refusal) {
            Notifications.refused(getTranslation(refusal.key(), refusal.args()));
            boolean gone = services.fates()
                    .of(row.id())
                    .filter(fate -> fate.state() != WorkFates.State.OPEN && !fate.own())
                    .isPresent();
            if (gone) {
                onLost.run();
                return;
            }
        }
        if (services.inbox().find(row.id()).isEmpty()) {
            onDone.run();
        } else {
            onAgain.run();
        }
    }
}
