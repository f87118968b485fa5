package org.bihuan.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;

/** Leads the focus to a part that is no field, where a screen was drawn anew under it. */
public final class Focus {

    private Focus() {}

    /** Keyboard and screen reader go on from {@code part}, which the tab key passes by. */
    public static void on(Component part) {
        part.getElement().setAttribute("tabindex", "-1");
        part.getElement().executeJs("setTimeout(() => this.focus())");
    }

    /** Back to the row of a list that had it last, once the list stands in its full width again. */
    public static void onRow(Grid<?> list) {
        list.getElement().executeJs("""
                requestAnimationFrame(() => requestAnimationFrame(() => (this._itemsFocusable || this).focus()));""");
    }
}
