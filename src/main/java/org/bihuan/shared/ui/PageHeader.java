package org.bihuan.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** Title of a screen, with an optional sentence under it and actions at its right (below on a phone). */
public class PageHeader extends Composite<Header> {

    private final Div words = new Div();
    private final Div actions = new Div();

    /** A header with a translated title. */
    public PageHeader(String title) {
        words.addClassName("page-header-words");
        actions.addClassName("page-header-actions");
        words.add(new H1(title));
        getContent().addClassName("page-header");
        getContent().add(words, actions);
    }

    /** Puts small parts (case number, badges) above the title. */
    public PageHeader above(Component... parts) {
        Div line = new Div(parts);
        line.addClassName("page-header-above");
        words.addComponentAsFirst(line);
        return this;
    }

    /** Adds a translated sentence under the title. */
    public PageHeader says(String sentence) {
        words.add(new Paragraph(sentence));
        return this;
    }

    /** Adds actions, the most important one first. */
    public PageHeader actions(Component... parts) {
        actions.add(parts);
        return this;
    }
}
