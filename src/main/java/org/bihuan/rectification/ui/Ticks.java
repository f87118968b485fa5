package org.bihuan.rectification.ui;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import org.bihuan.rectification.LedgerRow;
import org.jspecify.annotations.Nullable;

/** The ticked rows of a grid: a column of boxes that say what they tick, which the grid's own cannot. */
final class Ticks {

    /** The browser alone knows which row has the focus. */
    private static final String FOCUSED = "element.getEventContext(event).item?.key";

    /** The space key on the head's box, as on a row's: else it would take Enter first, which nobody tries. */
    static final String HEAD_PRESSED =
            "event.key === ' ' && !element.interacting && element.getEventContext(event).section === 'header'";

    private final Grid<LedgerRow> grid;
    private final Consumer<Collection<LedgerRow>> changed;
    private final Checkbox all = new Checkbox();
    private final Set<LedgerRow> ticked = new LinkedHashSet<>();
    private final Map<LedgerRow, Checkbox> boxes = new HashMap<>();
    private List<LedgerRow> rows = List.of();

    /** @param changed is told the ticked rows whenever they change */
    Ticks(Grid<LedgerRow> grid, Consumer<Collection<LedgerRow>> changed) {
        this.grid = grid;
        this.changed = changed;
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        all.setAriaLabel(all.getTranslation("findings.assign.tickAll"));
        all.addValueChangeListener(change -> {
            // Not when it only follows the boxes of the rows.
            if (change.getValue() != every()) {
                all(change.getValue());
            }
        });
        grid.addComponentColumn(this::box)
                .setKey("tick")
                .setHeader(all)
                .setAutoWidth(true)
                .setFlexGrow(0);
        // A box that has the focus itself ticks without help.
        grid.getElement()
                .addEventListener("keydown", pressed -> {
                    String key = pressed.getEventData().getString(FOCUSED);
                    turn(grid.getDataCommunicator().getKeyMapper().get(key));
                })
                .setFilter("event.key === ' ' && !element.interacting && !!element.getEventContext(event).item")
                .addEventData(FOCUSED);
        grid.getElement()
                .addEventListener("keydown", pressed -> all.setValue(!all.getValue()))
                .setFilter(HEAD_PRESSED);
    }

    /** Ticks a row, or takes its tick away. */
    private void turn(@Nullable LedgerRow row) {
        Checkbox box = row == null ? null : boxes.get(row);
        if (box != null) {
            box.setValue(!box.getValue());
        }
    }

    /** Shows these rows, none of them ticked. */
    void over(List<LedgerRow> shown) {
        rows = List.copyOf(shown);
        ticked.clear();
        boxes.clear();
        grid.setItems(rows);
        tell();
    }

    /** The ticked rows. */
    Collection<LedgerRow> rows() {
        return List.copyOf(ticked);
    }

    private Checkbox box(LedgerRow row) {
        Checkbox box = new Checkbox(ticked.contains(row));
        box.setAriaLabel(box.getTranslation("findings.assign.tick", row.caseNumber()));
        box.addValueChangeListener(change -> {
            if (change.getValue()) {
                ticked.add(row);
            } else {
                ticked.remove(row);
            }
            tell();
        });
        boxes.put(row, box);
        return box;
    }

    private void all(boolean tick) {
        ticked.clear();
        if (tick) {
            ticked.addAll(rows);
        }
        grid.getDataProvider().refreshAll();
        tell();
    }

    private boolean every() {
        return !ticked.isEmpty() && ticked.size() == rows.size();
    }

    private void tell() {
        all.setValue(every());
        all.setIndeterminate(!ticked.isEmpty() && !every());
        changed.accept(rows());
    }
}
