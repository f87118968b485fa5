package org.bihuan.worklist.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import org.bihuan.identity.PersonRef;
import org.bihuan.rectification.MeasureSample;
import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.bihuan.shared.RuleViolation;
import org.bihuan.worklist.Receipts;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The receipts of one problem on the page of one of them. */
class TaskReceiptsTest extends WorkBed {

    private static final CaseNumber PROBLEM = MEASURE.problem();
    private static final String SIGN = "worklist.receipts.sign";

    private final Runnable done = mock(Runnable.class);
    private final Runnable again = mock(Runnable.class);

    /** Item 41 is of the third measure, 42 of the fourth and so on. */
    private static WorkItemRow receipt(int item) {
        return receipt(item, WorkItemRow.Kind.MINE, HANDLER);
    }

    private static WorkItemRow receipt(int item, WorkItemRow.Kind kind, @Nullable Long assignee) {
        return new WorkItemRow(
                item,
                kind,
                PROBLEM.measure(item - 38).value(),
                "userTask_acknowledge",
                "签收整改措施",
                WorkForms.MEASURE_ACKNOWLEDGE,
                "PERSON_RESPONSIBLE",
                "针对问题",
                "党建办",
                assignee,
                TODAY.plusDays(3),
                Level.NORMAL,
                null,
                null,
                null,
                "措施" + item);
    }

    @BeforeEach
    void threeToBeSigned() {
        standing(receipt(41), receipt(42), receipt(43));
        when(inbox.find(ITEM)).thenReturn(Optional.of(receipt(41)));
        when(cases.measures(PROBLEM))
                .thenReturn(IntStream.rangeClosed(1, 6)
                        .mapToObj(ordinal -> MeasureSample.of(PROBLEM, ordinal)
                                .saying("措施", "内容" + ordinal, "标准" + ordinal)
                                .due(TODAY.plusDays(ordinal), TODAY.plusDays(ordinal))
                                .view())
                        .toList());
    }

    private void standing(WorkItemRow... rows) {
        when(receipts.of(PROBLEM)).thenReturn(List.of(rows));
    }

    private void comesOf(List<Long> items, @Nullable RuleViolation... refusals) {
        when(receipts.signAll(items))
                .thenReturn(IntStream.range(0, items.size())
                        .mapToObj(at -> new Receipts.Outcome(items.get(at), at < refusals.length ? refusals[at] : null))
                        .toList());
    }

    private TaskPanel show() {
        TaskPanel panel = panels.create(ITEM, done, again);
        UI.getCurrent().add(panel);
        return panel;
    }

    private static List<String> lines() {
        return _get(UnorderedList.class, spec -> spec.withClasses("receipts"))
                .getChildren()
                .map(line -> line.getElement().getTextRecursively())
                .toList();
    }

    private static Checkbox box(int line) {
        ListItem item = (ListItem) _get(UnorderedList.class, spec -> spec.withClasses("receipts"))
                .getChildren()
                .toList()
                .get(line);
        return _get(item, Checkbox.class);
    }

    private static Checkbox all() {
        return _get(Checkbox.class, spec -> spec.withLabel("worklist.receipts.all"));
    }

    private static void sign() {
        _click(_get(Button.class, spec -> spec.withText(SIGN)));
    }

    @Test
    void each_is_listed_with_what_it_is_about_and_ticked() {
        standing(
                receipt(41),
                receipt(42, WorkItemRow.Kind.CLAIM, null),
                receipt(43, WorkItemRow.Kind.MINE, HANDLER + 1));
        when(directory.persons(List.of(HANDLER + 1)))
                .thenReturn(Map.of(HANDLER + 1, new PersonRef(HANDLER + 1, "同事", "colleague", true)));
        show();
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0))
                .contains("XH2025-P02-M03", "措施41", "worklist.receipts.due", "worklist.receipts.this", "内容3", "标准3")
                .doesNotContain("worklist.receipts.free", "worklist.receipts.onBehalf");
        assertThat(lines().get(1)).contains("XH2025-P02-M04", "worklist.receipts.free");
        assertThat(lines().get(2)).contains("XH2025-P02-M05", "worklist.receipts.onBehalf");
        assertThat(Stream.of(0, 1, 2).map(line -> box(line).getValue())).containsOnly(true);
        assertThat(all().getValue()).isTrue();
        assertThat(all().isIndeterminate()).isFalse();
    }

    @Test
    void one_alone_is_signed_by_its_own_form() {
        standing(receipt(41));
        show();
        _assertNone(Button.class, spec -> spec.withText(SIGN));
        _assertNone(Checkbox.class);
    }

    @Test
    void other_steps_list_no_receipts() {
        when(inbox.find(ITEM)).thenReturn(Optional.of(row(WorkItemRow.Kind.MINE)));
        show();
        _assertNone(Button.class, spec -> spec.withText(SIGN));
        verify(receipts, never()).of(any());
    }

    @Test
    void those_that_are_ticked_are_signed_and_the_list_comes_again() {
        List<Long> asked = List.of(41L, 43L);
        comesOf(asked);
        show();
        _setValue(box(1), false);
        assertThat(all().isIndeterminate()).isTrue();
        when(inbox.find(ITEM)).thenReturn(Optional.empty());
        sign();
        verify(receipts).signAll(asked);
        assertThat(_get(Notification.class).getElement().getProperty("text")).isEqualTo("worklist.receipts.signed");
        verify(done).run();
        verify(again, never()).run();
    }

    @Test
    void where_this_one_was_left_out_its_page_stays() {
        comesOf(List.of(42L, 43L));
        show();
        _setValue(box(0), false);
        sign();
        verify(again).run();
        verify(done, never()).run();
    }

    @Test
    void none_ticked_cannot_be_signed_and_all_come_back_at_once() {
        show();
        _setValue(all(), false);
        assertThat(Stream.of(0, 1, 2).map(line -> box(line).getValue())).containsOnly(false);
        assertThat(_get(Button.class, spec -> spec.withText(SIGN)).isEnabled()).isFalse();
        _setValue(all(), true);
        comesOf(List.of(41L, 42L, 43L));
        sign();
        verify(receipts).signAll(List.of(41L, 42L, 43L));
    }

    @Test
    void those_refused_are_named_first_with_the_reason_and_then_the_list_comes_again() {
        comesOf(List.of(41L, 42L, 43L), null, new AlreadyDone("rectification.step.doneBy", "同事", "now"));
        show();
        when(inbox.find(ITEM)).thenReturn(Optional.empty());
        sign();
        MockVaadin.clientRoundtrip();
        assertThat(_find(_get(Dialog.class), ListItem.class))
                .extracting(line -> line.getElement().getTextRecursively())
                .hasSize(3)
                .first()
                .asString()
                .contains("worklist.batch.refused", "XH2025-P02-M04", "措施42", "rectification.step.doneBy");
        verify(done, never()).run();
        _click(_get(Button.class, spec -> spec.withText("worklist.batch.close")));
        verify(done).run();
    }

    @Test
    void what_another_takes_leaves_the_list_and_what_was_unticked_stays_so() {
        TaskPanel panel = show();
        _setValue(box(1), false);
        standing(receipt(41), receipt(42));
        panel.changedElsewhere();
        assertThat(lines()).hasSize(2);
        assertThat(box(0).getValue()).isTrue();
        assertThat(box(1).getValue()).isFalse();
        standing(receipt(41));
        panel.changedElsewhere();
        _assertNone(Button.class, spec -> spec.withText(SIGN));
    }
}
