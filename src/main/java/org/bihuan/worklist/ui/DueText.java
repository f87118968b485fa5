package org.bihuan.worklist.ui;

import java.time.Clock;
import java.time.LocalDate;

import org.bihuan.calendar.NoCalendarData;
import org.bihuan.calendar.WorkCalendar;
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

    /** The level to show: a date that has passed is overdue even before the escalation has run. */
    Level level(WorkItemRow row) {
        return row.levelOn(LocalDate.now(clock));
    }

    String of(WorkItemRow row) {
        if (row.due().equals(WorkItemStore.NO_DUE)) {
            return texts.get("worklist.due.none");
        }
        if (row.doneAt() != null) {
            return row.due().toString();
        }
        LocalDate today = LocalDate.now(clock);
        if (row.due().equals(today)) {
            return texts.get("worklist.due.today", row.due());
        }
        try {
            int days = calendar.workdaysBetween(today, row.due());
            return days >= 0
                    ? texts.get("worklist.due.left", row.due(), days)
                    : texts.get("worklist.due.over", row.due(), -days);
        } catch (NoCalendarData unknownYear) {
            return texts.get("worklist.due.noCalendar", row.due());
        }
    }
}
