package org.bihuan.rectification.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.bihuan.rectification.LedgerFigures;

/** The figures over the rows that are shown. */
final class LedgerCounts extends Div {

    LedgerCounts() {
        addClassName("figures");
    }

    /** @param whole whether no filter keeps rows away */
    void show(LedgerFigures all, boolean whole) {
        removeAll();
        if (!whole) {
            add(new Span(getTranslation("rectification.figures.filtered")));
        }
        figure("rectification.figures.closed", all.problemsClosed(), all.problems());
        figure("rectification.figures.started", all.problemsStarted(), all.problems());
        figure("rectification.figures.accepted", all.measuresAccepted(), all.measures());
        figure("rectification.figures.dueSoon", all.measuresDueSoon(), all.measures());
        figure("rectification.figures.overdue", all.measuresOverdue(), all.measures());
        figure("rectification.figures.returned", all.measuresReturned(), all.measures());
    }

    private void figure(String key, int count, int of) {
        Span figure = new Span(getTranslation(key, count, of));
        figure.addClassName("figure");
        add(figure);
    }
}
