package org.bihuan.rectification.ui;

import org.bihuan.shared.ui.DayField;

/** A date field of the forms of a case. */
final class LocalDateField extends DayField {

    LocalDateField(String label) {
        super(label);
    }
}
