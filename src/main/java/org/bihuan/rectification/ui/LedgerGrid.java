package org.bihuan.rectification.ui;

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
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.ProblemState;
import org.bihuan.shared.Level;
import org.bihuan.shared.ui.StatusChip;
import org.jspecify.annotations.Nullable;

/** The ledger's tree; on a narrow screen one column says it all. */
final class LedgerGrid extends TreeGrid<LedgerNode> {

    private final transient CaseServices services;
    private final transient Names names;
    private final transient @Nullable Consumer<String> assign;
    private boolean narrow;

    /** @param assign opens the dialog that names who answers for a problem, or null where the caller may not */
    LedgerGrid(CaseServices services, Names names, boolean narrow, @Nullable Consumer<String> assign) {
        this.services = services;
        this.names = names;
        this.narrow = narrow;
        this.assign = assign;
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        addClassName("ledger-grid");
        setSelectionMode(Grid.SelectionMode.NONE);
        getElement().setAttribute("aria-label", getTranslation("rectification.ledger.title"));
        addComponentHierarchyColumn(this::what)
                .setHeader(getTranslation("rectification.ledger.what"))
                .setFlexGrow(1);
        wide("state", "rectification.ledger.state", "8em", node -> onRow(node, this::state));
        wide("due", "rectification.case.due", "13em", node -> onRow(node, this::due));
        wide(
                "unit",
                "rectification.case.unit",
                "10em",
                node -> onRow(node, row -> words(names.unit(row.responsibleUnit()))));
        wide(
                "person",
                "rectification.case.person",
                "9em",
                node -> onRow(node, row -> words(names.person(row.personResponsible()))));
        wide("progress", "rectification.ledger.progress", "8em", node -> onRow(node, this::progress));
        narrow(narrow);
    }

    private interface Cell {
        Component of(LedgerRow row);
    }

    private static Component onRow(LedgerNode node, Cell cell) {
        LedgerRow row = node.row();
        return row == null ? new Span() : cell.of(row);
    }

    private void wide(
            String key,
            String headerKey,
            String width,
            com.vaadin.flow.function.ValueProvider<LedgerNode, Component> cell) {
        addComponentColumn(cell)
                .setHeader(getTranslation(headerKey))
                .setWidth(width)
                .setFlexGrow(0)
                .setKey(key);
    }

    /** Shows a tree with every aspect opened. */
    void show(List<LedgerNode> tree) {
        setItems(tree, LedgerNode::children);
        expand(tree);
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
        return services.level(row.due(), row.level(), open(row));
    }

    private static boolean open(LedgerRow row) {
        return row.measure()
                ? MeasureState.valueOf(row.state()) != MeasureState.ACCEPTED
                : !ProblemState.valueOf(row.state()).closed();
    }

    private Component what(LedgerNode node) {
        LedgerRow row = node.row();
        if (row == null) {
            Span aspect = new Span(node.title());
            aspect.addClassName("ledger-aspect");
            return aspect;
        }
        Anchor number = new Anchor("case/" + row.caseNumber(), row.caseNumber());
        number.addClassName("number");
        Div title = new Div(row.title());
        title.addClassName(row.measure() ? "ledger-measure" : "ledger-problem");
        Div cell = new Div(number, title);
        cell.addClassName("ledger-what");
        if (narrow) {
            Div marks = new Div(state(row), due(row), words(names.unit(row.responsibleUnit())));
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

    private StatusChip state(LedgerRow row) {
        return row.measure()
                ? Chips.of(this, MeasureState.valueOf(row.state()), row.attempt())
                : Chips.of(this, ProblemState.valueOf(row.state()));
    }

    private Component due(LedgerRow row) {
        return services.due(row.due(), row.level(), open(row));
    }

    private Component progress(LedgerRow row) {
        return row.measure()
                ? words(getTranslation("rectification.case.attempt", row.attempt()))
                : words(getTranslation("rectification.ledger.accepted", row.accepted(), row.measures()));
    }

    private static Span words(String text) {
        return new Span(text);
    }
}
