package org.bihuan.shared.ui;

import java.util.Locale;

import com.vaadin.flow.component.html.Span;

/**
 * The signs on buttons, in fields and in the navigation, drawn by {@code icons.css} in the colour of the text. The library's own set of
 * some six hundred would be a seventh of what a first visit loads.
 */
public enum Glyph {
    SEARCH,
    FILTER,
    CHECK,
    SPLIT,
    MERGE,
    UP,
    DOWN,
    LEFT,
    RIGHT,
    TRASH,
    UNDO,
    REDO,
    PLUS,
    MINUS,
    FIT,
    EYE,
    DOWNLOAD,
    UPLOAD,
    TASKS,
    APPROVAL,
    TABLE,
    CALENDAR,
    USERS,
    RECORDS;

    /**
     * The sign that an entry of the navigation names, in whichever case.
     *
     * @throws IllegalArgumentException where there is none of that name
     */
    public static Glyph named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The sign, which says nothing to a screen reader: what carries it has a name. */
    public Span create() {
        Span sign = new Span();
        sign.addClassNames("glyph", "glyph-" + name().toLowerCase(Locale.ROOT));
        sign.getElement().setAttribute("aria-hidden", "true");
        return sign;
    }
}
