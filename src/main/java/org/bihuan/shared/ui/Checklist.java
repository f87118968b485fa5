package org.bihuan.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** What is there and what is missing, each line by word and shape, with a link to where it is fixed. */
public class Checklist extends Composite<UnorderedList> {

    public Checklist() {
        getContent().addClassName("checklist");
    }

    /** Adds a line; {@code fix} (a link or button) is shown where the line is not met, and may be none. */
    public Checklist add(boolean met, String text, Component... fix) {
        Span state = new Span(getTranslation(met ? "shared.checklist.met" : "shared.checklist.missing"));
        state.addClassName("checklist-state");
        ListItem item = new ListItem(state, new Span(text));
        item.addClassName(met ? "met" : "missing");
        if (!met) {
            item.add(fix);
        }
        getContent().add(item);
        return this;
    }
}
