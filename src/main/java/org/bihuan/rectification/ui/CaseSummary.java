package org.bihuan.rectification.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.bihuan.identity.Names;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.OpenSteps.Step;
import org.bihuan.rectification.ProblemView;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.shared.Level;
import org.bihuan.shared.ui.LevelBadge;

/** The head of a dossier: how late it is, who answers for it, and who has it now. */
final class CaseSummary extends Composite<Div> {

    /** Lines that fit the head of the dossier; the rest is found with the measures. */
    private static final int LINES = 4;

    private final transient CaseServices services;

    CaseSummary(
            CaseServices services,
            ProblemView problem,
            List<MeasureView> measures,
            List<Step> steps,
            Names names,
            boolean started) {
        this.services = services;
        getContent().addClassName("case-summary");
        getContent().add(dates(problem, measures), responsible(problem, names), now(problem, steps, started));
    }

    private Section block(String headingKey, Component... content) {
        Section block = new Section(new H2(getTranslation(headingKey)));
        block.add(content);
        return block;
    }

    private Section dates(ProblemView problem, List<MeasureView> measures) {
        Div due = new Div(
                small(getTranslation("rectification.dossier.due")),
                services.due(problem.due(), problem.level(), !problem.state().closed()));
        due.addClassName("case-due");
        Section block = block("rectification.dossier.dates", due);
        if (!problem.due().equals(problem.originalDue())) {
            block.add(small(getTranslation("rectification.dossier.original", Dates.dense(problem.originalDue()))));
        }
        long late = count(measures, Level.OVERDUE);
        long soon = count(measures, Level.NOTICE) - late;
        if (late > 0) {
            block.add(level(Level.OVERDUE, getTranslation("rectification.dossier.late", late)));
        }
        if (soon > 0) {
            block.add(level(Level.WARNING, getTranslation("rectification.dossier.soon", soon)));
        }
        long accepted = measures.stream()
                .filter(measure -> measure.state() == MeasureState.ACCEPTED)
                .count();
        block.add(small(getTranslation("rectification.case.progress", accepted, measures.size())));
        return block;
    }

    private long count(List<MeasureView> measures, Level atLeast) {
        return measures.stream()
                .filter(measure -> measure.state() != MeasureState.ACCEPTED)
                .filter(measure ->
                        services.level(measure.due(), measure.level(), true).compareTo(atLeast) >= 0)
                .count();
    }

    private static Div level(Level level, String text) {
        Div line = new Div(new LevelBadge(level), new Span(text));
        line.addClassName("case-late");
        return line;
    }

    private Section responsible(ProblemView problem, Names names) {
        Section block = block("rectification.dossier.responsible");
        named(block, "rectification.case.leadOfficial", names.person(problem.leadOfficial()));
        named(block, "rectification.case.unit", names.unit(problem.responsibleUnit()));
        named(block, "rectification.case.person", names.person(problem.personResponsible()));
        return block;
    }

    private void named(Section block, String key, String name) {
        Span label = new Span(getTranslation(key));
        label.addClassName("case-label");
        Div line = new Div(label, CaseTexts.wordOrMissing(this, name));
        block.add(line);
    }

    private Section now(ProblemView problem, List<Step> steps, boolean started) {
        Section block = block("rectification.dossier.now");
        block.addClassName("case-now");
        if (steps.isEmpty()) {
            block.add(new Paragraph(getTranslation(
                    problem.state().closed()
                            ? "rectification.dossier.closed"
                            : started ? "rectification.dossier.nobodyNow" : "rectification.dossier.notStarted")));
            return block;
        }
        Map<String, List<Step>> alike = new LinkedHashMap<>();
        steps.forEach(step -> alike.computeIfAbsent(services.who(this, getLocale(), step), who -> new ArrayList<>())
                .add(step));
        UnorderedList list = new UnorderedList();
        alike.entrySet().stream().limit(LINES).forEach(line -> list.add(line(line.getKey(), line.getValue())));
        block.add(list);
        if (alike.size() > LINES) {
            block.add(small(getTranslation("rectification.dossier.moreSteps", alike.size() - LINES)));
        }
        return block;
    }

    /** One step before the same people, with the cases that it is for. */
    private ListItem line(String who, List<Step> steps) {
        Div cases = new Div();
        cases.addClassName("case-refs");
        steps.forEach(step -> cases.add(reference(step)));
        return new ListItem(new Span(who), cases);
    }

    private Span reference(Step step) {
        Span reference = new Span();
        reference.addClassName("case-ref");
        CaseNumber number = step.caseNumber();
        if (number.isMeasure()) {
            String shown = number.value().substring(number.problem().value().length() + 1);
            Anchor link = new Anchor("case/" + number, shown);
            link.setAriaLabel(number.value());
            reference.add(link);
        }
        // Beside the date that it speaks of: the measure's own may lie far ahead.
        if (step.due().isBefore(services.today())) {
            reference.add(new LevelBadge(Level.OVERDUE));
        }
        reference.add(small(getTranslation("rectification.dossier.stepDue", Dates.dense(step.due()))));
        return reference;
    }

    private static Span small(String text) {
        Span words = new Span(text);
        words.addClassName("case-small");
        return words;
    }
}
