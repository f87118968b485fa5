package org.bihuan.calendar;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.bihuan.calendar.HolidayNotices.DayCorrection;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The calendar in force: files as they were at the start, corrections of single days from the table,
 * read again now and then so that a correction reaches every node without a restart.
 */
@Service
class CurrentCalendar implements WorkCalendar {

    private static final Duration REREAD_AFTER = Duration.ofMinutes(5);

    private final List<HolidayNotices> files;
    private final boolean demo;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Reading reading;

    private record Reading(DayBook book, List<DayCorrection> corrections, Instant at) {}

    CurrentCalendar(
            @Value("${bihuan.calendar.holidays:config/holidays}") Path holidays,
            @Value("${bihuan.demo.enabled:false}") boolean demo,
            JdbcClient jdbc,
            Clock clock) {
        this.files = HolidayFiles.read(holidays);
        this.demo = demo;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private DayBook book() {
        Reading last = reading;
        Instant now = clock.instant();
        if (last != null && Duration.between(last.at(), now).abs().compareTo(REREAD_AFTER) < 0) {
            return last.book();
        }
        List<DayCorrection> table = jdbc.sql("select on_date, workday, name from calendar_day_override")
                .query((rs, row) -> new DayCorrection(
                        rs.getObject("on_date", LocalDate.class), rs.getBoolean("workday"), rs.getString("name")))
                .list();
        // Two threads may read at once; both get the same answer, so neither waits for the other.
        boolean same = last != null && last.corrections().equals(table);
        DayBook book = last != null && same ? last.book() : compile(table);
        reading = new Reading(book, table, now);
        return book;
    }

    private DayBook compile(List<DayCorrection> table) {
        return new DayBook(
                files.stream().flatMap(f -> f.allYears().stream()).toList(),
                Stream.concat(files.stream().flatMap(f -> f.allCorrections().stream()), table.stream())
                        .toList(),
                demo);
    }

    @Override
    public boolean isWorkday(LocalDate day) {
        return book().isWorkday(day);
    }

    @Override
    public LocalDate plusWorkdays(LocalDate from, int n) {
        return book().plusWorkdays(from, n);
    }

    @Override
    public int workdaysBetween(LocalDate from, LocalDate to) {
        return book().workdaysBetween(from, to);
    }

    @Override
    public LocalDate settle(LocalDate due, RestDayRule rule) {
        return book().settle(due, rule);
    }

    @Override
    public Optional<String> nameOf(LocalDate day) {
        return book().nameOf(day);
    }

    @Override
    public boolean covers(int year) {
        return book().covers(year);
    }

    @Override
    public boolean provisional(int year) {
        return book().provisional(year);
    }
}
