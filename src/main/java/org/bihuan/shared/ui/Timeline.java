package org.bihuan.shared.ui;

import java.time.Instant;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import org.bihuan.shared.Dates;

/** What happened, newest first as given: time, a plain sentence, who, and room for details. */
public class Timeline extends Composite<OrderedList> {

    public Timeline() {
        getContent().addClassName("timeline");
    }

    /** Adds an event; {@code sentence} and {@code who} are translated texts, details may be none. */
    public Timeline add(Instant at, String sentence, String who, Component... details) {
        HtmlComponent time = new HtmlComponent("time");
        time.getElement().setAttribute("datetime", at.toString()).setText(Dates.time(at));
        Paragraph text = new Paragraph(sentence);
        Div by = new Div(who);
        by.addClassName("timeline-who");
        ListItem item = new ListItem(time, text, by);
        item.add(details);
        getContent().add(item);
        return this;
    }
}
