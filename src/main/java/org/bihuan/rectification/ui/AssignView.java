package org.bihuan.rectification.ui;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import org.bihuan.identity.Names;
import org.bihuan.rectification.Ledger;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.RoundView;
import org.bihuan.rectification.Rounds;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.EmptyState;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.shared.ui.PageHeader;
import org.bihuan.shared.ui.Refusals;
import org.bihuan.shared.ui.TitledScreen;

/** Deployment of a round (部署): who answers for its problems, one by one or many at once, and their start. */
@Route("rounds/:round/assign")
@RolesAllowed("CLERK")
class AssignView extends Div implements BeforeEnterObserver, TitledScreen {

    /** Which problems are listed. */
    enum Shown {
        WAITING,
        RUNNING,
        ALL;

        boolean shows(LedgerRow row) {
            boolean waiting = row.state().equals(ProblemState.IMPORTED.name());
            return this == ALL || (this == WAITING) == waiting;
        }
    }

    /** So few rows take the height they need; more of them scroll. */
    private static final int FEW = 5;

    private final transient CaseServices services;
    private final transient Ledger ledger;
    private final transient Rounds rounds;
    private final Grid<LedgerRow> grid = new Grid<>();
    private final Div nothing = new Div();
    private final Span chosen = new Span();
    private final Select<Shown> shown = new Select<>();
    private final Ticks ticks;
    private final AssignFields fields;
    private final Refusals refusals;
    private final Div panel = new Div();
    private final Button save;
    private final Button start;
    private transient Names names;
    private String round = "";

    AssignView(CaseServices services, Ledger ledger, Rounds rounds) {
        this.services = services;
        this.ledger = ledger;
        this.rounds = rounds;
        this.ticks = new Ticks(grid, this::choose);
        this.fields = new AssignFields(services.directory(), true);
        this.refusals = new Refusals(this, fields.byName());
        this.save = new Button(getTranslation("findings.assign.saveAll"), click -> apply(false));
        this.start = new Button(getTranslation("findings.assign.startAll"), click -> apply(true));
        addClassName("assign-view");
        nothing.addClassName("assign-nothing");
        shown.setLabel(getTranslation("findings.assign.shown"));
        shown.setMinWidth("16rem");
        shown.setItems(Shown.values());
        shown.setItemLabelGenerator(value -> getTranslation("findings.assign.shown." + value.name()));
        shown.setValue(Shown.WAITING);
        shown.addValueChangeListener(change -> list());
        this.names = Names.of(services.directory(), List.of());
        grid();
        panel();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        round = event.getRouteParameters().get("round").orElse("");
        RoundView view = rounds.round(round);
        removeAll();
        Anchor back = new Anchor("ledger/" + round, getTranslation("rectification.case.ledger", round));
        add(new PageHeader(getTranslation("findings.assign.title"))
                .above(back)
                .says(view.title())
                .actions(shown));
        Div columns = new Div(new Div(grid, nothing), panel);
        columns.addClassName("assign-columns");
        add(columns);
        list();
    }

    private void grid() {
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addClassName("assign-grid");
        grid.getElement().setAttribute("aria-label", getTranslation("findings.assign.title"));
        grid.addComponentColumn(this::cell)
                .setHeader(getTranslation("findings.assign.problem"))
                .setFlexGrow(1);
    }

    private void panel() {
        panel.addClassNames("card", "assign-panel");
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        start.setDisableOnClick(true);
        save.setDisableOnClick(true);
        chosen.getElement().setAttribute("role", "status");
        Div bar = new Div(start, save);
        bar.addClassName("action-bar");
        panel.add(
                new H2(getTranslation("findings.assign.together")),
                chosen,
                ImportNotes.info(getTranslation("findings.assign.togetherHint")),
                fields,
                bar);
    }

    private void list() {
        List<LedgerRow> rows = ledger.rows(round).stream()
                .filter(row -> !row.measure() && shown.getValue().shows(row))
                .toList();
        names = Names.of(
                services.directory(),
                rows.stream()
                        .flatMap(row -> Stream.of(row.leadOfficial(), row.personResponsible()))
                        .toList());
        ticks.over(rows);
        grid.setVisible(!rows.isEmpty());
        grid.setAllRowsVisible(rows.size() <= FEW);
        nothing.removeAll();
        nothing.setVisible(rows.isEmpty());
        if (rows.isEmpty()) {
            nothing.add(new EmptyState(
                    getTranslation("findings.assign.none." + shown.getValue().name()),
                    getTranslation("findings.assign.noneHint"),
                    new Anchor("ledger/" + round, getTranslation("rectification.case.ledger", round))));
        }
    }

    private Component cell(LedgerRow row) {
        Anchor number = new Anchor("case/" + row.caseNumber(), row.caseNumber());
        number.addClassName("number");
        Div title = new Div(row.title());
        title.addClassName("assign-problem");
        Div facts = new Div(
                Chips.of(this, ProblemState.valueOf(row.state())),
                new Span(getTranslation("findings.count.measures", row.measures())),
                named("rectification.case.leadOfficial", names.person(row.leadOfficial())),
                named("rectification.case.unit", names.unit(row.responsibleUnit())),
                named("rectification.case.person", names.person(row.personResponsible())));
        facts.addClassName("measure-marks");
        Button one = new Button(
                getTranslation(
                        row.state().equals(ProblemState.IMPORTED.name())
                                ? "rectification.assignDialog.open"
                                : "findings.assign.change"),
                click -> one(row.caseNumber()));
        one.addThemeVariants(ButtonVariant.LUMO_SMALL);
        one.setAriaLabel(getTranslation("rectification.assignDialog.title", row.caseNumber()));
        one.setVisible(!ProblemState.valueOf(row.state()).closed());
        Div cell = new Div(new Div(number, title), facts, one);
        cell.addClassName("assign-cell");
        return cell;
    }

    private Span named(String key, String name) {
        Span span = new Span(getTranslation(
                "findings.assign.named",
                getTranslation(key),
                name.isEmpty() ? getTranslation("rectification.case.notNamed") : name));
        span.setClassName("not-named", name.isEmpty());
        return span;
    }

    private void choose(Collection<LedgerRow> rows) {
        chosen.setText(
                rows.isEmpty()
                        ? getTranslation("findings.assign.choose")
                        : getTranslation("findings.assign.chosen", rows.size()));
        save.setEnabled(!rows.isEmpty());
        start.setEnabled(
                !rows.isEmpty() && rows.stream().anyMatch(row -> row.state().equals(ProblemState.IMPORTED.name())));
        panel.setClassName("has-selection", !rows.isEmpty());
    }

    private void apply(boolean starting) {
        List<CaseNumber> numbers = ticks.rows().stream()
                .map(row -> new CaseNumber(row.caseNumber()))
                .sorted()
                .toList();
        int[] started = new int[1];
        boolean done = refusals.guard(() -> {
            Responsibility part = fields.chosen();
            if (!starting && part.equals(new Responsibility(null, null, null, null, Set.of()))) {
                throw RuleViolation.at("leadOfficial", "findings.assign.nothingChosen");
            }
            started[0] = rounds.assignAll(numbers, part, starting);
        });
        if (!done) {
            choose(ticks.rows());
            return;
        }
        Notifications.done(
                starting
                        ? getTranslation("findings.assign.startedAll", started[0], numbers.size())
                        : getTranslation("findings.assign.savedAll", numbers.size()));
        fields.clear();
        list();
    }

    private void one(String number) {
        new AssignDialog(services, rounds, services.cases().problem(new CaseNumber(number)), this::list).open();
    }

    @Override
    public String screenTitle() {
        return getTranslation("findings.assign.title") + " " + round;
    }
}
