package org.bihuan.worklist.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.bihuan.shared.Dates;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.EmptyState;
import org.bihuan.worklist.Approvals;
import org.bihuan.worklist.WaitingClosure;

/** The closures that wait, the most urgent first, page by page; several can be chosen to be approved together. */
final class ApprovalQueue extends Composite<Div> {

    private static final int PAGE = 20;

    private final transient ApprovalServices services;
    private final Runnable decided;
    private final UnorderedList list = new UnorderedList();
    private final Div below = new Div();
    private final Div chosenBar = new Div();
    private final Span chosenCount = new Span();
    private final transient List<WaitingClosure> rows = new ArrayList<>();
    private final transient Map<Long, WaitingClosure> chosen = new LinkedHashMap<>();
    private long marked;
    private int wanted = PAGE;

    /** A queue that calls {@code decided} when several were decided together. */
    ApprovalQueue(ApprovalServices services, Runnable decided) {
        this.services = services;
        this.decided = decided;
        list.addClassName("approval-queue");
        list.getElement().setAttribute("aria-label", getTranslation("worklist.approval.queue"));
        Button together = new Button(getTranslation("worklist.approval.together"), click -> together());
        together.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button none = new Button(getTranslation("worklist.approval.chooseNone"), click -> {
            chosen.clear();
            render();
        });
        none.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        chosenCount.getElement().setAttribute("role", "status");
        chosenBar.add(chosenCount, none, together);
        chosenBar.addClassName("approval-bar");
        getContent().add(list, below, chosenBar);
        reload();
    }

    /** Reads as many rows again as are shown; what is chosen stays chosen while it can be decided. */
    void reload() {
        List<List<Object>> before = rows.stream().map(ApprovalQueue::shown).toList();
        read();
        // Drawing the list anew would take the focus out of it, so only where it has changed.
        if (list.getChildren().count() != rows.size()
                || !before.equals(rows.stream().map(ApprovalQueue::shown).toList())
                || rows.isEmpty()) {
            render();
        }
    }

    /** What a row shows; a refusal is told by its rule. */
    private static List<Object> shown(WaitingClosure row) {
        RuleViolation objection = row.objection();
        return List.of(
                row.item(),
                row.title(),
                row.due(),
                row.level(),
                row.takenBy() == null ? "" : row.takenBy(),
                objection == null ? "" : objection.key());
    }

    private void read() {
        rows.clear();
        boolean more = true;
        while (more && rows.size() < wanted) {
            more = readOn();
        }
        chosen.keySet()
                .retainAll(rows.stream()
                        .filter(WaitingClosure::open)
                        .map(WaitingClosure::item)
                        .toList());
    }

    /** Reads the next page; whether there may be one behind it. */
    private boolean readOn() {
        List<WaitingClosure> page = services.approvals().page(rows.isEmpty() ? null : rows.get(rows.size() - 1), PAGE);
        rows.addAll(page);
        return page.size() == PAGE;
    }

    /** Shows which row stands open beside the list; 0 for none. */
    void mark(long item) {
        if (marked != item) {
            marked = item;
            render();
        }
    }

    private void render() {
        list.removeAll();
        below.removeAll();
        rows.forEach(row -> list.add(line(row)));
        if (rows.isEmpty()) {
            below.add(new EmptyState(
                    getTranslation("worklist.approval.empty"), getTranslation("worklist.approval.emptyHint")));
        } else if (rows.size() % PAGE == 0) {
            Button more = new Button(getTranslation("worklist.approval.more"), click -> {
                wanted += PAGE;
                read();
                render();
            });
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            below.add(more);
        }
        showChosen();
    }

    private ListItem line(WaitingClosure row) {
        Span number = new Span(row.number().value());
        number.addClassName("number");
        Span title = new Span(row.title());
        title.addClassName("approval-title");
        RouterLink link = new RouterLink();
        link.setRoute(ApprovalsView.class, new RouteParameters("item", Long.toString(row.item())));
        link.add(number, title);
        link.addClassName("approval-link");
        Div facts = new Div(services.parts().due(row.due(), row.level()));
        if (row.unitName() != null) {
            facts.add(new Span(row.unitName()));
        }
        facts.add(new Span(getTranslation("worklist.approval.since", Dates.dense(Dates.day(row.since())))));
        facts.addClassName("approval-facts");
        ListItem item = new ListItem();
        Div words = new Div(link, facts);
        words.addClassName("approval-words");
        if (row.open()) {
            item.add(choice(row));
        }
        item.add(words);
        addWhyNot(words, row);
        if (row.item() == marked) {
            link.getElement().setAttribute("aria-current", "true");
            item.addClassName("approval-marked");
        }
        return item;
    }

    private Checkbox choice(WaitingClosure row) {
        Checkbox box = new Checkbox(chosen.containsKey(row.item()), change -> {
            if (change.getValue()) {
                chosen.put(row.item(), row);
            } else {
                chosen.remove(row.item());
            }
            showChosen();
        });
        box.setAriaLabel(getTranslation("worklist.approval.choice", row.number(), row.title()));
        return box;
    }

    private void addWhyNot(Div words, WaitingClosure row) {
        RuleViolation objection = row.objection();
        String text;
        if (objection != null) {
            text = getTranslation("worklist.approval.notYouShort", getTranslation(objection.key(), objection.args()));
        } else if (row.takenBy() != null) {
            text = getTranslation("worklist.approval.takenBy", row.takenBy());
        } else {
            return;
        }
        Paragraph why = new Paragraph(text);
        why.addClassName("approval-why-not");
        words.add(why);
    }

    private void showChosen() {
        chosenBar.setVisible(!chosen.isEmpty());
        chosenCount.setText(getTranslation("worklist.approval.chosen", chosen.size(), Approvals.BATCH_LIMIT));
    }

    private void together() {
        new ApprovalBatch(services, List.copyOf(chosen.values()), () -> {
                    chosen.clear();
                    decided.run();
                })
                .open();
    }
}
