package org.bihuan.worklist.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import org.bihuan.identity.Actor;
import org.bihuan.shared.Level;
import org.bihuan.shared.ModelText;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkChanges;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class MyWorkViewTest extends WorkBed {

    private final WorkChanges changes = mock(WorkChanges.class);
    private final WorkChanges.Subscription subscription = mock(WorkChanges.Subscription.class);

    private MyWorkView show() {
        when(changes.subscribe(any(), any())).thenReturn(subscription);
        MyWorkView view = new MyWorkView(inbox, changes, panels, dueText);
        UI.getCurrent().add(view);
        return view;
    }

    @SuppressWarnings("unchecked")
    private static Grid<WorkItemRow> grid() {
        return _get(Grid.class);
    }

    private Inbox.Filter lastFilter() {
        ArgumentCaptor<Inbox.Filter> filter = ArgumentCaptor.forClass(Inbox.Filter.class);
        GridKt._get(grid(), 0);
        verify(inbox, atLeastOnce()).page(any(), filter.capture(), any(), any(), anyInt(), anyInt());
        return filter.getValue();
    }

    @Test
    void each_list_carries_its_count_and_all_facts_have_a_column() {
        show();
        assertThat(_get(Tabs.class).getElement().getTextRecursively())
                .contains("worklist.tab.ALL2")
                .contains("worklist.tab.OVERDUE0");
        assertThat(grid().getColumns().stream().map(Grid.Column::getKey))
                .containsExactly("number", "what", "title", "unit", "due", "event");
        assertThat(GridKt._size(grid())).isEqualTo(2);
        assertThat(GridKt._get(grid(), 0).subject()).isEqualTo("健全制度");
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_step_is_named_in_the_readers_words_in_the_list_and_among_the_filters() {
        models.say(STEP, "Carry out");
        models.say(new ModelText("userTask_carryOut", "落实"), "Carry out, in short");
        show();
        LitRenderer<WorkItemRow> what =
                (LitRenderer<WorkItemRow>) grid().getColumnByKey("what").getRenderer();
        assertThat(requireNonNull(what.getValueProviders().get("step")).apply(row(WorkItemRow.Kind.MINE)))
                .isEqualTo("Carry out");
        Select<String> steps = _get(Select.class, search -> search.withLabel("worklist.filter.step"));
        assertThat(steps.getItemLabelGenerator().apply("userTask_carryOut")).isEqualTo("Carry out, in short");
    }

    @Test
    void a_date_that_has_passed_is_overdue_even_before_the_escalation_has_run() {
        assertThat(dueText.level(row(WorkItemRow.Kind.MINE))).contains(Level.OVERDUE);
        assertThat(dueText.left(row(WorkItemRow.Kind.DONE))).isEmpty();
    }

    @Test
    void days_left_of_a_step_are_called_so_where_its_measure_is_overdue() {
        when(calendar.workdaysBetween(TODAY, TODAY.plusDays(4))).thenReturn(2);
        assertThat(dueText.left(due(TODAY.plusDays(4), Level.OVERDUE))).isEqualTo("worklist.due.ofStep");
        assertThat(dueText.left(due(TODAY.plusDays(4), Level.WARNING))).isEqualTo("shared.due.left");
        when(calendar.workdaysBetween(TODAY, TODAY.minusDays(2))).thenReturn(-1);
        assertThat(dueText.left(due(TODAY.minusDays(2), Level.OVERDUE))).isEqualTo("shared.due.over");
    }

    @Test
    @SuppressWarnings("unchecked")
    void search_and_filters_narrow_the_list_and_can_be_cleared_at_once() {
        show();
        _setValue(_get(TextField.class), "P02 制度");
        _setValue(
                (Select<Level>) _get(Select.class, search -> search.withLabel("worklist.filter.level")), Level.OVERDUE);
        _setValue((ComboBox<Long>) _get(ComboBox.class), 5L);
        assertThat(lastFilter()).isEqualTo(new Inbox.Filter("P02 制度", Level.OVERDUE, 5L, null));
        _click(_get(Button.class, search -> search.withText("worklist.filter.clear")));
        assertThat(lastFilter()).isEqualTo(Inbox.Filter.NONE);
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_order_is_the_services() {
        show();
        _setValue(
                (Select<Inbox.Sort>) _get(Select.class, search -> search.withLabel("worklist.sort")), Inbox.Sort.LEVEL);
        GridKt._get(grid(), 0);
        verify(inbox, atLeastOnce()).page(any(), any(), eq(Inbox.Sort.LEVEL), any(), anyInt(), anyInt());
    }

    @Test
    void another_list_and_a_search_begin_at_the_first_row() {
        show();
        assertThat(scrolled()).isTrue();
        assertThat(scrolled()).isFalse();
        _get(Tabs.class).setSelectedIndex(Inbox.Tab.DONE.ordinal());
        assertThat(scrolled()).isTrue();
        _setValue(_get(TextField.class), "制度");
        assertThat(scrolled()).isTrue();
    }

    /** Whether the list has been brought to a place since this was asked last. */
    private static boolean scrolled() {
        UIInternals internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        return internals.dumpPendingJavaScriptInvocations().stream()
                .anyMatch(call -> call.getInvocation().getExpression().contains("scrollToIndex(")
                        || call.getInvocation().getParameters().contains("scrollToIndex"));
    }

    @Test
    void an_empty_list_says_what_will_appear_and_a_search_without_hits_says_so() {
        when(inbox.count(any(), any(Inbox.Filter.class))).thenReturn(0);
        show();
        Div empty = _get(Div.class, search -> search.withClasses("empty-state"));
        assertThat(empty.getText()).isEqualTo("worklist.empty.ALL");
        _setValue(_get(TextField.class), "没有的");
        assertThat(empty.getText()).isEqualTo("worklist.empty.search");
    }

    @Test
    void a_change_elsewhere_reads_rows_and_counts_again() {
        ArgumentCaptor<Runnable> listener = ArgumentCaptor.forClass(Runnable.class);
        ArgumentCaptor<Predicate<String>> shows = ArgumentCaptor.forClass(Predicate.class);
        MyWorkView view = show();
        verify(changes).subscribe(shows.capture(), listener.capture());
        GridKt._get(grid(), 0);
        assertThat(shows.getValue().test("XH2025-P02")).isTrue();
        assertThat(shows.getValue().test("XH2025-P09")).isFalse();
        when(inbox.counts()).thenReturn(Map.of(Inbox.Tab.ALL, 3));
        listener.getValue().run();
        MockVaadin.clientRoundtrip();
        assertThat(_get(Tabs.class).getElement().getTextRecursively()).contains("worklist.tab.ALL3");
        UI.getCurrent().remove(view);
        verify(subscription).remove();
    }

    @Test
    void a_bounded_count_says_that_there_is_more() {
        when(inbox.counts()).thenReturn(Map.of(Inbox.Tab.ALL, Inbox.BADGE_BOUND));
        when(inbox.count(any(), any(Inbox.Filter.class))).thenReturn(Inbox.COUNT_BOUND);
        show();
        assertThat(_get(Span.class, search -> search.withClasses("work-length")).getText())
                .isEqualTo("worklist.length");
        assertThat(_get(Tabs.class).getElement().getTextRecursively()).contains("99+");
    }

    @Test
    void the_badge_counts_what_the_first_list_shows() {
        Actor actor = currentActor.require();
        when(currentActor.find()).thenReturn(Optional.of(actor));
        WorkBadge badge = new WorkBadge(inbox, changes, currentActor, texts);
        assertThat(badge.badge()).contains("2");
        assertThat(badge.label()).contains("worklist.badge");
        when(inbox.counts()).thenReturn(Map.of(Inbox.Tab.ALL, 0));
        assertThat(badge.badge()).isEmpty();
        when(currentActor.find()).thenReturn(Optional.empty());
        assertThat(badge.badge()).isEmpty();
    }
}
