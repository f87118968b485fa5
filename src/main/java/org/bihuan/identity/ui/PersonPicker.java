package org.bihuan.identity.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;

/** Finds an enabled person by part of name or login, one person left out. */
class PersonPicker extends ComboBox<PersonRef> {

    /** @param without id of the person who cannot be chosen */
    PersonPicker(Directory directory, String label, long without) {
        setLabel(label);
        setItemLabelGenerator(person -> person.name() + " (" + person.login() + ")");
        setItems(query -> {
            String text = query.getFilter().orElse("");
            int offset = query.getOffset();
            // One more than shown, in the place of the one who is left out.
            return directory.searchPersons(text, offset + query.getLimit() + 1).stream()
                    .filter(person -> person.id() != without)
                    .skip(offset)
                    .limit(query.getLimit());
        });
    }
}
