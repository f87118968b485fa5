package org.bihuan.shared.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.datepicker.DatePicker;
import org.bihuan.shared.RuleViolation;

/** A field for a day as Chinese and English readers expect it: ISO order, week from Monday, texts translated. */
public class DayField extends DatePicker {

    /** A field with a translated label. */
    public DayField(String label) {
        super(label);
        DatePickerI18n i18n = new DatePickerI18n();
        // Shown in the first one; the others are how people write it.
        i18n.setDateFormats("yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd");
        i18n.setFirstDayOfWeek(1);
        i18n.setToday(getTranslation("shared.date.today"));
        i18n.setCancel(getTranslation("shared.date.cancel"));
        i18n.setMonthNames(list("shared.date.months"));
        i18n.setWeekdays(list("shared.date.weekdays"));
        i18n.setWeekdaysShort(list("shared.date.weekdaysShort"));
        i18n.setBadInputErrorMessage(getTranslation("shared.date.bad"));
        setI18n(i18n);
        setLocale(Locale.CHINA);
        // Opened by its button: a calendar that opens with the focus takes the next key, and what was typed is gone.
        setAutoOpen(false);
    }

    /**
     * Refuses what has been typed and is no day: it looks filled in, but would count as nothing.
     *
     * @param name the field's name in a refusal
     * @throws RuleViolation where no day can be read
     */
    public void requireReadable(String name) {
        if (!isReadable()) {
            throw RuleViolation.at(name, "shared.date.bad");
        }
    }

    /** Whether nothing stands in the field that is no day. */
    public boolean isReadable() {
        return !isInputUnparsable();
    }

    private List<String> list(String key) {
        return List.of(getTranslation(key).split(",", -1));
    }
}
