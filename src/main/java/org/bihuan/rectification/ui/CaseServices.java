package org.bihuan.rectification.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.bihuan.audit.AuditSentences;
import org.bihuan.calendar.NoCalendarData;
import org.bihuan.calendar.WorkCalendar;
import org.bihuan.evidence.Evidence;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.CaseSource;
import org.bihuan.rectification.CaseWork;
import org.bihuan.rectification.EvidenceRule;
import org.bihuan.rectification.OpenSteps.Step;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.shared.Level;
import org.bihuan.shared.LogContext;
import org.bihuan.shared.ModelTexts;
import org.bihuan.shared.ui.DueDate;
import org.bihuan.shared.ui.LevelBadge;

/** What the dossier needs of the services, gathered once. */
@org.springframework.stereotype.Component
record CaseServices(
        CaseFile cases,
        CaseWork work,
        Directory directory,
        Evidence evidence,
        EvidenceRule evidenceRule,
        CurrentActor currentActor,
        AuditSentences sentences,
        ModelTexts models,
        WorkCalendar calendar,
        Clock clock) {

    /** The case that an address names; {@code NotFound} where there is none that the caller may read. */
    CaseNumber addressed(String text) {
        CaseNumber number = CaseNumber.ofAddress(text);
        LogContext.about(number);
        if (number.isMeasure()) {
            cases.measure(number);
        } else {
            cases.problem(number);
        }
        return number;
    }

    /** A step in the reader's language, with who has it or may claim it. */
    String who(Component owner, Locale locale, Step step) {
        return CaseTexts.who(owner, models.name(step.step(), locale), step);
    }

    /** What the imported document counts and names for a measure. */
    CaseSource source(CaseNumber measure) {
        return cases.sources(measure).getOrDefault(measure, CaseSource.NOTHING);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A date that has passed is overdue even before the escalation has run. */
    Level level(LocalDate due, Level stored, boolean open) {
        return open && due.isBefore(today()) && stored.compareTo(Level.OVERDUE) < 0 ? Level.OVERDUE : stored;
    }

    /** The deadline in one line; without the count of days where it is over and done, or the year has no calendar. */
    Component due(LocalDate due, Level stored, boolean open) {
        if (!open) {
            return new Span(Dates.dense(due));
        }
        Level level = level(due, stored, true);
        try {
            return new DueDate(due, calendar.workdaysBetween(today(), due), level);
        } catch (NoCalendarData unknownYear) {
            return new Div(new LevelBadge(level), new Span(" " + Dates.dense(due)));
        }
    }
}
