package org.bihuan.worklist.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.dom.Element;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.ui.EvidencePanel;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.bihuan.worklist.DraftMoved;
import org.bihuan.worklist.FormDrafts;
import org.bihuan.worklist.WorkFates;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class TaskPanelTest extends WorkBed {

    private final Runnable done = mock(Runnable.class);
    private final Runnable again = mock(Runnable.class);

    private TaskPanel show() {
        UI.getCurrent().removeAll();
        TaskPanel panel = panels.create(ITEM, done, again);
        UI.getCurrent().add(panel);
        return panel;
    }

    private static String text() {
        return _get(Article.class).getElement().getTextRecursively();
    }

    private static Div of(String className) {
        return _get(Div.class, search -> search.withClasses(className));
    }

    private static void press(String text) {
        _click(_get(Button.class, search -> search.withText(text)));
    }

    private static WorkFates.Fate fate(WorkFates.State state) {
        return new WorkFates.Fate(ITEM, state, MEASURE, STEP, "党建办主任", false, NOW, null);
    }

    @Test
    void the_last_return_stands_above_the_problem_with_the_version_that_came_back() {
        show();
        List<Component> children = _get(Article.class).getChildren().toList();
        assertThat(children.get(2).getElement().getAttribute("class")).contains("return-note");
        assertThat(of("return-note").getElement().getTextRecursively())
                .contains("worklist.task.returned")
                .contains("缺签到表。")
                .contains("第一版");
        assertThat(text())
                .contains("制度不健全。")
                .contains("制度已印发。")
                .contains("worklist.task.originalDue", "文中文件")
                .contains("写明进展。完成标准：材料齐全。")
                .contains("worklist.why.NAMED")
                .contains("审核整改情况");
    }

    @Test
    void what_the_model_says_is_said_in_the_readers_words() {
        models.say(STEP, "Carry out");
        models.say(DOCUMENTATION, "Write it down.");
        models.say(PASSED, "Passed");
        models.say(HANDED_IN, "Papers in");
        models.say(REVIEW, "Review it");
        show();
        assertThat(_get(H2.class).getText()).isEqualTo("Carry out");
        assertThat(text())
                .contains("Write it down.", "Passed", "worklist.next.after", "Review it")
                .doesNotContain(STEP.text(), DOCUMENTATION.text(), PASSED.text(), REVIEW.text());
    }

    @Test
    void the_checklist_names_evidence_and_fields_and_follows_what_is_filled_in() {
        show();
        assertThat(of("task-checklist").getElement().getTextRecursively())
                .contains("worklist.check.evidence")
                .contains("worklist.check.field");
        assertThat(_find(NativeButton.class, search -> search.withText("worklist.check.upload")))
                .hasSize(1);
        when(evidence.kindsPresent(any(), anyInt())).thenReturn(EnumSet.of(EvidenceKind.DOCUMENT));
        _setValue(_get(TextArea.class), "已完成");
        assertThat(of("task-checklist").getElement().getTextRecursively()).contains("worklist.check.complete");
    }

    @Test
    void what_a_rule_would_refuse_is_said_before_anything_is_typed() {
        when(guides.of(ITEM)).thenReturn(guide(new RuleViolation("rectification.duty.doerReviews"), true));
        show();
        assertThat(of("task-checklist").getElement().getTextRecursively())
                .contains("shared.checklist.barred")
                .contains("rectification.duty.doerReviews")
                .doesNotContain("shared.checklist.missing");
        assertThat(text()).contains("worklist.task.jumpBarred").doesNotContain("worklist.why.");
        assertThat(_find(TextArea.class)).isEmpty();
        press("worklist.task.unclaim");
        verify(work).unclaim(ITEM);
        verify(again).run();
    }

    @Test
    void work_that_is_not_claimed_offers_no_form_and_can_be_claimed() {
        when(inbox.find(ITEM)).thenReturn(Optional.of(row(WorkItemRow.Kind.CLAIM)));
        show();
        assertThat(_find(TextArea.class)).isEmpty();
        press("worklist.task.claim");
        verify(work).claim(ITEM);
        verify(again).run();
    }

    @Test
    void what_a_rule_refuses_to_the_caller_is_said_before_it_is_claimed() {
        when(inbox.find(ITEM)).thenReturn(Optional.of(row(WorkItemRow.Kind.CLAIM)));
        when(guides.of(ITEM)).thenReturn(guide(new RuleViolation("rectification.duty.doerVerifies"), false));
        show();
        assertThat(of("task-checklist").getElement().getTextRecursively())
                .contains("shared.checklist.barred")
                .contains("rectification.duty.doerVerifies");
        assertThat(text()).contains("worklist.task.jumpBarred").doesNotContain("worklist.why.");
        assertThat(_find(Button.class, search -> search.withText("worklist.task.claim")))
                .isEmpty();
    }

    @Test
    void who_comes_second_to_a_claim_is_told_who_has_it() {
        when(inbox.find(ITEM)).thenReturn(Optional.of(row(WorkItemRow.Kind.CLAIM)));
        show();
        doThrow(new RuleViolation("rectification.step.claimedAlready"))
                .when(work)
                .claim(ITEM);
        when(fates.of(ITEM)).thenReturn(Optional.of(fate(WorkFates.State.TAKEN)));
        press("worklist.task.claim");
        assertThat(of("task-banner").getElement().getTextRecursively()).contains("worklist.fate.TAKEN");
        assertThat(_find(Button.class, search -> search.withText("worklist.task.claim")))
                .isEmpty();
        verify(again, never()).run();
    }

    @Test
    void escalated_work_is_shown_without_a_form() {
        when(inbox.find(ITEM)).thenReturn(Optional.of(row(WorkItemRow.Kind.ESCALATED)));
        show();
        assertThat(_find(TextArea.class)).isEmpty();
        assertThat(text()).contains("worklist.escalated").contains("worklist.why.NAMED");
    }

    @Test
    void what_is_handed_in_goes_to_the_service_and_its_draft_is_dropped() {
        show();
        _setValue(_get(TextArea.class), "已完成");
        press("hand in");
        verify(work).submit(ITEM, new Submission.CarryOut("已完成"));
        verify(drafts).drop(ITEM);
        verify(done).run();
    }

    @Test
    void a_refusal_stands_beside_its_field_and_the_text_stays() {
        show();
        _setValue(_get(TextArea.class), "已完成");
        doThrow(RuleViolation.at("report", "rectification.measure.reportMissing"))
                .when(work)
                .submit(anyLong(), any());
        press("hand in");
        assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo("rectification.measure.reportMissing");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("已完成");
        verify(done, never()).run();
        verify(drafts, never()).drop(ITEM);
    }

    @Test
    void a_refusal_of_the_whole_is_a_message_and_the_checklist_asks_the_rules_again() {
        show();
        _setValue(_get(TextArea.class), "已完成");
        when(guides.of(ITEM)).thenReturn(guide(new RuleViolation("rectification.duty.doerVerifies"), false));
        doThrow(new RuleViolation("rectification.duty.doerVerifies")).when(work).submit(anyLong(), any());
        press("hand in");
        assertThat(_find(Notification.class)).hasSize(1);
        assertThat(of("task-checklist").getElement().getTextRecursively()).contains("rectification.duty.doerVerifies");
    }

    @Test
    void the_loser_of_a_race_reads_who_did_it_and_keeps_the_text_to_copy() {
        show();
        _setValue(_get(TextArea.class), "我也写完了");
        doThrow(new AlreadyDone("rectification.step.alreadyDone")).when(work).submit(anyLong(), any());
        when(fates.of(ITEM)).thenReturn(Optional.of(fate(WorkFates.State.DONE)));
        press("hand in");
        assertThat(of("task-banner").getElement().getTextRecursively()).contains("worklist.fate.DONE");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("我也写完了");
        assertThat(_get(TextArea.class).isReadOnly()).isTrue();
        assertThat(_find(Button.class, search -> search.withText("hand in"))).isEmpty();
        verify(done, never()).run();
    }

    @Test
    void a_change_of_the_case_at_the_same_moment_leaves_the_form_for_another_try() {
        show();
        _setValue(_get(TextArea.class), "已完成");
        doThrow(new OptimisticLockingFailureException("late")).when(work).submit(anyLong(), any());
        when(fates.latest(MEASURE)).thenReturn(Optional.empty());
        press("hand in");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("已完成");
        assertThat(_get(TextArea.class).isReadOnly()).isFalse();
        assertThat(_find(Notification.class)).hasSize(1);
        verify(done, never()).run();
    }

    @Test
    void what_others_did_closes_the_form_but_a_mere_change_leaves_it() {
        TaskPanel panel = show();
        _setValue(_get(TextArea.class), "写到一半");
        panel.changedElsewhere();
        assertThat(_get(TextArea.class).isReadOnly()).isFalse();
        assertThat(_get(TextArea.class).getValue()).isEqualTo("写到一半");
        when(inbox.find(ITEM)).thenReturn(Optional.empty());
        when(fates.of(ITEM)).thenReturn(Optional.of(fate(WorkFates.State.DONE)));
        panel.changedElsewhere();
        assertThat(of("task-banner").getElement().getTextRecursively()).contains("worklist.fate.DONE");
        assertThat(_get(TextArea.class).isReadOnly()).isTrue();
        assertThat(_get(TextArea.class).getValue()).isEqualTo("写到一半");
    }

    @Test
    void a_draft_comes_back_and_can_be_given_up() {
        when(drafts.find(ITEM)).thenReturn(Optional.of(new FormDrafts.Draft("{\"report\":\"昨天写的\"}", 3, NOW)));
        show();
        assertThat(_get(TextArea.class).getValue()).isEqualTo("昨天写的");
        press("worklist.draft.startOver");
        assertThat(_get(TextArea.class).getValue()).isEmpty();
        verify(drafts).drop(ITEM);
    }

    private void twoWindowsWrite() {
        doThrow(mock(DraftMoved.class)).when(drafts).keep(eq(ITEM), any(), eq(0));
        when(drafts.find(ITEM)).thenReturn(Optional.of(new FormDrafts.Draft("{\"report\":\"那边写的\"}", 4, NOW)));
        _setValue(_get(TextArea.class), "这边写的");
    }

    @Test
    void a_draft_of_another_window_is_never_overwritten_unseen() {
        show();
        twoWindowsWrite();
        assertThat(of("draft-question").getElement().getTextRecursively())
                .contains("worklist.draft.other")
                .contains("那边写的");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("这边写的");
        press("worklist.draft.keepThis");
        verify(drafts).keep(eq(ITEM), contains("这边写的"), eq(4));
    }

    @Test
    void nothing_is_handed_in_while_it_is_open_which_windows_text_stands() {
        show();
        twoWindowsWrite();
        Element question = of("draft-question").getElement();
        press("hand in");
        UIInternals internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        assertThat(internals.dumpPendingJavaScriptInvocations())
                .anyMatch(call -> call.getOwner().equals(question.getNode())
                        && call.getInvocation().getExpression().contains("focus"));
        verify(work, never()).submit(anyLong(), any());
        assertThat(_get(Notification.class).getElement().getTextRecursively()).contains("worklist.draft.undecided");
        press("worklist.draft.takeOther");
        press("hand in");
        verify(work).submit(ITEM, new Submission.CarryOut("那边写的"));
    }

    @Test
    void what_another_window_has_handed_in_is_kept_no_more_and_says_so() {
        TaskPanel panel = show();
        _setValue(_get(TextArea.class), "写到一半");
        assertThat(of("draft-note").getElement().getTextRecursively()).contains("worklist.draft.kept");
        when(inbox.find(ITEM)).thenReturn(Optional.empty());
        when(fates.of(ITEM)).thenReturn(Optional.of(fate(WorkFates.State.DONE)));
        panel.changedElsewhere();
        assertThat(of("draft-note").getElement().getTextRecursively()).isEqualTo("worklist.draft.over");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("写到一半");
    }

    @Test
    void a_question_about_two_texts_ends_with_the_task() {
        TaskPanel panel = show();
        twoWindowsWrite();
        when(inbox.find(ITEM)).thenReturn(Optional.empty());
        panel.changedElsewhere();
        assertThat(of("draft-note").getElement().getTextRecursively()).isEqualTo("worklist.draft.over");
        assertThat(_find(Button.class, search -> search.withText("worklist.draft.takeOther")))
                .isEmpty();
    }

    @Test
    void a_draft_that_the_step_has_outlived_is_not_said_to_be_kept() {
        show();
        doThrow(new AlreadyDone("worklist.draft.over")).when(drafts).keep(eq(ITEM), any(), anyInt());
        _setValue(_get(TextArea.class), "晚了一步");
        assertThat(of("draft-note").getElement().getTextRecursively()).isEqualTo("worklist.draft.over");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("晚了一步");
    }

    @Test
    void a_draft_of_a_step_that_is_somebody_elses_by_now_is_not_said_to_be_kept() {
        show();
        doThrow(new Forbidden("rectification.step.notYours")).when(drafts).keep(eq(ITEM), any(), anyInt());
        _setValue(_get(TextArea.class), "已交给别人");
        assertThat(of("draft-note").getElement().getTextRecursively()).isEqualTo("worklist.draft.over");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("已交给别人");
    }

    @Test
    void the_other_windows_draft_can_be_taken() {
        show();
        twoWindowsWrite();
        press("worklist.draft.takeOther");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("那边写的");
        verify(drafts, never()).keep(eq(ITEM), any(), eq(4));
    }

    @Test
    void work_that_is_no_longer_mine_says_what_became_of_it_and_foreign_work_is_not_found() {
        when(inbox.find(ITEM)).thenReturn(Optional.empty());
        when(fates.of(ITEM)).thenReturn(Optional.of(fate(WorkFates.State.TAKEN)));
        show();
        assertThat(text()).contains("worklist.fate.TAKEN").contains(MEASURE.value());
        assertThat(_find(TextArea.class)).isEmpty();
        when(fates.of(ITEM)).thenReturn(Optional.empty());
        assertThatThrownBy(this::show).isInstanceOf(NotFound.class);
    }

    @Test
    void evidence_is_only_read_once_the_task_is_somebody_elses() {
        TaskPanel panel = show();
        assertThat(_find(Upload.class)).isNotEmpty();
        when(inbox.find(ITEM)).thenReturn(Optional.empty());
        panel.changedElsewhere();
        assertThat(_find(Upload.class)).isEmpty();
        assertThat(_get(EvidencePanel.class).isEditable()).isFalse();
    }
}
