package org.bihuan.worklist.ui;

import java.util.Comparator;
import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.StatusChip;
import org.jspecify.annotations.Nullable;

/** Says in a dialog what became of each of several that were done at once: first those refused, with the reason. */
final class BatchResult {

    private BatchResult() {}

    /** One of several; {@code refusal} is null where it was done. */
    record Line(CaseNumber number, String title, @Nullable RuleViolation refusal) {}

    /**
     * Shows the result in place of whatever the dialog shows.
     *
     * @param sum how many were done, and how many not
     * @param done the word for one that was done
     * @param closed called when the dialog is closed
     */
    static void show(Dialog dialog, String title, String sum, String done, List<Line> lines, Runnable closed) {
        dialog.removeAll();
        dialog.getFooter().removeAll();
        dialog.setHeaderTitle(title);
        Paragraph summary = new Paragraph(sum);
        summary.getElement().setAttribute("role", "status");
        UnorderedList list = new UnorderedList();
        list.addClassName("batch-results");
        lines.stream()
                .sorted(Comparator.comparing(line -> line.refusal() == null))
                .forEach(line -> list.add(item(line, done)));
        dialog.add(summary, list);
        Button close = new Button(dialog.getTranslation("worklist.batch.close"), click -> dialog.close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(close);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                closed.run();
            }
        });
        dialog.open();
        close.focus();
    }

    private static ListItem item(Line line, String done) {
        RuleViolation refusal = line.refusal();
        ListItem item = new ListItem();
        Span number = new Span(line.number().value());
        number.addClassName("number");
        StatusChip state = refusal == null
                ? new StatusChip(done, StatusChip.Tone.DONE)
                : new StatusChip(item.getTranslation("worklist.batch.refused"), StatusChip.Tone.RETURNED);
        Div head = new Div(state, number);
        head.addClassName("batch-result-head");
        item.add(head, new Div(line.title()));
        if (refusal != null) {
            Paragraph why = new Paragraph(item.getTranslation(refusal.key(), refusal.args()));
            why.addClassName("approval-why-not");
            item.add(why);
        }
        return item;
    }
}
