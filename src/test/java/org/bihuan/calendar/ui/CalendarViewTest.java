package org.bihuan.calendar.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import org.bihuan.calendar.CalendarAdministration;
import org.bihuan.calendar.CalendarPreview;
import org.bihuan.calendar.CalendarYearLine;
import org.bihuan.calendar.CalendarYearLine.State;
import org.bihuan.calendar.HolidayYear;
import org.bihuan.calendar.HolidayYear.Entry;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.DayField;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The calendar's screen without a browser; texts appear as their keys. */
@ExtendWith(MockScreen.class)
class CalendarViewTest {

    private static final Entry NEW_YEAR = new Entry("元旦", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 3), false);
    private static final HolidayYear READ = new HolidayYear(2027, "国办通知", List.of(NEW_YEAR));

    private final CalendarAdministration administration = mock(CalendarAdministration.class);

    @BeforeEach
    void open() {
        HolidayYear known = new HolidayYear(2026, "国办通知", List.of());
        when(administration.years())
                .thenReturn(List.of(
                        new CalendarYearLine(2026, State.PUBLISHED, known, 248, null, null),
                        new CalendarYearLine(2027, State.PROVISIONAL, null, 261, null, null),
                        new CalendarYearLine(2028, State.NONE, null, 0, null, null)));
        when(administration.preview(any()))
                .thenAnswer(call -> new CalendarPreview(call.getArgument(0), 260, List.of(NEW_YEAR.from()), List.of()));
    }

    @Test
    void each_year_is_shown_with_its_state() {
        show(true);
        assertThat(_find(Span.class))
                .extracting(Span::getText)
                .contains("calendar.state.PUBLISHED", "calendar.state.PROVISIONAL", "calendar.state.NONE");
    }

    @Test
    void cases_that_have_stopped_for_want_of_a_year_are_told_until_it_is_entered() {
        when(administration.read(anyInt(), any())).thenReturn(READ);
        when(administration.waiting()).thenReturn(new TreeMap<>(Map.of(2027, 3, 2028, 1)));
        YearEditor editor = enter2027();
        assertThat(waitingSentences()).isEqualTo(2);
        when(administration.waiting()).thenReturn(new TreeMap<>(Map.of(2028, 1)));
        editor.take(READ);
        _click(accept());
        assertThat(waitingSentences()).isEqualTo(1);
    }

    private static long waitingSentences() {
        return _find(Paragraph.class).stream()
                .filter(paragraph -> paragraph.getText().equals("calendar.waiting"))
                .count();
    }

    @Test
    void the_clerk_sees_the_years_and_no_way_to_enter_one() {
        show(false);
        assertThat(_find(Button.class)).extracting(Button::getText).containsExactly("calendar.year.show");
    }

    @Test
    void what_a_file_says_is_previewed_and_accepted_only_on_request() {
        when(administration.read(anyInt(), any())).thenReturn(READ);
        YearEditor editor = enter2027();
        _get(YearUpload.class).take("2027.json", new byte[] {1});
        assertThat(_find(editor, Paragraph.class))
                .extracting(Paragraph::getText)
                .contains("calendar.editor.preview", "calendar.editor.becomeRest");
        verify(administration, never()).accept(any());
        _click(accept());
        verify(administration).accept(READ);
        _assertNone(YearEditor.class);
    }

    @Test
    void a_file_that_is_refused_says_why_and_changes_nothing() {
        when(administration.read(anyInt(), any()))
                .thenThrow(RuleViolation.at("file", "calendar.file.wrongYear", "2026", "2027"));
        enter2027();
        _get(YearUpload.class).take("2026.json", new byte[] {1});
        assertThat(_find(Paragraph.class)).extracting(Paragraph::getText).contains("calendar.file.wrongYear");
        assertThat(accept().isEnabled()).isFalse();
    }

    @Test
    void days_entered_by_hand_are_listed_and_can_be_removed() {
        enter2027();
        _setValue(field("calendar.editor.name"), "元旦");
        _setValue(day("calendar.editor.from"), NEW_YEAR.from());
        _setValue(day("calendar.editor.to"), NEW_YEAR.to());
        _click(button("calendar.editor.add"));
        assertThat(accept().isEnabled()).isTrue();
        _setValue(field("calendar.editor.notice"), "国办通知");
        _click(button("calendar.editor.remove"));
        assertThat(accept().isEnabled()).isFalse();
    }

    @Test
    void everything_wrong_with_an_entry_is_said_at_once_beside_its_field() {
        enter2027();
        _click(button("calendar.editor.add"));
        assertThat(field("calendar.editor.name").getErrorMessage()).isEqualTo("calendar.entry.textMissing");
        assertThat(day("calendar.editor.from").getErrorMessage()).isEqualTo("calendar.entry.dateMissing");
        _setValue(day("calendar.editor.from"), NEW_YEAR.to());
        _setValue(day("calendar.editor.to"), NEW_YEAR.from());
        _click(button("calendar.editor.add"));
        assertThat(field("calendar.editor.name").isInvalid()).isTrue();
        assertThat(day("calendar.editor.from").isInvalid()).isFalse();
        assertThat(day("calendar.editor.to").getErrorMessage()).isEqualTo("calendar.entry.endsBeforeItBegins");
    }

    @Test
    void a_list_that_cannot_be_meant_is_told_and_cannot_be_accepted() {
        doThrow(RuleViolation.at("entries", "calendar.entry.dayTwice", "2027-01-01"))
                .when(administration)
                .preview(any());
        YearEditor editor = enter2027();
        editor.take(READ);
        assertThat(_find(editor, Paragraph.class))
                .extracting(Paragraph::getText)
                .contains("calendar.entry.dayTwice");
        assertThat(accept().isEnabled()).isFalse();
    }

    @Test
    void a_missing_notice_is_refused_beside_its_field() {
        doThrow(RuleViolation.at("notice", "calendar.entry.noticeMissing"))
                .when(administration)
                .accept(any());
        enter2027().take(READ.under(""));
        _click(accept());
        assertThat(field("calendar.editor.notice").getErrorMessage()).isEqualTo("calendar.entry.noticeMissing");
        _get(YearEditor.class);
    }

    private void show(boolean mayEnter) {
        when(administration.mayEnter()).thenReturn(mayEnter);
        UI.getCurrent().add(new CalendarView(administration));
    }

    private YearEditor enter2027() {
        show(true);
        _click(_find(Button.class).stream()
                .filter(button -> button.getText().equals("calendar.year.enter"))
                .findFirst()
                .orElseThrow());
        return _get(YearEditor.class);
    }

    private static Button accept() {
        return button("calendar.editor.accept");
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static TextField field(String label) {
        return byLabel(TextField.class, label);
    }

    @Test
    void a_day_is_read_as_people_write_it_and_shown_in_one_form() {
        assertThat(new DayField("").getI18n().getDateFormats())
                .startsWith("yyyy-MM-dd")
                .contains("yyyy年M月d日", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd");
    }

    private static DayField day(String label) {
        return byLabel(DayField.class, label);
    }

    private static <T extends Component> T byLabel(Class<T> type, String label) {
        return _get(
                type,
                spec -> spec.withPredicate(
                        found -> label.equals(found.getElement().getProperty("label"))));
    }
}
