package org.bihuan.calendar;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One holiday file: the arrangement of whole years, and corrections of single days.
 *
 * @param years whole years; a file read later replaces the same year of one read earlier
 * @param corrections single days, applied after all years
 */
record HolidayNotices(
        @Nullable List<YearNotice> years, @Nullable List<DayCorrection> corrections) {

    /**
     * The arrangement of one year.
     *
     * @param notice where it is published
     * @param rest days off, weekends between them included
     * @param work weekend days that are worked instead; they may lie in a neighbouring year
     */
    record YearNotice(@JsonProperty(required = true) int year, String notice, List<Rest> rest, List<Work> work) {
        YearNotice {
            requireNonNull(rest, "rest");
            requireNonNull(work, "work");
        }
    }

    /** A holiday from its first to its last day. */
    record Rest(String name, LocalDate from, LocalDate to) {
        Rest {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }
    }

    /** A weekend day that is worked in exchange for the holiday of this name. */
    record Work(String name, LocalDate day) {
        Work {
            requireNonNull(day, "day");
        }
    }

    /** One day that differs from what the notices say. */
    record DayCorrection(
            LocalDate day,
            @JsonProperty(required = true) boolean workday,
            @Nullable String name) {
        DayCorrection {
            requireNonNull(day, "day");
        }
    }

    List<YearNotice> allYears() {
        return years == null ? List.of() : years;
    }

    List<DayCorrection> allCorrections() {
        return corrections == null ? List.of() : corrections;
    }

    /** Throws IllegalArgumentException that names the first entry which cannot be meant. */
    void check() {
        for (YearNotice year : allYears()) {
            for (Rest rest : year.rest()) {
                if (rest.from().isAfter(rest.to()) || rest.from().plusDays(31).isBefore(rest.to())) {
                    throw new IllegalArgumentException("holiday from %s to %s".formatted(rest.from(), rest.to()));
                }
                if (rest.from().getYear() != year.year() && rest.to().getYear() != year.year()) {
                    throw new IllegalArgumentException("%s is not in year %d".formatted(rest.from(), year.year()));
                }
            }
            for (Work work : year.work()) {
                checkAdjusted(year, work.day());
            }
        }
    }

    private static void checkAdjusted(YearNotice year, LocalDate day) {
        if (!isWeekend(day)) {
            throw new IllegalArgumentException("adjusted workday %s is no weekend day".formatted(day));
        }
        if (year.rest().stream().anyMatch(r -> !day.isBefore(r.from()) && !day.isAfter(r.to()))) {
            throw new IllegalArgumentException("%s is both rest day and workday".formatted(day));
        }
        if (Math.abs(day.getYear() - year.year()) > 1) {
            throw new IllegalArgumentException("%s is not in year %d".formatted(day, year.year()));
        }
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
