package org.bihuan.calendar.ui;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.bihuan.calendar.CalendarAdministration;
import org.bihuan.calendar.CalendarYearLine;
import org.bihuan.calendar.HolidayYear;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ui.PageHeader;
import org.bihuan.shared.ui.StatusChip;
import org.bihuan.shared.ui.TitledScreen;

/** Which years the calendar knows, and for the system administrator the entry of a new one. */
@Route("calendar")
@RolesAllowed({"SYSTEM_ADMIN", "CLERK"})
@Menu(order = 85, title = "calendar.menu", icon = "calendar")
class CalendarView extends Div implements TitledScreen {

    private static final List<String> COLUMNS = List.of(
            "calendar.column.year",
            "calendar.column.state",
            "calendar.column.source",
            "calendar.column.rest",
            "calendar.column.work",
            "calendar.column.workdays",
            "calendar.column.act");

    private final transient CalendarAdministration administration;
    private final boolean mayEnter;
    private final Div waiting = new Div();
    private final Div years = new Div();
    private final Div below = new Div();

    CalendarView(CalendarAdministration administration) {
        this.administration = administration;
        this.mayEnter = administration.mayEnter();
        years.addClassName("table-scroller");
        below.addClassName("calendar-below");
        add(
                new PageHeader(getTranslation("calendar.title")).says(getTranslation("calendar.explanation")),
                waiting,
                years,
                below);
        show();
    }

    private void show() {
        NativeTable table = new NativeTable();
        table.addClassNames("plain-table", "as-cards", "calendar-years");
        NativeTableRow head = table.getHead().addRow();
        COLUMNS.forEach(key -> head.addHeaderCell().setText(getTranslation(key)));
        administration.years().forEach(line -> row(table.getBody().addRow(), line));
        years.removeAll();
        years.add(table);
        waiting.removeAll();
        administration.waiting().forEach((year, cases) -> {
            Paragraph sentence = new Paragraph(getTranslation("calendar.waiting", Integer.toString(year), cases));
            sentence.addClassName("refusal");
            waiting.add(sentence);
        });
    }

    private void row(NativeTableRow row, CalendarYearLine line) {
        HolidayYear holidays = line.holidays();
        boolean counted = line.state() != CalendarYearLine.State.NONE;
        cell(row, 0, new Span(Integer.toString(line.year())));
        cell(row, 1, new StatusChip(getTranslation(line.state().key()), tone(line.state())));
        cell(row, 2, source(line));
        cell(row, 3, days(holidays == null ? -1 : holidays.restDays()));
        cell(row, 4, days(holidays == null ? -1 : holidays.adjustedWorkdays()));
        cell(row, 5, days(counted ? line.workdays() : -1));
        cell(row, 6, actions(line));
    }

    private void cell(NativeTableRow row, int column, Component content) {
        NativeTableCell cell = row.addDataCell();
        cell.add(content);
        cell.getElement().setAttribute("data-label", getTranslation(COLUMNS.get(column)));
    }

    private static StatusChip.Tone tone(CalendarYearLine.State state) {
        return switch (state) {
            case PUBLISHED -> StatusChip.Tone.DONE;
            case PROVISIONAL -> StatusChip.Tone.RETURNED;
            case NONE -> StatusChip.Tone.NEUTRAL;
        };
    }

    private Span days(int count) {
        return new Span(count < 0 ? "—" : getTranslation("calendar.days", count));
    }

    private Component source(CalendarYearLine line) {
        HolidayYear holidays = line.holidays();
        if (holidays == null) {
            return new Span(getTranslation(
                    line.state() == CalendarYearLine.State.PROVISIONAL
                            ? "calendar.source.provisional"
                            : "calendar.source.none"));
        }
        String origin = line.enteredBy() == null || line.enteredAt() == null
                ? getTranslation("calendar.source.file")
                : getTranslation("calendar.source.entered", line.enteredBy(), Dates.time(line.enteredAt()));
        Div by = new Div(origin);
        by.addClassName("calendar-origin");
        return new Div(new Div(holidays.notice()), by);
    }

    private Div actions(CalendarYearLine line) {
        Div actions = new Div();
        actions.addClassName("row-actions");
        HolidayYear holidays = line.holidays();
        if (holidays != null) {
            actions.add(button("calendar.year.show", "calendar.year.showOf", line, () -> showYear(holidays)));
        }
        if (mayEnter) {
            HolidayYear start = holidays == null ? new HolidayYear(line.year(), "", List.of()) : holidays;
            actions.add(
                    holidays == null
                            ? button("calendar.year.enter", "calendar.year.enterOf", line, () -> enter(start))
                            : button("calendar.year.correct", "calendar.year.correctOf", line, () -> enter(start)));
        }
        return actions;
    }

    private Button button(String key, String labelKey, CalendarYearLine line, Runnable act) {
        Button button = new Button(getTranslation(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation(labelKey, Integer.toString(line.year())));
        return button;
    }

    private void showYear(HolidayYear year) {
        Button close = new Button(getTranslation("calendar.year.close"), click -> below.removeAll());
        Section card = new Section(
                new H2(getTranslation("calendar.year.title", Integer.toString(year.year()))),
                new Paragraph(year.notice()),
                YearTexts.list(this, year),
                close);
        bring(card);
    }

    private void enter(HolidayYear start) {
        bring(new YearEditor(administration, start, below::removeAll, () -> {
            below.removeAll();
            show();
        }));
    }

    /** What was asked for appears below the table, and the keyboard goes on there. */
    private void bring(Component card) {
        card.getElement().getClassList().add("card");
        card.getElement().setAttribute("tabindex", "-1");
        below.removeAll();
        below.add(card);
        card.getElement().executeJs("this.scrollIntoView({block: 'start'}); this.focus({preventScroll: true})");
    }

    @Override
    public String screenTitle() {
        return getTranslation("calendar.title");
    }
}
