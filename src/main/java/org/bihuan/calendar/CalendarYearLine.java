package org.bihuan.calendar;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A year of the calendar with its state.
 *
 * @param holidays the arrangement in force, or null where none is known
 * @param workdays working days of the year, 0 where they cannot be counted
 * @param enteredBy who entered it in the product, or null where it comes from a file or is not known
 */
public record CalendarYearLine(
        int year,
        State state,
        @Nullable HolidayYear holidays,
        int workdays,
        @Nullable String enteredBy,
        @Nullable Instant enteredAt) {

    /** How sure a year is. */
    public enum State {
        /** By a published notice. */
        PUBLISHED,
        /** Ordinary weeks, for the demo only. */
        PROVISIONAL,
        /** Not known: dates in it are refused. */
        NONE;

        /** Message key of the state's word. */
        public String key() {
            return "calendar.state." + name();
        }
    }
}
