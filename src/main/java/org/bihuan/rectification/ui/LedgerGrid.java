package org.bihuan.rectification.ui;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import org.bihuan.identity.Names;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.ProblemState;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/** The ledger's tree; on a narrow screen one column says it all. */
final class LedgerGrid extends TreeGrid<LedgerNode> {

    /** The browser alone knows which row has the focus, as a whole (to be unfolded by arrow keys) or in a cell. */
    private static final String ITEM = "(element.getEventContext(event).item || event.composedPath()[0]._item)";

    private static final String FOCUSED = ITEM + ".key";
    private static final String PRESSED =
            "event.key === 'Enter' && !event.composedPath()[0].href && !element.interacting && !!" + ITEM;

    private final transient LedgerCells cells;
    private final transient @Nullable Consumer<String> assign;
    private transient List<LedgerNode> tree = List.of();
    private boolean narrow;

    /** @param assign opens the dialog that names who answers for a problem, or null where the caller may not */
    LedgerGrid(CaseServices services, Names names, boolean narrow, @Nullable Consumer<String> assign) {
        this.cells = new LedgerCells(this, services, names);
        this.narrow = narrow;
        this.assign = assign;
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        addClassName("ledger-grid");
        setSelectionMode(Grid.SelectionMode.NONE);
        getElement().setAttribute("aria-label", getTranslation("rectification.ledger.title"));
        addComponentHierarchyColumn(this::what)
                .setHeader(getTranslation("rectification.ledger.what"))
                .setComparator(Comparator.comparing(LedgerNode::key))
                .setFlexGrow(1);
        wide("state", "rectification.ledger.state", "8em", node -> onRow(node, cells::state))
                .setComparator(Comparator.comparing(LedgerGrid::stateRank));
        wide("due", "rectification.case.due", "13.5em", node -> onRow(node, row -> cells.due(node, row)))
                .setComparator(Comparator.comparing(LedgerGrid::due, Comparator.naturalOrder()));
        wide("unit", "rectification.case.unit", "10em", node -> onRow(node, row -> words(cells.unit(node))))
                .setComparator(Comparator.comparing(cells::unit, Names.ORDER));
        wide("person", "rectification.case.person", "11em", node -> onRow(node, row -> words(cells.person(node))))
                .setComparator(Comparator.comparing(cells::person, Names.ORDER));
        wide("progress", "rectification.ledger.progress", "9em", node -> words(cells.progress(node)))
                .setComparator(Comparator.comparing(LedgerGrid::share));
        getElement()
                .addEventListener("keydown", pressed -> {
                    String key = pressed.getEventData().getString(FOCUSED);
                    open(getDataCommunicator().getKeyMapper().get(key));
                })
                .setFilter(PRESSED)
                .addEventData(FOCUSED);
        narrow(narrow);
    }

    /** Goes to the dossier of a row; an aspect opens or closes. */
    private void open(@Nullable LedgerNode node) {
        if (node == null) {
            return;
        }
        LedgerRow row = node.row();
        if (row != null) {
            getUI().ifPresent(ui -> ui.navigate("case/" + row.caseNumber()));
        } else if (isExpanded(node)) {
            collapse(node);
        } else {
            expand(node);
        }
    }

    private static int stateRank(LedgerNode node) {
        LedgerRow row = node.row();
        return row == null
                ? 0
                : row.measure()
                        ? MeasureState.valueOf(row.state()).ordinal()
                        : ProblemState.valueOf(row.state()).ordinal();
    }

    private static LocalDate due(LedgerNode node) {
        LedgerRow row = node.row();
        return row == null ? LocalDate.MIN : row.due();
    }

    private static double share(LedgerNode node) {
        LedgerRow row = node.row();
        return row == null || row.measures() == 0 ? 0 : (double) row.accepted() / row.measures();
    }

    private interface Cell {
        Component of(LedgerRow row);
    }

    private static Component onRow(LedgerNode node, Cell cell) {
        LedgerRow row = node.row();
        return row == null ? new Span() : cell.of(row);
    }

    private Column<LedgerNode> wide(
            String key,
            String headerKey,
            String width,
            com.vaadin.flow.function.ValueProvider<LedgerNode, Component> cell) {
        return addComponentColumn(cell)
                .setHeader(getTranslation(headerKey))
                .setWidth(width)
                .setFlexGrow(0)
                .setKey(key);
    }

    /** Shows a tree with every aspect opened, and every problem as well where asked. */
    void show(List<LedgerNode> tree, boolean measuresToo) {
        this.tree = List.copyOf(tree);
        setItems(this.tree, LedgerNode::children);
        expand(this.tree);
        if (measuresToo) {
            openProblems(true);
        }
    }

    /** Opens or closes all problems; aspects stay open. */
    void openProblems(boolean opened) {
        List<LedgerNode> problems =
                tree.stream().flatMap(aspect -> aspect.children().stream()).toList();
        expand(tree);
        if (opened) {
            expand(problems);
        } else {
            collapse(problems);
        }
    }

    /** Whether the screen has room for one column only. */
    void narrow(boolean now) {
        boolean changed = narrow != now;
        narrow = now;
        for (String key : List.of("state", "due", "unit", "person", "progress")) {
            getColumnByKey(key).setVisible(!now);
        }
        if (changed) {
            getDataProvider().refreshAll();
        }
    }

    /** The level that a row is shown with: a date that has passed is overdue at once. */
    static Level level(CaseServices services, LedgerRow row) {
        return services.level(row.due(), row.level(), LedgerNode.open(row));
    }

    private Component what(LedgerNode node) {
        LedgerRow row = node.row();
        if (row == null) {
            Span aspect = new Span(node.title());
            aspect.addClassName("ledger-aspect");
            return aspect;
        }
        Span number = new Span(row.caseNumber());
        number.addClassName("number");
        Span title = new Span(row.title());
        title.addClassName(row.measure() ? "ledger-measure" : "ledger-problem");
        Anchor link = new Anchor("case/" + row.caseNumber(), number, title);
        link.addClassName("ledger-link");
        Div cell = new Div(link);
        cell.addClassName("ledger-what");
        if (narrow) {
            Div marks = new Div(cells.state(row), cells.due(node, row), words(cells.unit(node)));
            marks.addClassName("measure-marks");
            cell.add(marks);
        }
        Consumer<String> offer = assign;
        if (offer != null && row.state().equals(ProblemState.IMPORTED.name())) {
            Button button = new Button(
                    getTranslation("rectification.assignDialog.open"), click -> offer.accept(row.caseNumber()));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            button.setAriaLabel(getTranslation("rectification.assignDialog.title", row.caseNumber()));
            cell.add(button);
        }
        return cell;
    }

    private static Span words(String text) {
        return new Span(text);
    }
}
