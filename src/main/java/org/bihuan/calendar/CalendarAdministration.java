package org.bihuan.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditTrail;
import org.bihuan.calendar.CalendarYearLine.State;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Duty;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.RuleViolation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The years of the calendar and how a new one is entered: by the system administrator, out of the State
 * Council's notice. Deadlines that are already set keep their dates; later ones count by the new year.
 */
@Service
@Transactional
public class CalendarAdministration {

    /** The largest file that {@link #read} takes, in bytes. */
    public static final int LARGEST_FILE = HolidayYearReader.LARGEST;

    /** How many years beyond the present one are shown; a round reaches into the next, a follow-up one further. */
    private static final int YEARS_AHEAD = 2;

    private final CurrentActor currentActor;
    private final CurrentCalendar calendar;
    private final CalendarYears years;
    private final ObjectProvider<CalendarWaits> waits;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarAdministration(
            CurrentActor currentActor,
            CurrentCalendar calendar,
            CalendarYears years,
            ObjectProvider<CalendarWaits> waits,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.currentActor = currentActor;
        this.calendar = calendar;
        this.years = years;
        this.waits = waits;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** A year was entered; to be heard after the commit. */
    public record YearEntered(int year) {}

    /** Whether the caller may enter years. */
    @Transactional(readOnly = true)
    public boolean mayEnter() {
        return currentActor.require().has(Duty.SYSTEM_ADMIN);
    }

    /** Every known year and the years up to two ahead, in their order. */
    @Transactional(readOnly = true)
    public List<CalendarYearLine> years() {
        currentActor.require();
        List<CalendarYears.Entered> entered = years.all();
        List<HolidayYear> known = calendar.known(entered);
        int now = LocalDate.now(clock).getYear();
        int first = known.stream().mapToInt(HolidayYear::year).min().orElse(now);
        int last = known.stream().mapToInt(HolidayYear::year).max().orElse(now);
        return IntStream.rangeClosed(Math.min(first, now), Math.max(last, now + YEARS_AHEAD))
                .mapToObj(year -> line(year, known, entered))
                .toList();
    }

    /** How many cases have stopped for want of each year that is not known. */
    @Transactional(readOnly = true)
    public SortedMap<Integer, Integer> waiting() {
        currentActor.require();
        SortedMap<Integer, Integer> waiting = new TreeMap<>();
        waits.orderedStream()
                .forEach(each -> each.casesByYear().forEach((year, cases) -> waiting.merge(year, cases, Integer::sum)));
        waiting.keySet().removeIf(calendar::covers);
        return waiting;
    }

    private CalendarYearLine line(int year, List<HolidayYear> known, List<CalendarYears.Entered> entered) {
        HolidayYear holidays =
                known.stream().filter(one -> one.year() == year).findFirst().orElse(null);
        CalendarYears.Entered by = entered.stream()
                .filter(one -> one.year().year() == year)
                .findFirst()
                .orElse(null);
        State state = holidays != null ? State.PUBLISHED : calendar.provisional(year) ? State.PROVISIONAL : State.NONE;
        return new CalendarYearLine(
                year,
                state,
                holidays,
                state == State.NONE ? 0 : count(year, calendar::isWorkday),
                by == null ? null : by.by(),
                by == null ? null : by.at());
    }

    /**
     * Reads a year out of a file, without storing anything.
     *
     * @throws RuleViolation beside {@code file} where it is none, too large, or of another year
     */
    public HolidayYear read(int year, byte[] file) {
        systemAdmin();
        HolidayYear read = HolidayYearReader.read(year, file);
        read.checkEntries();
        return read;
    }

    /**
     * What accepting would change; refuses what {@link #accept} would refuse, the notice aside.
     *
     * @throws RuleViolation beside {@code entries}
     */
    @Transactional(readOnly = true)
    public CalendarPreview preview(HolidayYear year) {
        systemAdmin();
        year.checkEntries();
        DayBook after = calendar.with(year);
        Predicate<LocalDate> before =
                day -> calendar.covers(day.getYear()) ? calendar.isWorkday(day) : !HolidayNotices.isWeekend(day);
        List<LocalDate> becomeRest = new ArrayList<>();
        List<LocalDate> becomeWork = new ArrayList<>();
        LocalDate.of(year.year() - 1, 12, 1)
                .datesUntil(LocalDate.of(year.year() + 1, 2, 1))
                .filter(day -> day.getYear() == year.year() || calendar.covers(day.getYear()))
                .filter(day -> after.isWorkday(day) != before.test(day))
                .forEach(day -> (after.isWorkday(day) ? becomeWork : becomeRest).add(day));
        return new CalendarPreview(year, count(year.year(), after::isWorkday), becomeRest, becomeWork);
    }

    /** Puts a year into force, in place of what is known of it. */
    public void accept(HolidayYear year) {
        Actor actor = systemAdmin();
        year.check();
        years.store(year, actor.name(), clock.instant());
        trail.append(new AuditEntry(
                "calendar:" + year.year(),
                "calendar.entered",
                Map.of(
                        "year", Integer.toString(year.year()),
                        "notice", year.notice(),
                        "rest", Integer.toString(year.restDays()),
                        "work", Integer.toString(year.adjustedWorkdays())),
                actor.personId(),
                actor.name(),
                null,
                actor.origin()));
        events.publishEvent(new YearEntered(year.year()));
    }

    private static int count(int year, Predicate<LocalDate> workday) {
        return (int) LocalDate.ofYearDay(year, 1)
                .datesUntil(LocalDate.ofYearDay(year, Year.of(year).length()).plusDays(1))
                .filter(workday)
                .count();
    }

    private Actor systemAdmin() {
        Actor actor = currentActor.require();
        if (!actor.has(Duty.SYSTEM_ADMIN)) {
            throw new Forbidden("calendar.duty.systemAdmin");
        }
        return actor;
    }
}
