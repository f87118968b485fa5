package org.bihuan.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.bihuan.calendar.HolidayYear;
import org.bihuan.calendar.HolidayYear.Entry;
import org.bihuan.shared.Dates;

/** Holidays in words. */
final class YearTexts {

    private YearTexts() {}

    /** “国庆节：2027-10-01 至 2027-10-07 放假，共 7 天”. */
    static String line(Component owner, Entry entry) {
        if (entry.workday()) {
            return owner.getTranslation("calendar.year.workLine", entry.name(), Dates.dense(entry.from()));
        }
        return entry.from().equals(entry.to())
                ? owner.getTranslation("calendar.year.restDay", entry.name(), Dates.dense(entry.from()))
                : owner.getTranslation(
                        "calendar.year.restLine",
                        entry.name(),
                        Dates.dense(entry.from()),
                        Dates.dense(entry.to()),
                        entry.days());
    }

    /** Every entry of a year, a line each. */
    static UnorderedList list(Component owner, HolidayYear year) {
        UnorderedList list = new UnorderedList();
        list.addClassName("holiday-list");
        year.entries().forEach(entry -> list.add(new ListItem(new Span(line(owner, entry)))));
        return list;
    }
}
