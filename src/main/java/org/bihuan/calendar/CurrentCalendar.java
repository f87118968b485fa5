package org.bihuan.calendar;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.bihuan.calendar.CalendarYears.Entered;
import org.bihuan.calendar.HolidayNotices.DayCorrection;
import org.bihuan.calendar.HolidayNotices.YearNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The calendar in force: files as they were at the start, years and corrections of single days from the
 * tables, read again now and then so that they reach every node without a restart.
 */
@Service
class CurrentCalendar implements WorkCalendar {

    private static final Duration REREAD_AFTER = Duration.ofMinutes(5);

    /** A year that is missing may have been entered on another node; a page of many such dates asks once. */
    private static final Duration REREAD_MISSING_AFTER = Duration.ofSeconds(5);

    private final List<HolidayNotices> files;
    private final boolean demo;
    private final JdbcClient jdbc;
    private final CalendarYears years;
    private final Clock clock;
    private volatile @Nullable Reading reading;

    private record Reading(DayBook book, List<DayCorrection> corrections, List<YearNotice> entered, Instant at) {}

    CurrentCalendar(
            @Value("${bihuan.calendar.holidays:config/holidays}") Path holidays,
            @Value("${bihuan.demo.enabled:false}") boolean demo,
            JdbcClient jdbc,
            CalendarYears years,
            Clock clock) {
        this.files = HolidayFiles.read(holidays);
        this.demo = demo;
        this.jdbc = jdbc;
        this.years = years;
        this.clock = clock;
    }

    private <T> T answer(Function<DayBook, T> question) {
        try {
            return question.apply(book(REREAD_AFTER));
        } catch (NoCalendarData missing) {
            return question.apply(book(REREAD_MISSING_AFTER));
        }
    }

    private DayBook book(Duration rereadAfter) {
        Reading last = reading;
        Instant now = clock.instant();
        if (last != null && Duration.between(last.at(), now).abs().compareTo(rereadAfter) < 0) {
            return last.book();
        }
        List<DayCorrection> table = corrections();
        List<YearNotice> entered =
                years.all().stream().map(year -> year.year().notices()).toList();
        // Two threads may read at once; both get the same answer, so neither waits for the other.
        boolean same = last != null
                && last.corrections().equals(table)
                && last.entered().equals(entered);
        DayBook book = last != null && same ? last.book() : compile(entered, table);
        reading = new Reading(book, table, entered, now);
        return book;
    }

    private List<DayCorrection> corrections() {
        return jdbc.sql("select on_date, workday, name from calendar_day_override")
                .query((rs, row) -> new DayCorrection(
                        rs.getObject("on_date", LocalDate.class), rs.getBoolean("workday"), rs.getString("name")))
                .list();
    }

    private DayBook compile(List<YearNotice> entered, List<DayCorrection> table) {
        return new DayBook(
                Stream.concat(files.stream().flatMap(f -> f.allYears().stream()), entered.stream())
                        .toList(),
                Stream.concat(files.stream().flatMap(f -> f.allCorrections().stream()), table.stream())
                        .toList(),
                demo);
    }

    /** The whole years in force, those of the table in place of those of the files. */
    List<HolidayYear> known(List<Entered> entered) {
        Map<Integer, HolidayYear> known = new TreeMap<>();
        files.stream()
                .flatMap(file -> file.allYears().stream())
                .forEach(year -> known.put(year.year(), HolidayYear.of(year)));
        entered.forEach(one -> known.put(one.year().year(), one.year()));
        return List.copyOf(known.values());
    }

    /** The calendar as it would be with one more year, or with another arrangement of a known one. */
    DayBook with(HolidayYear year) {
        List<YearNotice> all = new ArrayList<>();
        years.all().forEach(one -> all.add(one.year().notices()));
        all.add(year.notices());
        return compile(all, corrections());
    }

    /** A year that was entered here counts here at once; other nodes read it when they miss it. */
    @TransactionalEventListener
    void on(CalendarAdministration.YearEntered event) {
        reading = null;
    }

    @Override
    public boolean isWorkday(LocalDate day) {
        return answer(book -> book.isWorkday(day));
    }

    @Override
    public LocalDate plusWorkdays(LocalDate from, int n) {
        return answer(book -> book.plusWorkdays(from, n));
    }

    @Override
    public int workdaysBetween(LocalDate from, LocalDate to) {
        return answer(book -> book.workdaysBetween(from, to));
    }

    @Override
    public LocalDate settle(LocalDate due, RestDayRule rule) {
        return answer(book -> book.settle(due, rule));
    }

    @Override
    public Optional<String> nameOf(LocalDate day) {
        return answer(book -> book.nameOf(day));
    }

    @Override
    public boolean covers(int year) {
        return book(REREAD_AFTER).covers(year);
    }

    @Override
    public boolean provisional(int year) {
        return book(REREAD_AFTER).provisional(year);
    }
}
