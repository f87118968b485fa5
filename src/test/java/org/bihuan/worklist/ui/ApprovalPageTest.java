package org.bihuan.worklist.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.worklist.ui.ClosureSamples.AT;
import static org.bihuan.worklist.ui.ClosureSamples.DUE;
import static org.bihuan.worklist.ui.ClosureSamples.NUMBER;
import static org.bihuan.worklist.ui.ClosureSamples.measure;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureView;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.RuleViolation;
import org.bihuan.testing.Focused;
import org.bihuan.worklist.DecidedClosure;
import org.bihuan.worklist.DraftMoved;
import org.bihuan.worklist.FormDrafts;
import org.bihuan.worklist.WaitingClosure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One closure and the decision on it, without a browser. */
class ApprovalPageTest extends ApprovalBed {

    private ApprovalPage page(WaitingClosure row) {
        when(approvals.find(row.item())).thenReturn(Optional.of(row));
        ApprovalPage page = new ApprovalPage(services, row.item(), decided::incrementAndGet);
        UI.getCurrent().add(page);
        return page;
    }

    @Test
    void the_page_shows_the_request_the_opinions_and_the_earlier_requests() {
        page(row(1, null, null));
        assertThat(texts(Paragraph.class)).contains("第二次申请", "验收属实", "第一次申请", "缺记录", "销号标准");
        assertThat(texts(H3.class)).contains("worklist.approval.opinion.VERIFIED", "worklist.approval.earlierNumber");
        verify(parts).timeline(NUMBER);
        verify(parts).measures(List.of(measure(1), measure(2)));
    }

    @Test
    void an_approval_asks_for_an_opinion_and_is_confirmed() {
        page(row(1, null, null));
        _assertNone(TextArea.class);
        press("worklist.approval.approve");
        press("worklist.approval.confirmApprove");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        verify(approvals, never()).decide(anyLong(), any());
        _setValue(_get(TextArea.class), "同意。");
        press("worklist.approval.confirmApprove");
        verify(approvals).decide(1, Decision.approve("同意。"));
        verify(drafts).drop(1);
        assertThat(decided).hasValue(1);
    }

    @Test
    void a_decision_begun_before_is_told_at_the_head_of_the_page() {
        page(row(1, null, null));
        assertThat(skip().hasClassName("approval-skip")).isTrue();
        when(drafts.find(1))
                .thenReturn(Optional.of(
                        new FormDrafts.Draft("{\"mode\":\"RETURNING\",\"opinion\":\"缺记录\"}", 1, Instant.EPOCH)));
        UI.getCurrent().removeAll();
        page(row(1, null, null));
        assertThat(skip().getText()).isEqualTo("worklist.approval.goOn");
        assertThat(skip().hasClassName("approval-skip")).isFalse();
    }

    private static NativeButton skip() {
        return _get(
                NativeButton.class,
                search -> search.withPredicate(button -> button.getText().equals("worklist.approval.skip")
                        || button.getText().equals("worklist.approval.goOn")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"worklist.approval.approve", "worklist.approval.return"})
    void whoever_cancels_a_decision_is_back_on_the_button_that_opened_it(String opened) {
        page(row(1, null, null));
        Button opener = _get(Button.class, search -> search.withText(opened));
        press(opened);
        assertThat(Focused.part()).containsInstanceOf(TextArea.class);
        press("worklist.approval.cancel");
        assertThat(Focused.part()).contains(opener);
    }

    @Test
    void a_return_names_the_measures_and_their_new_date() {
        page(row(1, null, null));
        press("worklist.approval.return");
        _assertNone(DatePicker.class);
        _setValue(_get(TextArea.class), "缺记录。");
        redo().setValue(Set.of(measure(2)));
        doThrow(RuleViolation.at("newDue", "rectification.decision.noNewDue"))
                .when(approvals)
                .decide(1, new Decision(false, "缺记录。", null, Set.of(NUMBER.measure(2))));
        press("worklist.approval.confirmReturn");
        assertThat(_get(DatePicker.class).isInvalid()).isTrue();
        _setValue(_get(DatePicker.class), DUE);
        press("worklist.approval.confirmReturn");
        verify(approvals).decide(1, new Decision(false, "缺记录。", DUE, Set.of(NUMBER.measure(2))));
        assertThat(decided).hasValue(1);
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<MeasureView> redo() {
        return _get(CheckboxGroup.class);
    }

    @Test
    void who_may_not_decide_reads_the_rule_and_gets_no_buttons() {
        page(row(1, null, "rectification.duty.verifierCloses"));
        assertThat(texts(H3.class)).contains("worklist.approval.notYou");
        assertThat(texts(Paragraph.class)).contains("rectification.duty.verifierCloses");
        _assertNone(ApprovalForm.class);
    }

    @Test
    void what_somebody_else_has_claimed_names_them_and_gets_no_buttons() {
        page(row(1, "副书记", null));
        assertThat(texts(H3.class)).contains("worklist.approval.notNow");
        _assertNone(ApprovalForm.class);
    }

    @Test
    void who_comes_second_is_told_and_the_form_gives_way_to_what_happened() {
        page(row(1, null, null));
        press("worklist.approval.approve");
        _setValue(_get(TextArea.class), "同意。");
        doThrow(new AlreadyDone("worklist.approval.decidedBy", "书记", "now"))
                .when(approvals)
                .decide(eq(1L), any());
        when(approvals.find(1)).thenReturn(Optional.empty());
        when(approvals.decided(1)).thenReturn(Optional.of(new DecidedClosure(NUMBER, "书记", AT)));
        press("worklist.approval.confirmApprove");
        _assertNone(Button.class, spec -> spec.withText("worklist.approval.confirmApprove"));
        assertThat(texts(H3.class)).contains("worklist.approval.over");
        assertThat(texts(Paragraph.class)).contains("worklist.approval.decidedBy");
        assertThat(decided).hasValue(0);
    }

    @Test
    void the_opinion_of_who_comes_second_stays_to_be_copied_and_is_kept_no_more() {
        ApprovalPage page = page(row(1, null, null));
        press("worklist.approval.return");
        _setValue(_get(TextArea.class), "缺记录，请补。");
        when(approvals.find(1)).thenReturn(Optional.of(row(1, "副书记", null)));
        page.follow();
        assertThat(_get(TextArea.class).getValue()).isEqualTo("缺记录，请补。");
        assertThat(_get(TextArea.class).isReadOnly()).isTrue();
        assertThat(texts(Span.class)).contains("worklist.draft.over");
        assertThat(texts(H3.class)).contains("worklist.approval.notNow");
        _assertNone(Button.class);
        _assertNone(CheckboxGroup.class);
    }

    @Test
    void who_had_written_nothing_keeps_no_empty_form() {
        ApprovalPage page = page(row(1, null, null));
        press("worklist.approval.approve");
        when(approvals.find(1)).thenReturn(Optional.empty());
        page.follow();
        _assertNone(ApprovalForm.class);
    }

    @Test
    void what_is_half_written_stays_while_others_act_on_other_cases() {
        ApprovalPage page = page(row(1, null, null));
        press("worklist.approval.return");
        _setValue(_get(TextArea.class), "缺");
        page.follow();
        assertThat(_get(TextArea.class).getValue()).isEqualTo("缺");
    }

    @Test
    void nothing_is_decided_while_it_is_open_which_windows_text_stands() throws Exception {
        page(row(1, null, null));
        press("worklist.approval.approve");
        doThrow(mock(DraftMoved.class)).when(drafts).keep(eq(1L), any(), anyInt());
        when(drafts.find(1)).thenReturn(Optional.of(new FormDrafts.Draft("{}", 4, Instant.EPOCH)));
        _setValue(_get(TextArea.class), "同意。");
        press("worklist.approval.confirmApprove");
        verify(approvals, never()).decide(anyLong(), any());
        assertThat(_get(Notification.class).getElement().getTextRecursively()).contains("worklist.draft.undecided");
        doReturn(5).when(drafts).keep(eq(1L), any(), anyInt());
        press("worklist.draft.keepThis");
        press("worklist.approval.confirmApprove");
        verify(approvals).decide(1, Decision.approve("同意。"));
    }

    @Test
    void a_draft_is_brought_back_without_what_has_gone_stale() throws Exception {
        when(drafts.find(1))
                .thenReturn(Optional.of(new FormDrafts.Draft(
                        new ObjectMapper()
                                .writeValueAsString(Map.of(
                                        "mode",
                                        "RETURNING",
                                        "opinion",
                                        "缺记录",
                                        "redo",
                                        NUMBER + "-M02,AB2026-P01-M77",
                                        "newDue",
                                        "soon")),
                        1,
                        Instant.EPOCH)));
        page(row(1, null, null));
        assertThat(_get(TextArea.class).getValue()).isEqualTo("缺记录");
        assertThat(redo().getValue()).containsExactly(measure(2));
        assertThat(_get(DatePicker.class).getValue()).isNull();
        _assertOne(Button.class, spec -> spec.withText("worklist.approval.confirmReturn"));
    }
}
