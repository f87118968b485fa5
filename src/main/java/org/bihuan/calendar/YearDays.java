package org.bihuan.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.function.Predicate;

/** The working days of one year, counted once so that every question is one or two array reads. */
final class YearDays {

    private final int year;
    /** At index d: the working days among the first d days of the year. */
    private final short[] upTo;
    /** At index k: the day of the year of the working day number k + 1. */
    private final short[] workdays;

    YearDays(int year, Predicate<LocalDate> worked) {
        this.year = year;
        int length = Year.of(year).length();
        upTo = new short[length + 1];
        short[] found = new short[length];
        short count = 0;
        for (int day = 1; day <= length; day++) {
            if (worked.test(LocalDate.ofYearDay(year, day))) {
                found[count++] = (short) day;
            }
            upTo[day] = count;
        }
        workdays = Arrays.copyOf(found, count);
    }

    int total() {
        return workdays.length;
    }

    boolean isWorkday(LocalDate day) {
        return upTo[day.getDayOfYear()] > upTo[day.getDayOfYear() - 1];
    }

    /** Working days from the first of January to {@code day}, it included. */
    int through(LocalDate day) {
        return upTo[day.getDayOfYear()];
    }

    /** Working days from the first of January to the day before {@code day}. */
    int before(LocalDate day) {
        return upTo[day.getDayOfYear() - 1];
    }

    /** The working day with the number {@code ordinal}, from 1 to {@link #total()}. */
    LocalDate workday(int ordinal) {
        return LocalDate.ofYearDay(year, workdays[ordinal - 1]);
    }
}
