package org.bihuan.rectification.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.datepicker.DatePicker;

/** A date field as Chinese and English readers expect: ISO order, week from Monday, texts translated. */
final class LocalDateField extends DatePicker {

    LocalDateField(String label) {
        super(label);
        DatePickerI18n i18n = new DatePickerI18n();
        i18n.setDateFormat("yyyy-MM-dd");
        i18n.setFirstDayOfWeek(1);
        i18n.setToday(getTranslation("rectification.date.today"));
        i18n.setCancel(getTranslation("rectification.date.cancel"));
        i18n.setMonthNames(list("rectification.date.months"));
        i18n.setWeekdays(list("rectification.date.weekdays"));
        i18n.setWeekdaysShort(list("rectification.date.weekdaysShort"));
        i18n.setBadInputErrorMessage(getTranslation("rectification.date.bad"));
        setI18n(i18n);
        setLocale(Locale.CHINA);
    }

    private List<String> list(String key) {
        return List.of(getTranslation(key).split(",", -1));
    }
}
