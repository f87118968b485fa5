package org.bihuan.identity.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;

/** Finds an enabled person by part of name or login. */
class PersonPicker extends ComboBox<PersonRef> {

    PersonPicker(Directory directory, String label) {
        setLabel(label);
        setItemLabelGenerator(person -> person.name() + " (" + person.login() + ")");
        setItems(query -> {
            String text = query.getFilter().orElse("");
            int offset = query.getOffset();
            return directory.searchPersons(text, offset + query.getLimit()).stream()
                    .skip(offset);
        });
    }
}
