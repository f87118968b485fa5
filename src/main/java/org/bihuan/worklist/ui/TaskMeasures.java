package org.bihuan.worklist.ui;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import org.bihuan.evidence.ui.EvidencePanel;
import org.bihuan.identity.PersonRef;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ui.Facts;
import org.bihuan.shared.ui.StatusChip;
import org.jspecify.annotations.Nullable;

/** The measures of a problem on a task that judges the whole: each folded, with its report and evidence inside. */
final class TaskMeasures extends Composite<Div> {

    private final transient TaskPanelFactory services;
    private final transient Map<CaseNumber, Component> sources;
    private final transient Map<Long, PersonRef> persons;

    /** @param unfolded whether the measures are what the task is about, as in the review of a plan */
    TaskMeasures(TaskPanelFactory services, CaseNumber problem, boolean unfolded) {
        this.services = services;
        List<MeasureView> measures = services.cases().measures(problem);
        sources = services.parts().sources(problem);
        persons = services.directory()
                .persons(measures.stream()
                        .map(MeasureView::personResponsible)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        long accepted = measures.stream()
                .filter(measure -> measure.state() == MeasureState.ACCEPTED)
                .count();
        getContent().addClassName("task-block");
        getContent()
                .add(new H3(getTranslation(
                        unfolded ? "worklist.task.measuresPlanned" : "worklist.task.measures",
                        measures.size(),
                        accepted)));
        measures.forEach(measure -> getContent().add(measure(measure, unfolded)));
    }

    private Details measure(MeasureView measure, boolean unfolded) {
        Span number = new Span(measure.caseNumber().value());
        number.addClassName("number");
        Span heading = new Span(measure.heading());
        heading.addClassName("measure-heading");
        Div summary = new Div(number, state(measure), heading);
        summary.addClassName("task-measure");
        Div body = new Div();
        Details details = new Details(summary, body);
        details.setWidthFull();
        if (unfolded) {
            fill(body, measure, false);
            details.setOpened(true);
        } else {
            details.addOpenedChangeListener(change -> {
                if (change.isOpened() && body.getComponentCount() == 0) {
                    fill(body, measure, true);
                }
            });
        }
        return details;
    }

    private StatusChip state(MeasureView measure) {
        boolean done = measure.state() == MeasureState.ACCEPTED;
        return new StatusChip(
                getTranslation("rectification.measureState." + measure.state()),
                done ? StatusChip.Tone.DONE : StatusChip.Tone.ACTIVE);
    }

    private void fill(Div body, MeasureView measure, boolean withEvidence) {
        if (measure.saysMore()) {
            body.add(TaskFacts.text(measure.content()));
        }
        Component source = sources.get(measure.caseNumber());
        if (source != null) {
            body.add(source);
        }
        Facts facts = new Facts();
        add(facts, "worklist.task.standard", measure.standard());
        facts.add(getTranslation("worklist.task.due"), Dates.dense(measure.due()));
        add(facts, "worklist.task.person", person(measure.personResponsible()));
        if (measure.acceptedAt() != null) {
            add(facts, "worklist.task.acceptedAt", Dates.time(measure.acceptedAt()));
        }
        add(facts, "worklist.task.report", measure.report());
        body.add(facts);
        if (withEvidence) {
            body.add(new EvidencePanel(
                    services.evidence(),
                    services.currentActor(),
                    measure.caseNumber().value(),
                    measure.attempt(),
                    measure.requiredEvidence(),
                    false));
        }
    }

    private void add(Facts facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(getTranslation(key), TaskFacts.text(value));
        }
    }

    private @Nullable String person(@Nullable Long id) {
        PersonRef person = id == null ? null : persons.get(id);
        return person == null ? null : person.name();
    }
}
