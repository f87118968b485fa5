package org.bihuan.rectification.ui;

import java.util.List;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import org.bihuan.identity.Duty;
import org.bihuan.identity.Names;
import org.bihuan.rectification.AspectView;
import org.bihuan.rectification.CaseSource;
import org.bihuan.rectification.Ledger;
import org.bihuan.rectification.LedgerExport;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.RoundView;
import org.bihuan.rectification.Rounds;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ui.EmptyState;
import org.bihuan.shared.ui.Facts;
import org.bihuan.shared.ui.PageHeader;
import org.bihuan.shared.ui.TitledScreen;

/** The ledger of a round: aspects, problems and measures as a tree, filters, and figures over what is shown. */
@Route("ledger/:round?")
@Menu(order = 20, title = "rectification.menu.ledger", icon = "table")
@PermitAll
class LedgerView extends Div implements BeforeEnterObserver, TitledScreen {

    private static final int NARROW = 800;

    private final transient CaseServices services;
    private final transient Ledger ledger;
    private final transient LedgerExport export;
    private final transient Rounds rounds;
    private final LedgerCounts figures = new LedgerCounts();
    private final Div nothing = new Div();
    private String title;
    private transient LedgerFilter asked = LedgerFilter.NONE;
    private transient List<LedgerNode> kept = List.of();
    private boolean narrow;

    LedgerView(CaseServices services, Ledger ledger, LedgerExport export, Rounds rounds) {
        this.services = services;
        this.ledger = ledger;
        this.export = export;
        this.rounds = rounds;
        this.title = getTranslation("rectification.ledger.title");
        addClassName("ledger-view");
        figures.getElement().setAttribute("role", "status");
        nothing.addClassName("empty-state");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<RoundView> all = ledger.rounds();
        asked = LedgerFilter.of(event.getLocation().getQueryParameters());
        String code = event.getRouteParameters().get("round").orElse("");
        if (code.isEmpty() && all.isEmpty()) {
            showEmpty();
            return;
        }
        show(
                all,
                all.stream()
                        .filter(round -> code.isEmpty() || round.code().equals(code))
                        .findFirst()
                        .orElseThrow(NotFoundException::new));
    }

    private void showEmpty() {
        removeAll();
        Component[] actions = services.currentActor().require().mayActAs(Duty.CLERK)
                ? new Component[] {new Anchor("rounds/new", getTranslation("rectification.menu.import"))}
                : new Component[0];
        add(
                new PageHeader(title),
                new EmptyState(
                        getTranslation("rectification.ledger.none"),
                        getTranslation("rectification.ledger.noneHint"),
                        actions));
    }

    private void show(List<RoundView> all, RoundView round) {
        removeAll();
        title = round.title();
        add(header(all, round));
        if (round.demo()) {
            Paragraph mark = new Paragraph(getTranslation("rectification.ledger.demo"));
            mark.addClassName("demo-mark");
            add(mark);
        }
        List<LedgerRow> rows = rows(round);
        Names names = Names.of(
                services.directory(),
                rows.stream().map(LedgerRow::personResponsible).toList());
        List<AspectView> aspects = ledger.aspects(round.code());
        boolean clerk = services.currentActor().require().mayActAs(Duty.CLERK);
        LedgerGrid grid = new LedgerGrid(services, names, narrow, clerk ? this::assign : null);
        LedgerDownload download = new LedgerDownload(round.code(), export, filter -> rows(round, filter));
        LedgerFilters filters = new LedgerFilters(aspects, rows, names, (filter, inWords) -> {
            List<LedgerNode> tree = LedgerNode.tree(aspects, rows, filter, names::unit);
            grid.show(tree, !filter.isEmpty());
            List<LedgerRow> shown = LedgerNode.rows(tree);
            kept = tree;
            download.follow(filter, inWords);
            download.setVisible(!shown.isEmpty());
            figures.show(ledger.figures(shown), filter.isEmpty());
            nothing.setVisible(shown.isEmpty());
            grid.setVisible(!shown.isEmpty());
            Address.replace(this, "ledger/" + round.code(), filter.inAddress());
        });
        filters.narrow(narrow);
        Button clear = new Button(getTranslation("rectification.register.clear"), click -> filters.clear());
        nothing.removeAll();
        nothing.add(new Paragraph(getTranslation("rectification.ledger.nothing")), clear);
        CaseSource source = ledger.source(round.code());
        if (!source.isEmpty()) {
            add(organisation(source));
        }
        LedgerPaper paper = new LedgerPaper();
        Runnable print = () -> paper.print(
                services, round, source, ledger.figures(LedgerNode.rows(kept)), filters.inWords(), kept, names);
        Paragraph part = Paper.partNote(getTranslation("rectification.paper.part"));
        add(figures, filters, bar(grid, download, print), part, grid, nothing, paper);
        filters.show(asked, aspects);
    }

    /** What concerns the round and none of its measures; folded, for the table is what the screen is opened for. */
    private Details organisation(CaseSource source) {
        Facts facts = new Facts();
        SourceWords.add(facts, source);
        Details details = new Details(
                getTranslation(
                        "rectification.ledger.source",
                        source.figures().size(),
                        source.documents().size()),
                facts);
        details.addClassName("ledger-source");
        return details;
    }

    private List<LedgerRow> rows(RoundView round) {
        return LedgerNode.worst(ledger.rows(round.code()), row -> LedgerGrid.level(services, row));
    }

    /** What a filter keeps of the round as it is now. */
    private List<LedgerRow> rows(RoundView round, LedgerFilter filter) {
        Names names = Names.of(services.directory(), List.of());
        return LedgerNode.rows(LedgerNode.tree(ledger.aspects(round.code()), rows(round), filter, names::unit));
    }

    private Div bar(LedgerGrid grid, LedgerDownload download, Runnable print) {
        Button all = new Button(getTranslation("rectification.register.unfold"), click -> grid.openProblems(true));
        Button none = new Button(getTranslation("rectification.register.fold"), click -> grid.openProblems(false));
        for (Button button : List.of(all, none)) {
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        }
        Div bar = new Div(all, none, download, Paper.button(getTranslation("rectification.dossier.print"), print));
        bar.addClassName("ledger-unfolding");
        return bar;
    }

    private PageHeader header(List<RoundView> all, RoundView round) {
        PageHeader header = new PageHeader(getTranslation("rectification.ledger.title"))
                .says(getTranslation(
                        "rectification.ledger.dates",
                        round.inspectedOrg(),
                        Dates.full(round.feedbackDate(), getLocale()),
                        Dates.full(round.periodEnd(), getLocale()),
                        Dates.full(round.reportDue(), getLocale())));
        Select<RoundView> choice = new Select<>();
        choice.setLabel(getTranslation("rectification.ledger.round"));
        choice.setItems(all);
        choice.setItemLabelGenerator(value -> value.code() + " " + value.title());
        choice.setValue(round);
        choice.addClassName("round-choice");
        choice.addValueChangeListener(change -> UI.getCurrent()
                .navigate(
                        LedgerView.class,
                        new RouteParameters("round", change.getValue().code())));
        header.actions(choice);
        if (services.currentActor().require().mayActAs(Duty.CLERK)) {
            header.actions(
                    new Anchor("rounds/" + round.code() + "/assign", getTranslation("findings.assign.title")),
                    new Anchor("rounds/new", getTranslation("findings.import.new")));
        }
        return header;
    }

    private void assign(String number) {
        CaseNumber problem = new CaseNumber(number);
        new AssignDialog(services, rounds, services.cases().problem(problem), this::reload).open();
    }

    private void reload() {
        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().retrieveExtendedClientDetails(details -> narrow(details.getBodyClientWidth()));
        event.getUI().getPage().addBrowserWindowResizeListener(resize -> narrow(resize.getWidth()));
    }

    private void narrow(int width) {
        boolean now = width > 0 && width < NARROW;
        if (now == narrow) {
            return;
        }
        narrow = now;
        getChildren().forEach(part -> {
            if (part instanceof LedgerGrid grid) {
                grid.narrow(narrow);
            } else if (part instanceof LedgerFilters filters) {
                filters.narrow(narrow);
            }
        });
    }

    @Override
    public String screenTitle() {
        return title;
    }
}
