package org.bihuan.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;

/** Named facts in two columns, one column on a phone: “责任单位 党建办”. */
public class Facts extends Composite<DescriptionList> {

    public Facts() {
        getContent().addClassName("facts");
    }

    /** Adds a fact; name and value are translated texts. */
    public Facts add(String name, String value) {
        return add(name, new Text(value));
    }

    /** Adds a fact whose value is a component, such as a badge or a link. */
    public Facts add(String name, Component value) {
        DescriptionList.Description description = new DescriptionList.Description();
        description.add(value);
        getContent().add(new DescriptionList.Term(name), description);
        return this;
    }
}
