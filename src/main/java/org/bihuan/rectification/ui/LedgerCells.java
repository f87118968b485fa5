package org.bihuan.rectification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.bihuan.identity.Names;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.ProblemState;
import org.bihuan.shared.Level;
import org.bihuan.shared.ui.LevelBadge;
import org.bihuan.shared.ui.StatusChip;

/** What stands in the columns of the ledger, on the screen and on paper. */
final class LedgerCells {

    private final Component owner;
    private final CaseServices services;
    private final Names names;

    LedgerCells(Component owner, CaseServices services, Names names) {
        this.owner = owner;
        this.services = services;
        this.names = names;
    }

    String unit(LedgerNode node) {
        LedgerRow row = node.row();
        return row == null ? "" : names.unit(row.responsibleUnit());
    }

    String person(LedgerNode node) {
        LedgerRow row = node.row();
        return row == null ? "" : names.person(row.personResponsible());
    }

    StatusChip state(LedgerRow row) {
        return row.measure()
                ? Chips.of(owner, MeasureState.valueOf(row.state()), row.attempt())
                : Chips.of(owner, ProblemState.valueOf(row.state()));
    }

    /** The row's own date; below it, for a problem, which of its measures are late or nearly so. */
    Component due(LedgerNode node, LedgerRow row) {
        Div cell = new Div(services.due(row.due(), node.own(), LedgerNode.open(row)));
        cell.addClassName("ledger-due");
        if (node.late() > 0) {
            cell.add(below(Level.OVERDUE, node.late()));
        }
        if (node.soon() > 0) {
            cell.add(below(Level.WARNING, node.soon()));
        }
        return cell;
    }

    private Div below(Level level, int measures) {
        Div line = new Div(
                new LevelBadge(level), new Span(owner.getTranslation("rectification.register.measuresAt", measures)));
        line.addClassName("case-late");
        return line;
    }

    /** How far it has come, in words; empty for a measure that is done for the first time. */
    String progress(LedgerNode node) {
        LedgerRow row = node.row();
        if (row == null) {
            long closed = node.children().stream()
                    .map(LedgerNode::row)
                    .filter(problem -> problem != null && !LedgerNode.open(problem))
                    .count();
            return owner.getTranslation(
                    "rectification.register.aspect", closed, node.children().size());
        }
        if (!row.measure()) {
            return owner.getTranslation("rectification.ledger.accepted", row.accepted(), row.measures());
        }
        return row.attempt() > 1 ? owner.getTranslation("rectification.case.attempt", row.attempt()) : "";
    }
}
