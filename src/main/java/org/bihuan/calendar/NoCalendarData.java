package org.bihuan.calendar;

import org.bihuan.shared.RuleViolation;

/** A computation touched a year whose holidays are not known yet; says which year and what to do. */
public class NoCalendarData extends RuleViolation {

    private final int year;

    public NoCalendarData(int year) {
        // As text: a number would be grouped to "2,027".
        super("calendar.noData", Integer.toString(year));
        this.year = year;
    }

    /** The year without data. */
    public int year() {
        return year;
    }
}
