package org.bihuan.rectification.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.bihuan.identity.Names;
import org.bihuan.rectification.CaseSource;
import org.bihuan.rectification.LedgerFigures;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.RoundView;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ui.Facts;

/**
 * The ledger as it goes on paper: every row that the filter keeps with its measures, folded or not, under the
 * words of the filter; the head of the table comes again on each page.
 */
final class LedgerPaper extends Paper {

    private static final List<String> COLUMNS = List.of(
            "rectification.ledger.what",
            "rectification.ledger.state",
            "rectification.case.due",
            "rectification.case.unit",
            "rectification.case.person",
            "rectification.ledger.progress");

    LedgerPaper() {
        addClassName("ledger-paper");
    }

    /**
     * Fills the paper, prints it, and clears it.
     *
     * @param source what the imported document counts and names for the round as a whole
     * @param conditions the filter in words, empty where all is shown
     */
    void print(
            CaseServices services,
            RoundView round,
            CaseSource source,
            LedgerFigures figures,
            String conditions,
            List<LedgerNode> tree,
            Names names) {
        removeAll();
        add(
                new H1(round.title()),
                new Paragraph(getTranslation(
                        "rectification.ledger.dates",
                        round.inspectedOrg(),
                        Dates.full(round.feedbackDate(), getLocale()),
                        Dates.full(round.periodEnd(), getLocale()),
                        Dates.full(round.reportDue(), getLocale()))),
                new Paragraph(getTranslation(
                        "rectification.paper.asOf", Dates.time(services.clock().instant()))));
        if (round.demo()) {
            add(new Paragraph(getTranslation("rectification.ledger.demo")));
        }
        Facts facts = new Facts();
        SourceWords.add(facts, source);
        add(facts);
        if (!conditions.isEmpty()) {
            add(new Paragraph(getTranslation("rectification.paper.filter", conditions)));
        }
        LedgerCounts counts = new LedgerCounts();
        counts.show(figures, conditions.isEmpty());
        add(counts, table(new LedgerCells(this, services, names), tree));
        print();
    }

    private NativeTable table(LedgerCells cells, List<LedgerNode> tree) {
        NativeTable table = new NativeTable();
        table.addClassName("plain-table");
        NativeTableRow head = table.getHead().addRow();
        COLUMNS.forEach(key -> head.addHeaderCell().setText(getTranslation(key)));
        for (LedgerNode aspect : tree) {
            NativeTableRow line = table.getBody().addRow();
            line.addClassName("ledger-paper-aspect");
            NativeTableCell title = line.addDataCell();
            title.setText(aspect.title());
            title.setColspan(COLUMNS.size() - 1);
            line.addDataCell().setText(cells.progress(aspect));
            for (LedgerNode problem : aspect.children()) {
                row(table, cells, problem);
                problem.children().forEach(measure -> row(table, cells, measure));
            }
        }
        return table;
    }

    private static void row(NativeTable table, LedgerCells cells, LedgerNode node) {
        LedgerRow row = node.row();
        if (row == null) {
            return;
        }
        NativeTableRow line = table.getBody().addRow();
        line.addClassName(row.measure() ? "ledger-paper-measure" : "ledger-paper-problem");
        Span number = new Span(row.caseNumber());
        number.addClassName("number");
        line.addDataCell().add(number, new Div(row.title()));
        line.addDataCell().add(cells.state(row));
        line.addDataCell().add(cells.due(node, row));
        line.addDataCell().setText(cells.unit(node));
        line.addDataCell().setText(cells.person(node));
        line.addDataCell().setText(cells.progress(node));
    }
}
