package org.bihuan.rectification.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.bihuan.audit.AuditSentences;
import org.bihuan.audit.AuditTrail;
import org.bihuan.calendar.RestDayRule;
import org.bihuan.calendar.WorkCalendar;
import org.bihuan.evidence.Evidence;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.rectification.AspectDraft;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.CaseWork;
import org.bihuan.rectification.FindingsDesk;
import org.bihuan.rectification.FindingsDesk.Half;
import org.bihuan.rectification.FindingsDesk.OnDesk;
import org.bihuan.rectification.FindingsDraft;
import org.bihuan.rectification.FindingsHeader;
import org.bihuan.rectification.FindingsImport;
import org.bihuan.rectification.MeasureDraft;
import org.bihuan.rectification.OrganisationDraft;
import org.bihuan.rectification.ProblemDraft;
import org.bihuan.rectification.RoundPolicy;
import org.bihuan.rectification.RoundPreview;
import org.bihuan.rectification.RoundSuggestion;
import org.bihuan.rectification.RoundView;
import org.bihuan.rectification.Rounds;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.RuleViolation;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.ArgumentCaptor;

/** The import's three steps without a browser; texts appear as their keys. */
@ExtendWith(MockScreen.class)
class ImportViewTest {

    private static final LocalDate FEEDBACK = LocalDate.of(2026, 3, 2);
    private static final int PROBLEM = 2;
    private static final int FIRST = 3;
    private static final int SECOND = 4;

    private final FindingsImport findings = mock(FindingsImport.class);
    private final FindingsDesk desk = mock(FindingsDesk.class);
    private final Rounds rounds = mock(Rounds.class);
    private final WorkCalendar calendar = mock(WorkCalendar.class);

    @BeforeEach
    void open() {
        when(findings.maxBytes()).thenReturn(5L * 1024 * 1024);
        when(desk.find()).thenReturn(Optional.empty());
        when(desk.begin(any())).thenReturn(onDesk());
        when(desk.keep(any(), any())).thenAnswer(call -> {
            OnDesk before = call.getArgument(0);
            return new OnDesk(before.id(), before.revision() + 1, "原文", call.getArgument(1), Instant.EPOCH);
        });
        when(rounds.suggest(any()))
                .thenReturn(new RoundSuggestion(
                        "XH2026", "街道党工委", null, null, null, FEEDBACK, 1, 6, RestDayRule.KEEP, 10, 1, 6));
        when(rounds.preview(any())).thenAnswer(call -> preview(call.getArgument(0)));
        when(calendar.nameOf(any())).thenReturn(Optional.empty());
        when(calendar.isWorkday(any())).thenReturn(true);
    }

    private static OnDesk onDesk() {
        List<MeasureDraft> measures = List.of(measure(FIRST, "走访群众听取意见。"), measure(SECOND, "严格考勤每月通报。"));
        ProblemDraft problem = new ProblemDraft(PROBLEM, "1.", "针对服务不到位的问题。", List.of(), List.of(), measures);
        FindingsDraft draft = new FindingsDraft(
                new FindingsHeader(List.of(), null, null, FEEDBACK, null),
                new OrganisationDraft(List.of(), List.of(), List.of(), List.of()),
                List.of(new AspectDraft(1, "（一）", "作风方面", List.of(problem))),
                List.of());
        return new OnDesk(77, 1, "原文", new Half(draft, Map.of(), ""), Instant.EPOCH);
    }

    private static MeasureDraft measure(int id, String text) {
        return new MeasureDraft(id, null, text, List.of(), List.of(), List.of());
    }

    private static RoundPreview preview(RoundPolicy policy) {
        return new RoundPreview(
                new RoundView(
                        1,
                        policy.code(),
                        policy.title(),
                        policy.inspectedOrg(),
                        null,
                        null,
                        null,
                        policy.feedbackDate(),
                        policy.planDue(),
                        policy.periodMonths(),
                        policy.feedbackDate().plusMonths(policy.periodMonths()),
                        policy.reportDue(),
                        policy.restDayRule(),
                        10,
                        1,
                        6,
                        false),
                policy.planDue(),
                policy.planDue(),
                Set.of());
    }

    private ImportView show() {
        CaseServices services = new CaseServices(
                mock(CaseFile.class),
                mock(CaseWork.class),
                mock(Directory.class),
                mock(Evidence.class),
                mock(CurrentActor.class),
                mock(AuditTrail.class),
                mock(AuditSentences.class),
                calendar,
                Clock.fixed(Instant.parse("2026-03-05T02:00:00Z"), ZoneOffset.UTC));
        ImportView view = new ImportView(findings, desk, rounds, services);
        UI.getCurrent().add(view);
        return view;
    }

    private static Button button(String key) {
        return _find(Button.class).stream()
                .filter(found -> found.getText().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + key));
    }

    private static List<String> rows() {
        return _find(ImportRow.class).stream()
                .map(row -> row.node().place() + " " + row.node().text())
                .toList();
    }

    private static ImportFindings check() {
        return _get(ImportFindings.class);
    }

    @Test
    void the_screen_is_the_clerks_alone() {
        assertThat(ImportView.class.getAnnotation(RolesAllowed.class).value()).containsExactly("CLERK");
        assertThat(AssignView.class.getAnnotation(RolesAllowed.class).value()).containsExactly("CLERK");
    }

    @Test
    void text_without_findings_is_refused_beside_the_field_and_not_lost() {
        doThrow(new RuleViolation("findings.noFindings")).when(desk).begin("今天天气很好。");
        show();
        _setValue(_get(TextArea.class), "今天天气很好。");
        _click(button("findings.source.read"));
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo("findings.noFindings");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("今天天气很好。");
        assertThat(_find(ImportFindings.class)).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_beside_the_upload() throws IOException {
        when(findings.readFile(eq("包.docx"), any(), anyLong()))
                .thenThrow(new RuleViolation("findings.file.notWord", "包.docx"));
        show();
        ImportSource source = _get(ImportSource.class);
        assertThat(source.receive("包.docx", new ByteArrayInputStream(new byte[0]), 0, UI.getCurrent()))
                .isFalse();
        MockVaadin.clientRoundtrip();
        assertThat(refusals()).containsExactly("findings.file.notWord");
        verify(desk, never()).begin(any());
    }

    @Test
    void a_file_without_findings_is_refused_and_one_with_findings_goes_on() throws IOException {
        when(findings.readFile(any(), any(), anyLong())).thenReturn("天气", "正文");
        doThrow(new RuleViolation("findings.noFindings")).when(desk).begin("天气");
        show();
        ImportSource source = _get(ImportSource.class);
        source.receive("a.txt", new ByteArrayInputStream(new byte[0]), 0, UI.getCurrent());
        MockVaadin.clientRoundtrip();
        assertThat(refusals()).containsExactly("findings.source.inFile");
        assertThat(source.receive("b.txt", new ByteArrayInputStream(new byte[0]), 0, UI.getCurrent()))
                .isTrue();
        MockVaadin.clientRoundtrip();
        assertThat(rows()).hasSize(4);
    }

    private static List<String> refusals() {
        List<String> texts = new ArrayList<>();
        _find(Paragraph.class).stream()
                .filter(p -> p.hasClassName("import-refusal"))
                .forEach(p -> texts.add(p.getText()));
        return texts;
    }

    @Test
    void rows_are_corrected_split_merged_moved_and_dropped_and_each_step_is_kept() {
        show();
        _click(button("findings.source.read"));
        check().act("correct", FIRST, "走访 20 户群众，听取意见。", -1);
        assertThat(rows()).contains("P01-M01 走访 20 户群众，听取意见。");
        check().act("open", FIRST, null, -1);
        check().act("split", FIRST, " 走访 20 户群众，听取意见。", 11);
        assertThat(rows()).contains("P01-M01 走访 20 户群众，", "P01-M02 听取意见。");
        check().act("merge", rowId("P01-M02"), null, -1);
        assertThat(rows()).contains("P01-M01 走访 20 户群众，听取意见。", "P01-M02 严格考勤每月通报。");
        check().act("up", SECOND, null, -1);
        assertThat(rows()).contains("P01-M01 严格考勤每月通报。");
        check().act("promote", SECOND, null, -1);
        assertThat(rows()).contains("P02 严格考勤每月通报。", "P02-M01 走访 20 户群众，听取意见。");
        check().move(FIRST, PROBLEM);
        assertThat(rows()).contains("P01-M01 走访 20 户群众，听取意见。");
        check().act("demote", SECOND, null, -1);
        check().act("drop", SECOND, null, -1);
        assertThat(rows()).hasSize(3);
        verify(desk, org.mockito.Mockito.times(8)).keep(any(), any());

        _click(button("findings.check.undo"));
        assertThat(rows()).hasSize(4);
        check().act("redo", PROBLEM, null, -1);
        assertThat(rows()).hasSize(3);
    }

    @Test
    void a_row_says_itself_what_is_doubtful_about_it() {
        show();
        _click(button("findings.source.read"));
        assertThat(remarks(PROBLEM)).isEmpty();
        check().act("correct", PROBLEM, "长".repeat(204), -1);
        assertThat(remarks(PROBLEM)).containsExactly("findings.warn.problemLong");
        check().act("correct", PROBLEM, "针对服务不到位的问题。", -1);
        assertThat(remarks(PROBLEM)).isEmpty();
    }

    private static List<String> remarks(int id) {
        return _find(ImportRow.class).stream()
                .filter(row -> row.node().id() == id)
                .flatMap(row -> _find(row, Div.class).stream())
                .map(Div::getText)
                .filter(text -> text.startsWith("findings.warn."))
                .toList();
    }

    private static int rowId(String place) {
        return _find(ImportRow.class).stream()
                .filter(row -> row.node().place().equals(place))
                .findFirst()
                .orElseThrow()
                .node()
                .id();
    }

    @Test
    void a_refused_step_says_why_beside_the_open_text_and_changes_nothing() {
        show();
        _click(button("findings.source.read"));
        List<String> before = rows();
        check().act("open", FIRST, null, -1);
        check().act("close", FIRST, "  ", 0);
        assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo("findings.edit.blank");
        check().act("split", FIRST, "走访群众听取意见。", 0);
        assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo("findings.edit.splitPlace");
        assertThat(rows()).isEqualTo(before);
        verify(desk, never()).keep(any(), any());
    }

    @Test
    void a_window_that_shows_an_old_state_is_told_so() {
        doThrow(new AlreadyDone("findings.desk.elsewhere")).when(desk).keep(any(), any());
        show();
        _click(button("findings.source.read"));
        check().act("drop", FIRST, null, -1);
        assertThat(_find(Notification.class)).isNotEmpty();
    }

    @Test
    void a_half_done_check_is_taken_up_again() {
        when(desk.find()).thenReturn(Optional.of(onDesk()));
        show();
        assertThat(rows()).hasSize(4);
        assertThat(_find(Paragraph.class)).extracting(Paragraph::getText).contains("findings.desk.resumed");
    }

    @Test
    void text_that_was_pasted_and_not_read_is_shown_first_and_the_way_back_to_the_check_is_there() {
        OnDesk read = onDesk();
        when(desk.find())
                .thenReturn(Optional.of(new OnDesk(
                        77, 1, "原文", new Half(read.half().draft(), Map.of(), "另一份"), Instant.EPOCH)));
        show();
        assertThat(_get(TextArea.class).getValue()).isEqualTo("另一份");
        assertThat(_find(Paragraph.class)).extracting(Paragraph::getText).contains("findings.desk.unread");
        _click(button("findings.source.back"));
        assertThat(rows()).hasSize(4);
    }

    @Test
    void the_policy_starts_from_the_document_and_is_refused_beside_its_fields() {
        policy();
        assertThat(date("findings.round.feedbackDate").getValue()).isEqualTo(FEEDBACK);
        assertThat(date("findings.round.planDue").getValue()).isEqualTo(FEEDBACK.plusMonths(1));
        assertThat(date("findings.round.reportDue").getValue()).isEqualTo(FEEDBACK.plusMonths(6));
        assertThat(_find(ImportDates.class)).hasSize(1);

        doThrow(RuleViolation.at("planDue", "calendar.noData", "2027"))
                .when(rounds)
                .preview(any());
        date("findings.round.planDue").setValue(LocalDate.of(2027, 1, 4));
        assertThat(date("findings.round.planDue").getErrorMessage()).isEqualTo("calendar.noData");
        assertThat(_find(ImportDates.class)).isEmpty();

        _setValue(text("findings.round.title"), "");
        _click(button("findings.accept.do"));
        assertThat(text("findings.round.title").getErrorMessage()).isEqualTo("findings.round.missing");
        verify(desk, never()).accept(any(), any());
    }

    @Test
    void acceptance_hands_over_what_was_typed_and_a_taken_code_is_refused_beside_it() {
        policy();
        when(desk.accept(any(), any())).thenThrow(RuleViolation.at("code", "rectification.round.codeTaken", "XH2026"));
        _setValue(text("findings.round.code"), "xh2026b");
        @SuppressWarnings("unchecked")
        ComboBox<Integer> period = _get(ComboBox.class);
        period.setValue(3);
        _click(button("findings.accept.do"));
        ArgumentCaptor<RoundPolicy> asked = ArgumentCaptor.forClass(RoundPolicy.class);
        verify(desk).accept(any(), asked.capture());
        assertThat(asked.getValue().code()).isEqualTo("XH2026B");
        assertThat(asked.getValue().periodMonths()).isEqualTo(3);
        assertThat(asked.getValue().reportDue()).isEqualTo(FEEDBACK.plusMonths(3));
        assertThat(text("findings.round.code").getErrorMessage()).isEqualTo("rectification.round.codeTaken");
        assertThat(button("findings.accept.do").isEnabled()).isTrue();
    }

    private void policy() {
        show();
        _click(button("findings.source.read"));
        _click(button("findings.check.next"));
    }

    private static DatePicker date(String key) {
        return labelled(DatePicker.class, key);
    }

    private static TextField text(String key) {
        return labelled(TextField.class, key);
    }

    private static <C extends Component> C labelled(Class<C> type, String key) {
        return _find(type).stream()
                .filter(found -> key.equals(found.getElement().getProperty("label")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + key));
    }
}
