package org.bihuan.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** What stands in the way, each line by word and shape, with a link to where it is put right. */
public class Checklist extends Composite<UnorderedList> {

    public Checklist() {
        getContent().addClassName("checklist");
    }

    /** Something that is missing; {@code fix} (a link or button) may be none. */
    public void missing(String text, Component... fix) {
        add("missing", "shared.checklist.missing", text).add(fix);
    }

    /** A rule that refuses it to this person, whatever they do. */
    public void barred(String text) {
        add("barred", "shared.checklist.barred", text);
    }

    private ListItem add(String kind, String key, String text) {
        Span state = new Span(getTranslation(key));
        state.addClassName("checklist-state");
        ListItem item = new ListItem(state, new Span(text));
        item.addClassName(kind);
        getContent().add(item);
        return item;
    }
}
