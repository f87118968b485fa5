package org.bihuan.calendar.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import org.bihuan.calendar.CalendarAdministration;
import org.bihuan.calendar.CalendarPreview;
import org.bihuan.calendar.HolidayYear;
import org.bihuan.calendar.HolidayYear.Entry;
import org.bihuan.shared.Dates;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.shared.ui.Refusals;

/** Enters the holidays of one year: from a file, by hand or both; shows what changes; nothing counts before “accept”. */
class YearEditor extends Composite<Section> {

    private static final int NOTICE_LIMIT = 300;

    private final transient CalendarAdministration administration;
    private final Runnable accepted;
    private final UnorderedList list = new UnorderedList();
    private final Div preview = new Div();
    private final TextField notice = new TextField();
    private final Button accept = new Button();
    private final transient Refusals refusals;
    private transient HolidayYear year;

    /**
     * @param start what is known of the year, possibly nothing
     * @param closed called when the entry is given up
     * @param accepted called after the year has been accepted
     */
    YearEditor(CalendarAdministration administration, HolidayYear start, Runnable closed, Runnable accepted) {
        this.administration = administration;
        this.accepted = accepted;
        this.year = start;
        this.refusals = new Refusals(this, Map.of("notice", notice));
        list.addClassName("holiday-list");
        preview.addClassName("holiday-preview");
        preview.getElement().setAttribute("role", "status");
        notice.setLabel(getTranslation("calendar.editor.notice"));
        notice.setMaxLength(NOTICE_LIMIT);
        notice.setRequiredIndicatorVisible(true);
        notice.setWidthFull();
        notice.setValue(start.notice());
        String number = Integer.toString(start.year());
        accept.setText(getTranslation("calendar.editor.accept", number));
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        accept.addClickListener(click -> accept());
        Button cancel = new Button(getTranslation("calendar.editor.cancel"), click -> closed.run());
        Div bar = new Div(accept, cancel);
        bar.addClassName("action-bar");
        getContent()
                .add(
                        new H2(getTranslation("calendar.year.title", number)),
                        new H3(getTranslation("calendar.editor.fileTitle")),
                        new YearUpload(administration, start.year(), this::take),
                        new H3(getTranslation("calendar.editor.manualTitle")),
                        new EntryForm(start.year(), entry -> show(year.with(entry))),
                        list,
                        new H3(getTranslation("calendar.editor.previewTitle")),
                        notice,
                        preview,
                        bar);
        show(start);
    }

    /** Takes what was read from a file in place of what stands in the list. */
    void take(HolidayYear read) {
        if (!read.notice().isBlank()) {
            notice.setValue(
                    read.notice().length() > NOTICE_LIMIT ? read.notice().substring(0, NOTICE_LIMIT) : read.notice());
        }
        show(read);
    }

    private void show(HolidayYear now) {
        year = now;
        list.removeAll();
        now.entries().forEach(entry -> list.add(line(entry)));
        if (now.entries().isEmpty()) {
            list.add(new ListItem(getTranslation("calendar.editor.none")));
        }
        preview.removeAll();
        accept.setEnabled(!now.entries().isEmpty());
        if (!now.entries().isEmpty()) {
            showPreview();
        }
    }

    private ListItem line(Entry entry) {
        String text = YearTexts.line(this, entry);
        Button remove = new Button(getTranslation("calendar.editor.remove"), click -> show(year.without(entry)));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel(getTranslation("calendar.editor.removeOf", text));
        return new ListItem(new Span(text), remove);
    }

    private void showPreview() {
        try {
            CalendarPreview change = administration.preview(year);
            preview.add(new Paragraph(getTranslation(
                    "calendar.editor.preview",
                    year.restDays(),
                    year.adjustedWorkdays(),
                    Integer.toString(year.year()),
                    change.workdays())));
            days("calendar.editor.becomeRest", change.becomeRest());
            days("calendar.editor.becomeWork", change.becomeWork());
            if (change.becomeRest().isEmpty() && change.becomeWork().isEmpty()) {
                preview.add(new Paragraph(getTranslation("calendar.editor.noChange")));
            }
            preview.add(new Paragraph(getTranslation("calendar.editor.later")));
        } catch (RuleViolation refusal) {
            Paragraph sentence = new Paragraph(getTranslation(refusal.key(), refusal.args()));
            sentence.addClassName("refusal");
            preview.add(sentence);
            accept.setEnabled(false);
        }
    }

    private void days(String key, List<LocalDate> days) {
        if (!days.isEmpty()) {
            String text = days.stream()
                    .map(Dates::dense)
                    .collect(Collectors.joining(getTranslation("calendar.editor.comma")));
            preview.add(new Paragraph(getTranslation(key, days.size(), text)));
        }
    }

    private void accept() {
        if (refusals.guard(
                () -> administration.accept(year.under(notice.getValue().strip())))) {
            Notifications.done(getTranslation("calendar.editor.accepted", Integer.toString(year.year())));
            accepted.run();
        }
    }
}
