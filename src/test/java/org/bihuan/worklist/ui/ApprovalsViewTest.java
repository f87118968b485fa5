package org.bihuan.worklist.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bihuan.worklist.ui.ClosureSamples.LONG_TITLE;
import static org.bihuan.worklist.ui.ClosureSamples.NUMBER;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.bihuan.identity.Duty;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.EmptyState;
import org.bihuan.worklist.Approvals;
import org.bihuan.worklist.WaitingClosure;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** The list of waiting closures without a browser, and several of them approved at once. */
class ApprovalsViewTest extends ApprovalBed {

    private void view(String item, WaitingClosure... rows) {
        when(approvals.page(null, 20)).thenReturn(List.of(rows));
        when(approvals.count()).thenReturn(rows.length);
        for (WaitingClosure row : rows) {
            when(approvals.find(row.item())).thenReturn(Optional.of(row));
        }
        ApprovalsView view = new ApprovalsView(services);
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getRouteParameters())
                .thenReturn(item.isEmpty() ? RouteParameters.empty() : new RouteParameters("item", item));
        UI.getCurrent().add(view);
        view.beforeEnter(event);
    }

    @Test
    void is_for_the_head_and_the_deputies_of_the_leading_group() {
        assertThat(Objects.requireNonNull(ApprovalsView.class.getAnnotation(RolesAllowed.class))
                        .value())
                .containsExactlyInAnyOrder(Duty.APPROVER_HEAD.role(), Duty.APPROVER_DEPUTY.role());
    }

    @Test
    void with_nothing_waiting_it_says_so() {
        view("");
        assertThat(_find(EmptyState.class)).hasSize(2);
        _assertNone(RouterLink.class);
    }

    @Test
    void only_what_may_be_decided_can_be_chosen_and_the_rest_says_why_not() {
        view("", row(1, null, null), row(2, null, "rectification.duty.verifierCloses"), row(3, "副书记", null));
        assertThat(_find(RouterLink.class)).hasSize(3);
        _assertOne(Checkbox.class);
        assertThat(texts(Paragraph.class)).contains("worklist.approval.notYouShort", "worklist.approval.takenBy");
        assertThat(texts(Span.class)).contains(LONG_TITLE);
    }

    @Test
    void a_full_page_offers_the_next() {
        view(
                "",
                IntStream.rangeClosed(1, 20)
                        .mapToObj(item -> row(item, null, null))
                        .toArray(WaitingClosure[]::new));
        when(approvals.page(any(WaitingClosure.class), anyInt())).thenReturn(List.of(row(21, null, null)));
        press("worklist.approval.more");
        assertThat(_find(RouterLink.class)).hasSize(21);
        _assertNone(Button.class, spec -> spec.withText("worklist.approval.more"));
    }

    @Test
    void what_another_decides_leaves_the_list_while_it_is_open() {
        view("", row(1, null, null));
        ArgumentCaptor<Runnable> told = ArgumentCaptor.forClass(Runnable.class);
        verify(changes).subscribe(any(), told.capture());
        when(approvals.page(null, 20)).thenReturn(List.of());
        told.getValue().run();
        MockVaadin.clientRoundtrip();
        _assertNone(RouterLink.class);
    }

    @Test
    void an_address_of_nothing_is_not_found() {
        assertThatThrownBy(() -> view("7")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> view("x")).isInstanceOf(NotFound.class);
    }

    @Test
    void several_are_listed_with_their_measures_need_an_opinion_and_each_says_what_became_of_it() {
        List<WaitingClosure> chosen = List.of(row(1, null, null), row(2, null, null));
        when(approvals.approveAll(List.of(1L, 2L), ""))
                .thenThrow(RuleViolation.at("opinion", "rectification.decision.noOpinion"));
        when(approvals.approveAll(List.of(1L, 2L), "同意。"))
                .thenReturn(List.of(
                        new Approvals.Outcome(1, NUMBER, LONG_TITLE, null),
                        new Approvals.Outcome(
                                2, NUMBER, LONG_TITLE, new AlreadyDone("worklist.approval.decidedBy", "书记", "now"))));
        new ApprovalBatch(services, chosen, decided::incrementAndGet).open();
        MockVaadin.clientRoundtrip();
        assertThat(texts(H3.class)).containsExactly(LONG_TITLE, LONG_TITLE);
        assertThat(_get(Dialog.class).getElement().getTextRecursively())
                .contains(NUMBER.measure(1) + " 措施1", NUMBER.measure(2) + " 措施2");
        press("worklist.approval.batch.approve");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        _setValue(_get(TextArea.class), "同意。");
        press("worklist.approval.batch.approve");
        assertThat(texts(Span.class)).contains("worklist.approval.result.approved", "worklist.batch.refused");
        assertThat(texts(Paragraph.class)).contains("worklist.approval.decidedBy");
        assertThat(decided).hasValue(0);
        press("worklist.batch.close");
        assertThat(decided).hasValue(1);
    }
}
