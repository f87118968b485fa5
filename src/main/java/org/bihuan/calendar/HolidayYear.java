package org.bihuan.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.bihuan.calendar.HolidayNotices.Rest;
import org.bihuan.calendar.HolidayNotices.Work;
import org.bihuan.calendar.HolidayNotices.YearNotice;
import org.bihuan.shared.RuleViolation;

/**
 * The holidays of one year as a person reads or enters them; in the order of the days.
 *
 * @param notice where it is published
 */
public record HolidayYear(int year, String notice, List<Entry> entries) {

    private static final int LONGEST_HOLIDAY = 31;
    private static final int MOST_DAYS = 100;
    private static final int NAME_LIMIT = 100;
    private static final int NOTICE_LIMIT = 300;

    /** Days off, or weekend days that are worked instead, from the first to the last. */
    public record Entry(String name, LocalDate from, LocalDate to, boolean workday) {

        /** The number of days. */
        public int days() {
            return (int) ChronoUnit.DAYS.between(from, to) + 1;
        }
    }

    public HolidayYear {
        entries = entries.stream().sorted(Comparator.comparing(Entry::from)).toList();
    }

    /** Days off. */
    public int restDays() {
        return entries.stream()
                .filter(entry -> !entry.workday())
                .mapToInt(Entry::days)
                .sum();
    }

    /** Weekend days that are worked. */
    public int adjustedWorkdays() {
        return entries.stream().filter(Entry::workday).mapToInt(Entry::days).sum();
    }

    /** The same with one more entry. */
    public HolidayYear with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new HolidayYear(year, notice, more);
    }

    /** The same without an entry. */
    public HolidayYear without(Entry entry) {
        return new HolidayYear(
                year,
                notice,
                entries.stream().filter(other -> !other.equals(entry)).toList());
    }

    /** The same under another notice. */
    public HolidayYear under(String otherNotice) {
        return new HolidayYear(year, otherNotice, entries);
    }

    /**
     * Refuses what no notice can mean: no day off, a day that is named twice, a day of another year, a
     * working day that is adjusted to be one.
     *
     * @throws RuleViolation beside {@code notice}, or beside {@code entries}, naming the day
     */
    void check() {
        if (notice.isBlank()) {
            throw RuleViolation.at("notice", "calendar.entry.noticeMissing");
        }
        if (notice.length() > NOTICE_LIMIT) {
            throw RuleViolation.at("notice", "calendar.entry.tooLong", NOTICE_LIMIT);
        }
        checkEntries();
    }

    /** As {@link #check()}, the notice aside: while it is being entered. */
    void checkEntries() {
        entries.forEach(HolidayYear::checkSpan);
        if (restDays() == 0) {
            throw RuleViolation.at("entries", "calendar.entry.noRestDay", Integer.toString(year));
        }
        if (restDays() + adjustedWorkdays() > MOST_DAYS) {
            throw RuleViolation.at("entries", "calendar.entry.tooManyDays", MOST_DAYS);
        }
        Set<LocalDate> seen = new HashSet<>();
        for (Entry entry : entries) {
            entry.from().datesUntil(entry.to().plusDays(1)).forEach(day -> {
                checkDay(entry, day);
                if (!seen.add(day)) {
                    throw RuleViolation.at("entries", "calendar.entry.dayTwice", day.toString());
                }
            });
        }
    }

    private static void checkSpan(Entry entry) {
        if (entry.name().isBlank()) {
            throw RuleViolation.at(
                    "entries", "calendar.entry.nameMissing", entry.from().toString());
        }
        if (entry.name().length() > NAME_LIMIT) {
            throw RuleViolation.at("entries", "calendar.entry.tooLong", NAME_LIMIT);
        }
        if (entry.from().isAfter(entry.to())) {
            throw RuleViolation.at(
                    "entries",
                    "calendar.entry.endsBeforeItBegins",
                    entry.from().toString(),
                    entry.to().toString());
        }
        if (entry.from().plusDays(LONGEST_HOLIDAY).isBefore(entry.to())) {
            throw RuleViolation.at("entries", "calendar.entry.tooLongHoliday", entry.name(), LONGEST_HOLIDAY);
        }
    }

    /** Around New Year a notice reaches a few days into the years beside its own. */
    private void checkDay(Entry entry, LocalDate day) {
        boolean near = day.getYear() == year
                || day.getYear() == year - 1 && day.getMonthValue() == 12
                || day.getYear() == year + 1 && day.getMonthValue() == 1;
        if (!near) {
            throw RuleViolation.at("entries", "calendar.entry.otherYear", day.toString(), Integer.toString(year));
        }
        if (entry.workday() && !HolidayNotices.isWeekend(day)) {
            throw RuleViolation.at("entries", "calendar.entry.noWeekendDay", day.toString());
        }
    }

    YearNotice notices() {
        return new YearNotice(
                year,
                notice,
                entries.stream()
                        .filter(entry -> !entry.workday())
                        .map(entry -> new Rest(entry.name(), entry.from(), entry.to()))
                        .toList(),
                entries.stream()
                        .filter(Entry::workday)
                        .flatMap(entry ->
                                entry.from().datesUntil(entry.to().plusDays(1)).map(day -> new Work(entry.name(), day)))
                        .toList());
    }

    static HolidayYear of(YearNotice year) {
        List<Entry> entries = new ArrayList<>();
        year.rest().forEach(rest -> entries.add(new Entry(rest.name(), rest.from(), rest.to(), false)));
        year.work().forEach(work -> entries.add(new Entry(work.name(), work.day(), work.day(), true)));
        return new HolidayYear(year.year(), year.notice(), entries);
    }
}
