package org.bihuan.rectification.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.bihuan.identity.Actor;
import org.bihuan.identity.Duty;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.ProblemView;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ui.Facts;
import org.bihuan.shared.ui.PageHeader;
import org.jspecify.annotations.Nullable;

/** The dossier of a problem; under a measure's number the same dossier with that measure opened. */
@Route("case/:number")
@PermitAll
class CaseView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CaseServices services;
    private String title = "";

    CaseView(CaseServices services) {
        this.services = services;
        addClassName("case-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(services.addressed(event.getRouteParameters().get("number").orElse("")));
    }

    private void show(CaseNumber number) {
        ProblemView problem = services.cases().problem(number.problem());
        List<MeasureView> measures = services.cases().measures(number.problem());
        Names names = Names.of(
                services.directory(),
                Stream.concat(
                                Stream.of(problem.leadOfficial(), problem.personResponsible()),
                                measures.stream().map(MeasureView::personResponsible))
                        .toList());
        title = problem.caseNumber() + " " + problem.title();
        removeAll();
        add(header(problem, measures.size()));
        add(section("rectification.case.facts", facts(problem, names)));
        add(measures(problem, measures, names, number));
        add(section("rectification.case.diagram", new CaseDiagramPanel(services, number)));
        add(section("rectification.case.timeline", new CaseTimeline(services, problem.caseNumber())));
    }

    private PageHeader header(ProblemView problem, int measures) {
        Anchor ledger = new Anchor(
                "ledger/" + problem.caseNumber().round(),
                getTranslation("rectification.case.ledger", problem.caseNumber().round()));
        Span number = new Span(problem.caseNumber().value());
        number.addClassName("number");
        PageHeader header = new PageHeader(problem.title())
                .above(
                        ledger,
                        number,
                        Chips.of(this, problem.state()),
                        services.due(
                                problem.due(), problem.level(), !problem.state().closed()));
        header.says(getTranslation("rectification.case.summary", measures, Dates.dense(problem.originalDue())));
        return header;
    }

    private Facts facts(ProblemView problem, Names names) {
        Facts facts = new Facts();
        if (problem.manifestation() != null) {
            facts.add(getTranslation("rectification.case.manifestation"), CaseTexts.lines(problem.manifestation()));
        }
        addNamed(facts, "rectification.case.leadOfficial", names.person(problem.leadOfficial()));
        addNamed(facts, "rectification.case.leadUnit", names.unit(problem.leadUnit()));
        addNamed(facts, "rectification.case.unit", names.unit(problem.responsibleUnit()));
        addNamed(facts, "rectification.case.person", names.person(problem.personResponsible()));
        addNamed(
                facts,
                "rectification.case.supporting",
                String.join(
                        getTranslation("rectification.list.separator"),
                        services.cases().supportingUnits(problem.caseNumber()).stream()
                                .map(names::unit)
                                .toList()));
        facts.add(
                getTranslation("rectification.case.due"),
                services.due(problem.due(), problem.level(), !problem.state().closed()));
        facts.add(getTranslation("rectification.case.originalDue"), Dates.dense(problem.originalDue()));
        addText(facts, "rectification.case.cause", problem.causeAnalysis());
        addText(facts, "rectification.case.target", problem.target());
        addText(facts, "rectification.case.standard", problem.closureStandard());
        addText(facts, "rectification.case.closureSummary", problem.closureSummary());
        return facts;
    }

    private void addNamed(Facts facts, String key, String name) {
        facts.add(getTranslation(key), CaseTexts.orMissing(this, name));
    }

    private void addText(Facts facts, String key, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            facts.add(getTranslation(key), CaseTexts.lines(text));
        }
    }

    private Section measures(ProblemView problem, List<MeasureView> measures, Names names, CaseNumber shown) {
        Section section = section("rectification.case.measures");
        long accepted = measures.stream()
                .filter(measure -> measure.state() == MeasureState.ACCEPTED)
                .count();
        section.add(new Paragraph(getTranslation("rectification.case.progress", accepted, measures.size())));
        Actor actor = services.currentActor().require();
        boolean mayMove =
                actor.has(Duty.SUPERVISOR) || actor.has(Duty.APPROVER_HEAD) || actor.has(Duty.APPROVER_DEPUTY);
        for (MeasureView measure : measures) {
            MeasureDetails details = new MeasureDetails(services, measure, names, mayMove, () -> new MoveDueDialog(
                            services, measure, () -> show(measure.caseNumber()))
                    .open());
            section.add(details);
            if (measure.caseNumber().equals(shown)) {
                details.open();
            }
        }
        if (mayAdd(problem, actor)) {
            Button add = new Button(
                    getTranslation("rectification.addMeasure.open"),
                    click -> new AddMeasureDialog(services, problem, this::show).open());
            add.addThemeVariants(ButtonVariant.LUMO_SMALL);
            section.add(add);
        }
        return section;
    }

    /** Whether the button is offered; whether a measure may be added, the service decides. */
    private static boolean mayAdd(ProblemView problem, Actor actor) {
        boolean open = problem.state() == ProblemState.IMPORTED
                || problem.state() == ProblemState.PLANNING
                || problem.state() == ProblemState.RECTIFYING;
        List<@Nullable Long> answerable = new ArrayList<>();
        answerable.add(problem.leadOfficial());
        answerable.add(problem.personResponsible());
        return open
                && (actor.has(Duty.CLERK)
                        || actor.has(Duty.SUPERVISOR)
                        || actor.principals().stream().anyMatch(answerable::contains));
    }

    private Section section(String headingKey, com.vaadin.flow.component.Component... content) {
        Section section = new Section(new H2(getTranslation(headingKey)));
        section.addClassName("card");
        section.add(content);
        return section;
    }

    @Override
    public String getPageTitle() {
        return title + " – " + getTranslation("shell.product");
    }
}
