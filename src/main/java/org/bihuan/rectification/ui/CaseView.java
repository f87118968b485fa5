package org.bihuan.rectification.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import org.bihuan.identity.Actor;
import org.bihuan.identity.Duty;
import org.bihuan.identity.Names;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.OpenSteps.Step;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.ProblemView;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.ui.PageHeader;
import org.bihuan.shared.ui.TitledScreen;
import org.jspecify.annotations.Nullable;

/**
 * The dossier of a problem: its head, and its parts one beside the other, of which the address keeps the
 * chosen one; under a measure's number the same dossier with that measure opened.
 */
@Route("case/:number")
@PermitAll
class CaseView extends Div implements BeforeEnterObserver, TitledScreen {

    private static final String PART = "part";

    /** Only where its heading is not in sight: the head of the dossier is worth seeing too. */
    private static final String BRING_INTO_SIGHT =
            "if (this.getBoundingClientRect().top > window.innerHeight - 160) this.scrollIntoView()";

    private final transient CaseServices services;
    private String title = "";

    CaseView(CaseServices services) {
        this.services = services;
        addClassName("case-view");
    }

    /** The parts in their order. */
    private enum Part {
        MEASURES,
        FACTS,
        EVIDENCE,
        TIMELINE,
        DIAGRAM;

        String inAddress() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Part of(Optional<String> inAddress) {
            return Stream.of(values())
                    .filter(part -> inAddress.filter(part.inAddress()::equals).isPresent())
                    .findFirst()
                    .orElse(MEASURES);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(
                services.addressed(event.getRouteParameters().get("number").orElse("")),
                Part.of(event.getLocation().getQueryParameters().getSingleParameter(PART)));
    }

    private void show(CaseNumber number, Part first) {
        ProblemView problem = services.cases().problem(number.problem());
        List<MeasureView> measures = services.cases().measures(number.problem());
        List<Step> steps = services.cases().openSteps(number.problem());
        Names names = Names.of(
                services.directory(),
                Stream.concat(
                                Stream.of(problem.leadOfficial(), problem.personResponsible()),
                                measures.stream().map(MeasureView::personResponsible))
                        .toList());
        title = problem.caseNumber() + " " + problem.title();
        removeAll();
        boolean started = problem.state() != ProblemState.IMPORTED;
        CasePaper paper = new CasePaper();
        Runnable print = () -> paper.print(services, problem, measures, steps, names);
        add(header(problem, print), new CaseSummary(services, problem, measures, steps, names, started));
        add(parts(number, first, problem, measures, steps, names), paper);
    }

    private PageHeader header(ProblemView problem, Runnable printed) {
        Anchor ledger = new Anchor(
                "ledger/" + problem.caseNumber().round(),
                getTranslation("rectification.case.ledger", problem.caseNumber().round()));
        Span number = new Span(problem.caseNumber().value());
        number.addClassName("number");
        PageHeader header = new PageHeader(problem.title()).above(ledger, number, Chips.of(this, problem.state()));
        if (problem.cycle() > 1) {
            header.says(getTranslation("rectification.dossier.cycle", problem.cycle()));
        }
        return header.actions(Paper.button(getTranslation("rectification.dossier.print"), printed));
    }

    private TabSheet parts(
            CaseNumber number,
            Part first,
            ProblemView problem,
            List<MeasureView> measures,
            List<Step> steps,
            Names names) {
        TabSheet sheet = new TabSheet();
        sheet.addClassName("case-parts");
        Map<Part, Tab> tabs = new EnumMap<>(Part.class);
        Map<Part, Div> pages = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Div page = new Div();
            page.addClassName("case-part");
            pages.put(part, page);
            String key = "rectification.dossier.part." + part.name();
            tabs.put(
                    part,
                    sheet.add(
                            part == Part.MEASURES ? getTranslation(key, measures.size()) : getTranslation(key), page));
        }
        sheet.addSelectedChangeListener(change -> {
            Part chosen = chosen(tabs, change.getSelectedTab());
            fill(pages, chosen, number, problem, measures, steps, names);
            if (change.isFromClient()) {
                remember(number, chosen);
            }
        });
        fill(pages, first, number, problem, measures, steps, names);
        sheet.setSelectedTab(tabs.get(first));
        return sheet;
    }

    private static Part chosen(Map<Part, Tab> tabs, @Nullable Tab tab) {
        return tabs.entrySet().stream()
                .filter(entry -> entry.getValue().equals(tab))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Part.MEASURES);
    }

    /** A part is read when it is first looked at. */
    private void fill(
            Map<Part, Div> pages,
            Part part,
            CaseNumber number,
            ProblemView problem,
            List<MeasureView> measures,
            List<Step> steps,
            Names names) {
        Div page = pages.get(part);
        if (page == null || page.getComponentCount() > 0) {
            return;
        }
        CaseNumber problemNumber = problem.caseNumber();
        page.add(
                switch (part) {
                    case MEASURES -> measures(problem, measures, steps, names, number);
                    case FACTS -> new CaseFacts(services, problem, names);
                    case EVIDENCE -> new CaseEvidence(services, problemNumber, measures);
                    case TIMELINE -> new CaseTimeline(services, problemNumber);
                    case DIAGRAM -> new CaseDiagramPanel(services, number, measures, steps);
                });
    }

    /** The address follows the chosen part, so that reloading or sending it leads to the same place. */
    private void remember(CaseNumber number, Part part) {
        Address.replace(this, "case/" + number, QueryParameters.of(PART, part.inAddress()));
    }

    private Component measures(
            ProblemView problem, List<MeasureView> measures, List<Step> steps, Names names, CaseNumber shown) {
        Div list = new Div();
        Actor actor = services.currentActor().require();
        boolean mayMove = !actor.postsFor(Duty.SUPERVISOR, Duty.APPROVER_HEAD, Duty.APPROVER_DEPUTY)
                .isEmpty();
        for (MeasureView measure : measures) {
            MeasureDetails details = new MeasureDetails(
                    services,
                    measure,
                    steps.stream()
                            .filter(step -> step.caseNumber().equals(measure.caseNumber()))
                            .toList(),
                    names,
                    mayMove,
                    () -> new MoveDueDialog(services, measure, () -> show(measure.caseNumber(), Part.MEASURES)).open());
            list.add(details);
            if (measure.caseNumber().equals(shown)) {
                details.open();
                details.getElement().executeJs(BRING_INTO_SIGHT);
            }
        }
        if (mayAdd(problem, actor)) {
            Button add = new Button(
                    getTranslation("rectification.addMeasure.open"),
                    click -> new AddMeasureDialog(services, problem, added -> show(added, Part.MEASURES)).open());
            add.addClassName("no-print");
            list.add(add);
        }
        return list;
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
                && (actor.mayActAs(Duty.CLERK)
                        || actor.mayActAs(Duty.SUPERVISOR)
                        || actor.principals().stream().anyMatch(answerable::contains));
    }

    @Override
    public String screenTitle() {
        return title;
    }
}
