package org.bihuan.worklist.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.bihuan.calendar.NoCalendarData;
import org.bihuan.calendar.WorkCalendar;
import org.bihuan.shared.Dates;
import org.bihuan.shared.Level;
import org.bihuan.shared.Texts;
import org.bihuan.worklist.WorkItemRow;
import org.bihuan.worklist.WorkItemStore;
import org.springframework.stereotype.Component;

/** Says when a work item is due, and how many working days are left or over. */
@Component
class DueText {

    private final WorkCalendar calendar;
    private final Clock clock;
    private final Texts texts;

    DueText(WorkCalendar calendar, Clock clock, Texts texts) {
        this.calendar = calendar;
        this.clock = clock;
        this.texts = texts;
    }

    /**
     * The level to show: a date that has passed is overdue even before the escalation has run. Done work has
     * none left, except that it was done after its date.
     */
    Optional<Level> level(WorkItemRow row) {
        Instant done = row.doneAt();
        if (done == null) {
            return Optional.of(row.levelOn(LocalDate.now(clock)));
        }
        boolean late = LocalDate.ofInstant(done, clock.getZone()).isAfter(row.due());
        return late ? Optional.of(Level.OVERDUE) : Optional.empty();
    }

    /** The date as tables show it, or that there is none. */
    String date(WorkItemRow row) {
        return row.due().equals(WorkItemStore.NO_DUE) ? texts.get("worklist.due.none") : Dates.dense(row.due());
    }

    /** Working days left or over; blank for done work and where there is no date. */
    String left(WorkItemRow row) {
        if (row.doneAt() != null || row.due().equals(WorkItemStore.NO_DUE)) {
            return "";
        }
        LocalDate today = LocalDate.now(clock);
        try {
            int days = row.due().equals(today) ? 0 : calendar.workdaysBetween(today, row.due());
            if (days == 0 && !row.due().equals(today)) {
                return texts.get(row.due().isBefore(today) ? "worklist.due.justOver" : "worklist.due.restDays");
            }
            String left = texts.get(Dates.leftKey(days), Math.abs(days));
            // The level is the measure's: overdue beside "three days left" would contradict itself.
            return days >= 0 && row.level().compareTo(Level.OVERDUE) >= 0
                    ? texts.get("worklist.due.ofStep", left)
                    : left;
        } catch (NoCalendarData unknownYear) {
            return texts.get("worklist.due.noCalendar");
        }
    }
}
