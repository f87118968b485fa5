package org.bihuan.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What stands where a list is empty: a title, what will appear here, and what one can do. */
public class EmptyState extends Composite<Div> {

    /** Takes translated texts and the actions that make sense here, possibly none. */
    public EmptyState(String title, String explanation, Component... actions) {
        Span heading = new Span(title);
        heading.addClassName("empty-state-title");
        heading.getElement().setAttribute("role", "heading").setAttribute("aria-level", "2");
        getContent().addClassName("empty-state");
        getContent().add(heading, new Paragraph(explanation));
        getContent().add(actions);
    }
}
