package org.bihuan.shared.ui;

import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.Renderer;

/** A list beside which one of its rows stands open: up and down move, Enter or a click opens. */
public abstract class OpeningGrid<T> extends Grid<T> {

    private final transient ToLongFunction<T> id;
    private final transient LongConsumer open;

    /**
     * @param id what a row is opened by
     * @param open opens it
     */
    protected OpeningGrid(ToLongFunction<T> id, LongConsumer open) {
        this.id = id;
        this.open = open;
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        addClassName("work-grid");
        setSelectionMode(SelectionMode.SINGLE);
        ((GridSingleSelectionModel<T>) getSelectionModel()).setDeselectAllowed(false);
        addItemClickListener(click -> open.accept(id.applyAsLong(click.getItem())));
        openOnEnter();
    }

    /** Adds a column whose cells the theme knows as {@code cell-} and its key. */
    protected void column(String key, String header, String width, int grow, Renderer<T> renderer) {
        Column<T> column = addColumn(renderer)
                .setHeader(header)
                .setKey(key)
                .setWidth(width)
                .setFlexGrow(grow);
        column.setPartNameGenerator(row -> "cell-" + key);
        column.setHeaderPartName("cell-" + key);
    }

    /** The grid moves its focus by itself; which row has it is known to the browser alone. */
    private void openOnEnter() {
        getElement()
                .addEventListener("keydown", pressed -> {
                    String key = pressed.getEventData().getString("element.getEventContext(event).item.key");
                    T row = getDataCommunicator().getKeyMapper().get(key);
                    if (row != null) {
                        select(row);
                        open.accept(id.applyAsLong(row));
                    }
                })
                .setFilter("event.key === 'Enter' && !event.target.closest('a')"
                        + " && !!element.getEventContext(event).item")
                .addEventData("element.getEventContext(event).item.key");
    }
}
