package org.bihuan.rectification;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.bihuan.calendar.NoCalendarData;
import org.bihuan.calendar.WorkCalendar;
import org.bihuan.shared.RuleViolation;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Turns due dates into the moments of reminder and escalation, by the round's policy and the working-day calendar. */
@Component
@EnableConfigurationProperties(DeadlineLimit.class)
class Deadlines {

    /** Reminders go out in the morning: nothing is sent at night (domain.md section 4). */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final WorkCalendar calendar;
    private final Clock clock;
    private final DeadlineLimit limit;

    Deadlines(WorkCalendar calendar, Clock clock, DeadlineLimit limit) {
        this.calendar = calendar;
        this.clock = clock;
        this.limit = limit;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate workdaysFromToday(int days) {
        return calendar.plusWorkdays(today(), days);
    }

    /**
     * The settled date of work that somebody sets; refuses with {@code past} what is not after today, and beside its
     * field what lies further ahead than {@link DeadlineLimit}, and a year whose calendar has not been entered, in
     * which neither reminder nor escalation could be counted.
     */
    LocalDate ahead(LocalDate wanted, Round round, RuleViolation past) {
        if (!wanted.isAfter(today())) {
            throw past;
        }
        String field = requireNonNull(past.field());
        if (wanted.isAfter(today().plusMonths(limit.furthestMonths()))) {
            throw RuleViolation.at(field, "rectification.due.tooFar", limit.furthestMonths());
        }
        try {
            LocalDate due = calendar.settle(wanted, round.restDayRule());
            remindAt(due, round);
            escalateAt(due, round);
            return due;
        } catch (NoCalendarData unknownYear) {
            throw RuleViolation.at(field, unknownYear.key(), unknownYear.args());
        }
    }

    Instant remindAt(LocalDate due, Round round) {
        return morning(calendar.plusWorkdays(due, -round.remindBefore()));
    }

    Instant escalateAt(LocalDate due, Round round) {
        return morning(calendar.plusWorkdays(due, round.escalateAfter()));
    }

    Instant followUpAt(LocalDate closed, Round round) {
        return morning(closed.plusMonths(round.followUpMonths()));
    }

    private Instant morning(LocalDate day) {
        ZoneId zone = clock.getZone();
        return day.atTime(MORNING).atZone(zone).toInstant();
    }
}
