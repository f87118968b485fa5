package org.bihuan.worklist.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.bihuan.rectification.AttemptView;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemView;
import org.bihuan.rectification.ReturnView;
import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.Dates;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;

/** What a task page says about its case: the last return on top, what is wrong, what to do, what was handed in. */
final class TaskFacts {

    private final TaskPanelFactory services;
    private final WorkItemRow row;
    private final ProblemView problem;
    private final @Nullable MeasureView measure;
    private final List<AttemptView> attempts;

    TaskFacts(TaskPanelFactory services, WorkItemRow row, ProblemView problem, @Nullable MeasureView measure) {
        this.services = services;
        this.row = row;
        this.problem = problem;
        this.measure = measure;
        this.attempts = measure == null ? List.of() : services.cases().attempts(measure.caseNumber());
    }

    List<Component> all() {
        List<Component> blocks = new ArrayList<>();
        returned(blocks);
        blocks.add(wrong());
        if (measure == null) {
            blocks.addAll(plan());
        } else {
            blocks.add(todo(measure));
            if (!WorkForms.MEASURE_CARRY_OUT.equals(row.formKey()) && measure.report() != null) {
                blocks.add(handedIn(measure.report()));
            }
        }
        return blocks;
    }

    private void returned(List<Component> blocks) {
        ReturnView last = measure == null ? problem.lastReturn() : measure.lastReturn();
        List<AttemptView> earlier = attempts.stream()
                .filter(attempt -> "RETURNED".equals(attempt.verdict()))
                .toList();
        if (last == null && earlier.isEmpty()) {
            return;
        }
        Div note = new Div();
        note.addClassName("return-note");
        if (last != null) {
            note.add(
                    new H3(say("worklist.task.returned", last.by(), last.at() == null ? "" : Dates.time(last.at()))),
                    text(last.reason()));
        } else {
            AttemptView newest = earlier.get(0);
            note.add(
                    new H3(say(
                            "worklist.task.returnedBefore",
                            newest.attempt(),
                            newest.endedAt() == null ? "" : Dates.time(newest.endedAt()))),
                    text(newest.opinion() == null ? "" : newest.opinion()));
        }
        earlier.forEach(attempt -> note.add(earlier(attempt)));
        blocks.add(note);
    }

    /** An earlier version as it was handed in; it is kept as it was. */
    private Details earlier(AttemptView attempt) {
        Div body = new Div(text(attempt.report()));
        if (attempt.opinion() != null && measure != null && measure.lastReturn() == null) {
            body.add(labelled(say("worklist.task.returnReason"), attempt.opinion()));
        }
        return new Details(
                say(
                        "worklist.task.earlier",
                        attempt.attempt(),
                        services.directory().person(attempt.submittedBy()).name(),
                        Dates.time(attempt.submittedAt())),
                body);
    }

    private Div wrong() {
        Div block = block("worklist.task.wrong");
        Paragraph title = new Paragraph(problem.title());
        title.addClassName("problem-title");
        block.add(title);
        add(block, "worklist.task.manifestation", problem.manifestation());
        return block;
    }

    private Div todo(MeasureView of) {
        Div block = block("worklist.task.todo");
        Paragraph heading = new Paragraph(of.heading());
        heading.addClassName("problem-title");
        block.add(heading);
        if (of.saysMore()) {
            block.add(text(of.content()));
        }
        add(block, "worklist.task.standard", of.standard());
        block.add(services.parts().source(of.caseNumber()));
        if (!of.due().equals(of.originalDue())) {
            block.add(new Paragraph(
                    say("worklist.task.originalDue", Dates.dense(of.originalDue()), Dates.dense(of.due()))));
        } else if (!of.due().equals(row.due())) {
            block.add(new Paragraph(say("worklist.task.measureDue", Dates.dense(of.due()))));
        }
        return block;
    }

    private Div handedIn(String report) {
        Div block = block("worklist.task.report");
        attempts.stream().findFirst().ifPresent(newest -> {
            Paragraph by = new Paragraph(say(
                    "worklist.task.handedInBy",
                    newest.attempt(),
                    services.directory().person(newest.submittedBy()).name(),
                    Dates.time(newest.submittedAt())));
            by.addClassName("quiet");
            block.add(by);
        });
        block.add(text(report));
        return block;
    }

    private List<Component> plan() {
        boolean drafting = WorkForms.PLAN_DRAFT.equals(row.formKey());
        if (drafting) {
            return List.of();
        }
        List<Component> blocks = new ArrayList<>();
        Div block = block("worklist.task.plan");
        add(block, "worklist.task.cause", problem.causeAnalysis());
        add(block, "worklist.task.target", problem.target());
        add(block, "worklist.task.problemStandard", problem.closureStandard());
        if (block.getComponentCount() > 1) {
            blocks.add(block);
        }
        if (problem.closureSummary() != null && !WorkForms.CLOSURE_PROPOSE.equals(row.formKey())) {
            Div summary = block("worklist.task.summary");
            summary.add(text(problem.closureSummary()));
            blocks.add(summary);
        }
        blocks.add(new TaskMeasures(services, problem.caseNumber(), WorkForms.PLAN_REVIEW.equals(row.formKey())));
        return blocks;
    }

    private static Div block(String headingKey) {
        Div block = new Div(new H3(say(headingKey)));
        block.addClassName("task-block");
        return block;
    }

    private static void add(Div block, String labelKey, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            block.add(labelled(say(labelKey), text));
        }
    }

    static Div labelled(String called, String text) {
        Span label = new Span(called);
        label.addClassName("text-label");
        return new Div(label, text(text));
    }

    static Paragraph text(String text) {
        Paragraph body = new Paragraph(text);
        body.addClassName("long-text");
        return body;
    }

    private static String say(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }
}
