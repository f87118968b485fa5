package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Arithmetic in working days by the yearly notices of the State Council on public holidays,
 * adjusted workdays (调休) included. Every method but {@link #covers}, {@link #provisional} and
 * {@link #settle} with {@link RestDayRule#KEEP} throws {@link NoCalendarData} when a year that it
 * touches, the years of both ends included, has no data: a deadline is never guessed.
 */
public interface WorkCalendar {

    /** Whether {@code day} is worked: an ordinary weekday without holiday, or an adjusted workday. */
    boolean isWorkday(LocalDate day);

    /**
     * The {@code n}-th working day after {@code from}, or before it where {@code n} is negative;
     * {@code from} itself is not counted, and is the answer for 0 even if it is a rest day.
     */
    LocalDate plusWorkdays(LocalDate from, int n);

    /**
     * The working days from {@code from} (excluded) to {@code to} (included); negative where
     * {@code to} lies before {@code from}.
     */
    int workdaysBetween(LocalDate from, LocalDate to);

    /**
     * What a deadline that falls on a rest day becomes; a deadline on a working day stays. No source
     * of the field says which rule holds, so it is a setting of the round (domain.md section 2).
     */
    LocalDate settle(LocalDate due, RestDayRule rule);

    /** The name of the holiday or adjusted workday, in Chinese; empty for ordinary days. */
    Optional<String> nameOf(LocalDate day);

    /** Whether days of {@code year} can be computed, from a notice or provisionally. */
    boolean covers(int year);

    /** Whether {@code year} is computed as ordinary weeks for the demo because no notice is known. */
    boolean provisional(int year);
}
