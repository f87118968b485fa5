package org.bihuan.rectification.ui;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.bihuan.calendar.NoCalendarData;
import org.bihuan.rectification.RoundPolicy;
import org.bihuan.rectification.RoundPreview;
import org.bihuan.rectification.RoundView;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ui.Facts;
import org.jspecify.annotations.Nullable;

/** The dates of a round before it is accepted: the day of the week, holidays, and what was moved why. */
final class ImportDates extends Div {

    private final transient CaseServices services;
    private final Facts facts = new Facts();

    ImportDates(CaseServices services, RoundPolicy policy, RoundPreview preview) {
        this.services = services;
        RoundView round = preview.round();
        add("findings.round.planDue", policy.planDue(), round.planDue());
        add("findings.dates.periodEnd", round.feedbackDate().plusMonths(round.periodMonths()), round.periodEnd());
        add("findings.round.reportDue", policy.reportDue(), round.reportDue());
        add("findings.dates.remind", preview.remindOn(), preview.remindOn());
        add("findings.dates.escalate", preview.escalateOn(), preview.escalateOn());
        add(facts);
        if (round.periodEnd().isBefore(services.today())) {
            add(ImportNotes.info(getTranslation("findings.dates.over", Dates.full(round.periodEnd(), getLocale()))));
        }
        preview.provisionalYears().stream()
                .sorted()
                .map(year -> new Paragraph(getTranslation("calendar.provisional", String.valueOf(year))))
                .forEach(this::add);
    }

    private void add(String key, @Nullable LocalDate asked, LocalDate settled) {
        Div value = new Div(new Span(getTranslation("findings.dates.day", Dates.dense(settled), weekday(settled))));
        name(settled)
                .ifPresent(name -> value.add(word(
                        getTranslation(workday(settled) ? "findings.dates.adjusted" : "findings.dates.named", name))));
        if (asked != null && !asked.equals(settled)) {
            String why = name(asked).orElseGet(() -> weekday(asked));
            value.add(word(getTranslation("findings.dates.moved", Dates.dense(asked), why)));
        } else if (!workday(settled)) {
            value.add(word(getTranslation("findings.dates.rest")));
        }
        facts.add(getTranslation(key), value);
    }

    private static Span word(String text) {
        Span word = new Span(" " + text);
        word.addClassName("import-date-note");
        return word;
    }

    private String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, getLocale());
    }

    private Optional<String> name(LocalDate day) {
        try {
            return services.calendar().nameOf(day);
        } catch (NoCalendarData unknown) {
            return Optional.empty();
        }
    }

    private boolean workday(LocalDate day) {
        try {
            return services.calendar().isWorkday(day);
        } catch (NoCalendarData unknown) {
            return true;
        }
    }
}
