package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.bihuan.calendar.HolidayNotices.DayCorrection;
import org.bihuan.calendar.HolidayNotices.Rest;
import org.bihuan.calendar.HolidayNotices.Work;
import org.bihuan.calendar.HolidayNotices.YearNotice;
import org.jspecify.annotations.Nullable;

/** The days of all known years at one moment; immutable, so that it is shared without locks. */
final class DayBook implements WorkCalendar {

    /** How far from the known years the demo may go on in ordinary weeks. */
    private static final int PROVISIONAL_SPAN = 10;

    private final Map<Integer, YearDays> known = new HashMap<>();
    private final Map<Integer, YearDays> provisional = new ConcurrentHashMap<>();
    private final Map<LocalDate, DayCorrection> special = new HashMap<>();
    private final int firstProvisional;
    private final int lastProvisional;

    /**
     * @param notices whole years, later ones replace the same year of earlier ones
     * @param corrections single days, later ones win; alone they do not make a year known
     * @param demo whether years near the known ones may be computed as ordinary weeks
     */
    DayBook(Collection<YearNotice> notices, List<DayCorrection> corrections, boolean demo) {
        TreeMap<Integer, YearNotice> years = new TreeMap<>();
        notices.forEach(n -> years.put(n.year(), n));
        // In the order of the years: the notice of a year may change the last days of the year before.
        years.values().forEach(this::enter);
        corrections.forEach(c -> special.put(c.day(), c));
        years.keySet().forEach(y -> known.put(y, new YearDays(y, this::worked)));
        boolean extend = demo && !years.isEmpty();
        firstProvisional = extend ? years.firstKey() - PROVISIONAL_SPAN : 1;
        lastProvisional = extend ? years.lastKey() + PROVISIONAL_SPAN : 0;
    }

    private void enter(YearNotice notice) {
        for (Rest rest : notice.rest()) {
            rest.from()
                    .datesUntil(rest.to().plusDays(1))
                    .forEach(d -> special.put(d, new DayCorrection(d, false, rest.name())));
        }
        for (Work work : notice.work()) {
            special.put(work.day(), new DayCorrection(work.day(), true, work.name()));
        }
    }

    private boolean worked(LocalDate day) {
        DayCorrection entry = special.get(day);
        return entry == null ? !HolidayNotices.isWeekend(day) : entry.workday();
    }

    @Override
    public boolean isWorkday(LocalDate day) {
        return year(day.getYear()).isWorkday(day);
    }

    @Override
    public LocalDate plusWorkdays(LocalDate from, int n) {
        int year = from.getYear();
        YearDays days = year(year);
        if (n == 0) {
            return from;
        }
        // The number, within the year, of the working day looked for; carried over into other years.
        long ordinal = n > 0 ? (long) days.through(from) + n : (long) days.before(from) + n + 1;
        while (ordinal > days.total()) {
            ordinal -= days.total();
            days = year(++year);
        }
        while (ordinal < 1) {
            days = year(--year);
            ordinal += days.total();
        }
        return days.workday((int) ordinal);
    }

    @Override
    public int workdaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return year(to.getYear()).before(to)
                    - year(from.getYear()).before(from)
                    - totals(to.getYear(), from.getYear());
        }
        return year(to.getYear()).through(to)
                - year(from.getYear()).through(from)
                + totals(from.getYear(), to.getYear());
    }

    /** Working days of the years from {@code first} to the one before {@code end}. */
    private int totals(int first, int end) {
        int sum = 0;
        for (int y = first; y < end; y++) {
            sum += year(y).total();
        }
        return sum;
    }

    @Override
    public LocalDate settle(LocalDate due, RestDayRule rule) {
        if (rule == RestDayRule.KEEP || isWorkday(due)) {
            return due;
        }
        return plusWorkdays(due, rule == RestDayRule.NEXT_WORKDAY ? 1 : -1);
    }

    @Override
    public Optional<String> nameOf(LocalDate day) {
        year(day.getYear());
        DayCorrection entry = special.get(day);
        return entry == null ? Optional.empty() : Optional.ofNullable(entry.name());
    }

    @Override
    public boolean covers(int year) {
        return known.containsKey(year) || provisional(year);
    }

    @Override
    public boolean provisional(int year) {
        return year >= firstProvisional && year <= lastProvisional && !known.containsKey(year);
    }

    private YearDays year(int year) {
        @Nullable YearDays days = known.get(year);
        if (days != null) {
            return days;
        }
        if (!provisional(year)) {
            throw new NoCalendarData(year);
        }
        return provisional.computeIfAbsent(year, y -> new YearDays(y, this::worked));
    }
}
