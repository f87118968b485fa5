package org.bihuan.worklist.ui;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.ui.EvidencePanel;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.StepGuide;
import org.bihuan.rectification.WorkForms;
import org.bihuan.rectification.ui.StepForm;
import org.bihuan.rectification.ui.StepForm.Asked;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Checklist;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;

/** What is missing before the step can be handed in, each line a link to where it is fixed. */
final class TaskChecklist extends Composite<Div> {

    private static final Set<String> NEEDS_ALL_MEASURES =
            Set.of(WorkForms.CLOSURE_PROPOSE, WorkForms.CLOSURE_VERIFY, WorkForms.CLOSURE_APPROVE);
    private static final Set<String> NEEDS_EVIDENCE = Set.of(WorkForms.MEASURE_CARRY_OUT, WorkForms.MEASURE_VERIFY);

    /** Refusals that the lines of this list tell in detail. */
    private static final Set<String> TOLD = Set.of(
            "rectification.measure.evidenceMissing",
            "rectification.measure.reportMissing",
            "rectification.problem.openMeasures");

    /** Measures that are listed at once. */
    private static final int FEW = 4;

    private final transient TaskPanelFactory services;
    private final transient WorkItemRow row;
    private final @Nullable StepForm form;
    private final @Nullable EvidencePanel evidence;
    private final CaseNumber number;
    private @Nullable RuleViolation obstacle;
    private IntConsumer onMissing = missing -> {};
    private int lines;
    private boolean unfolded;

    TaskChecklist(
            TaskPanelFactory services,
            WorkItemRow row,
            StepGuide guide,
            @Nullable StepForm form,
            @Nullable EvidencePanel evidence) {
        this.services = services;
        this.row = row;
        this.form = form;
        this.evidence = evidence;
        this.number = new CaseNumber(row.caseNumber());
        this.obstacle = guide.obstacle();
        getContent().addClassName("task-checklist");
        check();
    }

    /** Whether a rule refuses this step to the caller, whatever they fill in. */
    boolean refuses() {
        return obstacle != null && !TOLD.contains(obstacle.key());
    }

    /** Tells how many things are missing, now and whenever that changes. */
    void onMissing(IntConsumer listener) {
        onMissing = listener;
        listener.accept(lines);
    }

    /** Asks the rules again, then shows what is missing. */
    void lookAgain() {
        try {
            obstacle = services.guides().of(row.id()).obstacle();
        } catch (AlreadyDone lost) {
            return;
        }
        check();
    }

    /** Shows what is missing. */
    void check() {
        Checklist list = new Checklist();
        getContent().removeAll();
        lines = 0;
        if (refuses() && obstacle != null) {
            list.barred(getTranslation(obstacle.key(), obstacle.args()));
            getContent().add(new H4(getTranslation("worklist.check.barred")), list);
        } else {
            missing(list);
        }
        onMissing.accept(lines);
    }

    private void missing(Checklist list) {
        if (NEEDS_EVIDENCE.contains(String.valueOf(row.formKey()))) {
            evidence(list);
        }
        if (NEEDS_ALL_MEASURES.contains(String.valueOf(row.formKey()))) {
            measures(list);
        }
        Div grouped = new Div();
        if (form != null) {
            fields(form, list, grouped);
        }
        if (lines == 0) {
            Paragraph complete = new Paragraph(getTranslation("worklist.check.complete"));
            complete.addClassName("checklist-complete");
            getContent().add(complete);
        } else {
            getContent().add(new H4(getTranslation("worklist.check.missing", lines)), list, grouped);
        }
    }

    /** Fields of the whole step stand a line each; those of one measure together, each a link. */
    private void fields(StepForm from, Checklist list, Div grouped) {
        Map<String, List<Asked>> groups = new LinkedHashMap<>();
        from.asked().stream().filter(asked -> !asked.filled()).forEach(asked -> groups.computeIfAbsent(
                        asked.group(), group -> new ArrayList<>())
                .add(asked));
        List<Asked> whole = groups.remove("");
        if (whole != null) {
            whole.forEach(asked -> add(
                    list,
                    getTranslation("worklist.check.field", asked.label()),
                    link("worklist.check.fill", () -> from.focus(asked.field()))));
        }
        if (!groups.isEmpty()) {
            grouped.add(measures(from, groups));
        }
        list.setVisible(list.getElement().getChildCount() > 0);
    }

    /** Many measures are folded: the form below them stays in sight. */
    private Component measures(StepForm from, Map<String, List<Asked>> groups) {
        Checklist each = new Checklist();
        each.getElement().getClassList().add("checklist-groups");
        int fields = 0;
        for (Map.Entry<String, List<Asked>> group : groups.entrySet()) {
            fields += group.getValue().size();
            each.missing(
                    group.getKey(),
                    group.getValue().stream().map(asked -> link(from, asked)).toArray(Component[]::new));
        }
        lines += fields;
        if (groups.size() <= FEW) {
            return each;
        }
        Details folded = new Details(getTranslation("worklist.check.measures", groups.size(), fields), each);
        folded.setOpened(unfolded);
        folded.addOpenedChangeListener(change -> unfolded = change.isOpened());
        return folded;
    }

    private NativeButton link(StepForm from, Asked asked) {
        NativeButton link = new NativeButton(asked.label(), click -> from.focus(asked.field()));
        link.addClassName("link-button");
        link.setAriaLabel(getTranslation("worklist.check.fillOf", asked.group(), asked.label()));
        return link;
    }

    private void evidence(Checklist list) {
        MeasureView measure = services.cases().measure(number);
        Set<EvidenceKind> present = services.evidence().kindsPresent(number.value(), measure.attempt());
        Set<EvidenceKind> missing = EnumSet.noneOf(EvidenceKind.class);
        missing.addAll(measure.requiredEvidence());
        missing.removeAll(present);
        for (EvidenceKind kind : missing) {
            add(list, getTranslation("worklist.check.evidence", getTranslation(kind.key())), upload(kind));
        }
        if (missing.isEmpty() && present.isEmpty()) {
            add(list, getTranslation("worklist.check.anyEvidence"), upload(null));
        }
    }

    private Component upload(@Nullable EvidenceKind kind) {
        if (evidence == null || !evidence.isEditable()) {
            return new Anchor("case/" + number, getTranslation("worklist.task.dossier"));
        }
        return link("worklist.check.upload", () -> evidence.ask(kind));
    }

    private void measures(Checklist list) {
        services.cases().measures(number.problem()).stream()
                .filter(measure -> measure.state() != MeasureState.ACCEPTED)
                .forEach(measure -> add(
                        list,
                        getTranslation(
                                "worklist.check.measure",
                                measure.caseNumber().value(),
                                getTranslation("rectification.measureState." + measure.state())),
                        new Anchor("case/" + measure.caseNumber(), getTranslation("worklist.check.open"))));
    }

    private void add(Checklist list, String text, Component... fix) {
        lines++;
        list.missing(text, fix);
    }

    private NativeButton link(String key, Runnable act) {
        NativeButton link = new NativeButton(getTranslation(key), click -> act.run());
        link.addClassName("link-button");
        return link;
    }
}
