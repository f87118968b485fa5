package org.bihuan.rectification.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.bihuan.calendar.RestDayRule;
import org.bihuan.findings.FindingsDraft;
import org.bihuan.findings.FindingsHeader;
import org.bihuan.findings.FindingsImport;
import org.bihuan.findings.HalfDone;
import org.bihuan.findings.OrganisationDraft;
import org.bihuan.rectification.FindingsDesk;
import org.bihuan.rectification.FindingsDesk.OnDesk;
import org.bihuan.rectification.RoundSuggestion;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is typed in the import is kept while it is typed: a browser that closes loses none of it. */
@ExtendWith(MockScreen.class)
class ImportTypingTest {

    private static final FindingsDraft EMPTY = new FindingsDraft(
            new FindingsHeader(List.of(), null, null, null, null),
            new OrganisationDraft(List.of(), List.of(), List.of(), List.of()),
            List.of(),
            List.of());

    private final FindingsDesk desk = mock(FindingsDesk.class);

    @BeforeEach
    void open() {
        OnDesk found = new OnDesk(1, 1, "原文", new HalfDone(EMPTY, Map.of("remindBefore", "-3"), ""), Instant.EPOCH);
        when(desk.find()).thenReturn(Optional.of(found));
        when(desk.keep(any(), any())).thenAnswer(call -> new OnDesk(1, 2, "原文", call.getArgument(1), Instant.EPOCH));
    }

    private ImportWork policy() {
        ImportWork work = new ImportWork(desk);
        UI.getCurrent()
                .add(new ImportPolicyFields(
                        work,
                        new RoundSuggestion("XH2026", "", null, null, null, null, 1, 6, RestDayRule.KEEP, 10, 1, 6),
                        () -> {}));
        return work;
    }

    @Test
    void a_period_that_is_typed_and_not_chosen_is_kept() {
        ImportWork work = policy();
        ComboBox<?> period = _get(ComboBox.class);
        ComponentUtil.fireEvent(period, new ComboBoxBase.CustomValueSetEvent<>(period, true, "3"));
        assertThat(period.getValue()).isEqualTo(3);
        assertThat(work.typed("periodMonths")).isEqualTo("3");
    }

    @Test
    void a_number_that_will_be_refused_comes_back_as_it_was_typed() {
        policy();
        assertThat(_get(IntegerField.class, spec -> spec.withValue(-3))).isNotNull();
    }

    @Test
    void text_that_is_pasted_is_kept_before_it_is_read_and_is_there_again() {
        OnDesk unread = new OnDesk(1, 1, "", new HalfDone(EMPTY, Map.of(), "一、正文"), Instant.EPOCH);
        when(desk.find()).thenReturn(Optional.empty());
        when(desk.paste("一、正文")).thenReturn(unread);
        TextArea text = source();
        paste(text, "一、正文");
        verify(desk).paste("一、正文");
        paste(text, "一、正文，还有");
        verify(desk).keep(unread, new HalfDone(EMPTY, Map.of(), "一、正文，还有"));

        UI.getCurrent().removeAll();
        when(desk.find()).thenReturn(Optional.of(unread));
        assertThat(source().getValue()).isEqualTo("一、正文");
    }

    @Test
    void what_stands_beside_a_document_that_has_been_read_is_kept_and_its_own_text_is_not() {
        TextArea text = source();
        assertThat(text.getValue()).isEqualTo("原文");
        paste(text, "原文");
        verify(desk, never()).keep(any(), any());
        paste(text, "另一份");
        verify(desk).keep(any(), eq(new HalfDone(EMPTY, Map.of("remindBefore", "-3"), "另一份")));
    }

    @Test
    void text_that_cannot_be_kept_says_so_beside_the_field_and_stays_there() {
        when(desk.find()).thenReturn(Optional.empty());
        when(desk.paste(any())).thenThrow(new AlreadyDone("findings.desk.elsewhere"));
        TextArea text = source();
        paste(text, "一、正文");
        assertThat(text.getErrorMessage()).isEqualTo("findings.desk.elsewhere");
        assertThat(text.getValue()).isEqualTo("一、正文");
    }

    private TextArea source() {
        UI.getCurrent().add(new ImportSource(mock(FindingsImport.class), new ImportWork(desk), () -> {}));
        return _get(TextArea.class);
    }

    private static void paste(TextArea area, String text) {
        String before = area.getValue();
        area.setValue(text);
        ComponentUtil.fireEvent(area, new AbstractField.ComponentValueChangeEvent<>(area, area, before, true));
    }

    @Test
    void a_row_is_kept_at_each_pause_and_the_blank_one_has_just_typed_stays() {
        ImportNode node = node("走访群众。");
        ImportRowEditor editor = new ImportRowEditor(node, mock(ImportOutline.Acts.class), List.of());
        UI.getCurrent().add(editor);
        TextArea text = _get(TextArea.class);
        assertThat(text.getValueChangeMode()).isEqualTo(ValueChangeMode.TIMEOUT);
        text.setValue("走访 20 户 ");
        editor.show(node("走访 20 户"));
        assertThat(text.getValue()).isEqualTo("走访 20 户 ");
        editor.show(node("走访群众。"));
        assertThat(text.getValue()).isEqualTo("走访群众。");
    }

    private static ImportNode node(String text) {
        return new ImportNode(2, 3, 2, "P01-M01", text, List.of(), List.of(), List.of(), List.of());
    }
}
