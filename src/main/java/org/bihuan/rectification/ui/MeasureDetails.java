package org.bihuan.rectification.ui;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.bihuan.evidence.ui.EvidencePanel;
import org.bihuan.identity.Names;
import org.bihuan.rectification.AttemptView;
import org.bihuan.rectification.DueMoveView;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.OpenSteps.Step;
import org.bihuan.rectification.ReturnView;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ui.Facts;
import org.jspecify.annotations.Nullable;

/** One measure of the dossier: a line, and what is behind it, read when it is opened for the first time. */
final class MeasureDetails extends Composite<Details> {

    private final transient CaseServices services;
    private final transient MeasureView measure;
    private final transient List<Step> steps;
    private final transient Names names;
    private final Runnable moveDue;
    private final boolean mayMove;
    private final Div body = new Div();
    private boolean filled;

    /** A measure without its open steps, where the screen around it tells them. */
    MeasureDetails(CaseServices services, MeasureView measure, Names names, boolean mayMove, Runnable moveDue) {
        this(services, measure, List.of(), names, mayMove, moveDue);
    }

    /**
     * @param steps the measure's open steps
     * @param names names of the people and units of all measures of the problem
     * @param mayMove whether moving the due date is offered
     * @param moveDue opens the dialog for it
     */
    MeasureDetails(
            CaseServices services,
            MeasureView measure,
            List<Step> steps,
            Names names,
            boolean mayMove,
            Runnable moveDue) {
        this.services = services;
        this.measure = measure;
        this.steps = List.copyOf(steps);
        this.names = names;
        this.mayMove = mayMove;
        this.moveDue = moveDue;
        body.addClassName("measure-body");
        getContent().addClassName("measure-details");
        getContent().setSummary(summary());
        getContent().add(body);
        getContent().addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                fill();
            }
        });
    }

    /** Opens the details. */
    void open() {
        fill();
        getContent().setOpened(true);
    }

    private Component summary() {
        Span number = new Span(measure.caseNumber().value());
        number.addClassName("number");
        Span heading = new Span(measure.heading());
        heading.addClassName("measure-heading");
        Div due = new Div(
                new Span(getTranslation("rectification.dossier.due")),
                services.due(measure.due(), measure.level(), measure.state() != MeasureState.ACCEPTED));
        due.addClassName("case-due");
        Div marks = new Div(Chips.of(this, measure), due);
        marks.addClassName("measure-marks");
        if (!measure.due().equals(measure.originalDue())) {
            marks.add(new Span(getTranslation("rectification.dossier.moved", Dates.dense(measure.originalDue()))));
        }
        if (measure.attempt() > 1) {
            marks.add(new Span(getTranslation("rectification.case.attempt", measure.attempt())));
        }
        steps.forEach(step -> marks.add(new Span(services.who(this, getLocale(), step))));
        Div summary = new Div(number, heading, marks);
        summary.addClassName("measure-summary");
        ReturnView returned = measure.lastReturn();
        if (returned != null && measure.state() != MeasureState.ACCEPTED) {
            Span reason =
                    new Span(getTranslation("rectification.dossier.returnedFor", returned.by(), returned.reason()));
            reason.addClassName("measure-returned");
            summary.add(reason);
        }
        return summary;
    }

    private void fill() {
        if (filled) {
            return;
        }
        filled = true;
        addReturn(measure.lastReturn());
        Facts facts = new Facts();
        facts.add(getTranslation("rectification.case.content"), CaseTexts.lines(measure.content()));
        facts.add(getTranslation("rectification.case.standard"), CaseTexts.orMissing(this, measure.standard()));
        SourceWords.add(facts, services.source(measure.caseNumber()));
        facts.add(
                getTranslation("rectification.case.kind"),
                getTranslation(measure.kind().key()));
        facts.add(
                getTranslation("rectification.case.unit"),
                CaseTexts.orMissing(this, names.unit(measure.responsibleUnit())));
        facts.add(
                getTranslation("rectification.case.person"),
                CaseTexts.orMissing(this, names.person(measure.personResponsible())));
        Set<Long> helpers = services.cases().supportingUnits(measure.caseNumber());
        if (!helpers.isEmpty()) {
            facts.add(
                    getTranslation("rectification.case.supporting"),
                    helpers.stream().map(names::unit).collect(Collectors.joining(getTranslation("shared.listed"))));
        }
        facts.add(getTranslation("rectification.case.originalDue"), Dates.dense(measure.originalDue()));
        if (measure.report() != null) {
            facts.add(getTranslation("rectification.case.report"), CaseTexts.lines(measure.report()));
        }
        body.add(facts);
        addMoves(services.cases().dueMoves(measure.caseNumber()));
        addAttempts(services.cases().attempts(measure.caseNumber()));
        body.add(new H4(getTranslation("rectification.case.evidence")));
        body.add(new EvidencePanel(
                services.evidence(),
                services.currentActor(),
                measure.caseNumber().value(),
                measure.attempt(),
                measure.requiredEvidence(),
                false));
        if (mayMove && measure.state() != MeasureState.ACCEPTED) {
            Button move = new Button(getTranslation("rectification.moveDue.open"), click -> moveDue.run());
            move.setAriaLabel(getTranslation("rectification.moveDue.title", measure.caseNumber()));
            move.addClassName("no-print");
            body.add(move);
        }
    }

    private void addReturn(@Nullable ReturnView lastReturn) {
        if (lastReturn == null || measure.state() == MeasureState.ACCEPTED) {
            return;
        }
        Div note = new Div(
                new H4(getTranslation("rectification.case.returnedBy", lastReturn.by())),
                new Paragraph(lastReturn.reason()));
        note.addClassName("return-note");
        body.add(note);
    }

    private void addMoves(List<DueMoveView> moves) {
        if (moves.isEmpty()) {
            return;
        }
        Names movers = Names.of(
                services.directory(), moves.stream().map(DueMoveView::by).toList());
        OrderedList list = new OrderedList();
        moves.forEach(move -> list.add(new ListItem(getTranslation(
                "rectification.case.move",
                Dates.time(move.at()),
                movers.person(move.by()),
                move.from(),
                move.to(),
                move.reason()))));
        body.add(new H4(getTranslation("rectification.case.moves")), list);
    }

    private void addAttempts(List<AttemptView> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        Names submitters = Names.of(
                services.directory(),
                attempts.stream().map(AttemptView::submittedBy).toList());
        body.add(new H4(getTranslation("rectification.case.attempts")));
        for (AttemptView attempt : attempts) {
            Div block = new Div(
                    new Paragraph(getTranslation(
                            "rectification.case.attemptHead",
                            attempt.attempt(),
                            submitters.person(attempt.submittedBy()),
                            Dates.time(attempt.submittedAt()),
                            getTranslation("rectification.verdict."
                                    + (attempt.verdict() == null ? "OPEN" : attempt.verdict())))),
                    CaseTexts.lines(attempt.report()));
            if (attempt.opinion() != null) {
                block.add(new Paragraph(getTranslation("rectification.case.opinion", attempt.opinion())));
            }
            block.addClassName("attempt");
            body.add(block);
        }
    }
}
