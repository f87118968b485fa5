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
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.findings.HalfDone;
import org.bihuan.rectification.FindingsDesk.OnDesk;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.Test;

/** The import's first two steps: the document, and the check of what was found in it. */
class ImportViewTest extends ImportBed {

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
    void a_row_stays_open_to_the_eye_while_its_wording_is_kept_and_when_its_kind_changes() {
        show();
        _click(button("findings.source.read"));
        check().act("open", SECOND, null, -1);
        check().act("correct", SECOND, "严格考勤，每月通报。", -1);
        assertThat(row(SECOND).getClassNames()).contains("import-row", "import-measure", "open");
        check().act("promote", SECOND, "严格考勤，每月通报。", -1);
        assertThat(row(SECOND).getClassNames())
                .contains("import-row", "import-problem", "open")
                .doesNotContain("import-measure");
        check().act("close", SECOND, "严格考勤，每月通报。", -1);
        assertThat(row(SECOND).getClassNames()).doesNotContain("open");
    }

    private static ImportRow row(int id) {
        return _get(
                ImportRow.class, spec -> spec.withPredicate(row -> row.node().id() == id));
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
        return _find(row(id), Div.class).stream()
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
                .thenReturn(Optional.of(
                        new OnDesk(77, 1, "原文", new HalfDone(read.half().draft(), Map.of(), "另一份"), Instant.EPOCH)));
        show();
        assertThat(_get(TextArea.class).getValue()).isEqualTo("另一份");
        assertThat(_find(Paragraph.class)).extracting(Paragraph::getText).contains("findings.desk.unread");
        _click(button("findings.source.back"));
        assertThat(rows()).hasSize(4);
    }
}
