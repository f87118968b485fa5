package org.bihuan.rectification.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.rectification.ui.CaseSamples.LATE;
import static org.bihuan.rectification.ui.CaseSamples.OFFICE;
import static org.bihuan.rectification.ui.CaseSamples.PROBLEM;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import org.bihuan.findings.DocumentKind;
import org.bihuan.identity.Duty;
import org.bihuan.rectification.CaseDiagram;
import org.bihuan.rectification.CaseDocument;
import org.bihuan.rectification.CaseFigure;
import org.bihuan.rectification.CaseSource;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.bihuan.testing.Focused;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dossier without a browser; texts appear as their keys. */
@ExtendWith(MockScreen.class)
class CaseViewTest {

    @Test
    void the_head_tells_what_is_late_and_who_has_it_now() {
        show(new CaseSamples(Duty.SUPERVISOR), PROBLEM, "");
        CaseSummary head = _get(CaseSummary.class);
        assertThat(texts(head)).contains("rectification.dossier.late", "rectification.dossier.stepOf", "党建办经办人");
        assertThat(_find(head, Anchor.class)).extracting(Anchor::getHref).containsExactly("case/" + LATE);
    }

    @Test
    void every_date_says_whether_it_is_the_steps_or_the_rectifications() {
        show(new CaseSamples(Duty.SUPERVISOR), PROBLEM, "");
        assertThat(texts(_get(CaseSummary.class)))
                .contains("rectification.dossier.due", "rectification.dossier.stepDue");
        assertThat(texts(_find(MeasureDetails.class).get(0))).contains("rectification.dossier.due");
    }

    @Test
    void a_measure_tells_its_return_and_its_moved_date_before_it_is_opened() {
        show(new CaseSamples(Duty.SUPERVISOR), PROBLEM, "");
        assertThat(texts(_find(MeasureDetails.class).get(0)))
                .contains(
                        "rectification.dossier.returnedFor",
                        "rectification.dossier.moved",
                        "rectification.case.attempt");
        assertThat(texts(_find(MeasureDetails.class).get(1)))
                .doesNotContain("rectification.dossier.returnedFor", "rectification.dossier.moved");
    }

    @Test
    void under_a_measures_number_that_measure_is_opened() {
        CaseSamples samples = new CaseSamples(Duty.SUPERVISOR);
        when(samples.cases.supportingUnits(LATE)).thenReturn(Set.of(OFFICE.id()));
        show(samples, LATE, "");
        assertThat(_find(MeasureDetails.class))
                .extracting(details -> details.getContent().isOpened())
                .containsExactly(true, false);
        assertThat(_find(MeasureDetails.class).get(0).getElement().getTextRecursively())
                .contains("rectification.case.supporting" + OFFICE.name());
        verify(samples.cases, times(1)).attempts(LATE);
    }

    @Test
    void what_the_imported_text_counts_and_names_stands_in_the_measure() {
        CaseSamples samples = new CaseSamples(Duty.SUPERVISOR);
        when(samples.cases.sources(LATE))
                .thenReturn(Map.of(
                        LATE,
                        new CaseSource(
                                List.of(
                                        new CaseFigure(new BigDecimal("3000"), "家", "走访约3000家企业", "上半年", false, true),
                                        new CaseFigure(new BigDecimal("-5"), "%", "投诉下降5%", null, true, false)),
                                List.of(new CaseDocument("《走访办法》", DocumentKind.REVISED, "虹办〔2025〕1号")))));
        show(samples, LATE, "");
        assertThat(_find(MeasureDetails.class).get(0).getElement().getTextRecursively())
                .contains("findings.fact.inPeriod走访约3000家企业", "findings.fact.falls投诉下降5%", "findings.fact.numbered");
    }

    @Test
    void a_part_is_read_when_it_is_looked_at() {
        CaseSamples samples = new CaseSamples(Duty.SUPERVISOR);
        show(samples, PROBLEM, "");
        verify(samples.cases, never()).timeline(any(), any(), anyInt());
        verify(samples.cases, never()).diagram(any());
        _get(TabSheet.class).setSelectedIndex(3);
        verify(samples.cases).timeline(eq(PROBLEM), any(), anyInt());
    }

    @Test
    void what_is_printed_is_the_whole_dossier_with_every_measure_open() {
        CaseSamples samples = new CaseSamples(Duty.SUPERVISOR);
        show(samples, PROBLEM, "part=evidence");
        assertThat(_get(CasePaper.class).getChildren()).isEmpty();
        _click(button("rectification.dossier.print"));
        CasePaper paper = _get(CasePaper.class);
        assertThat(_find(paper, MeasureDetails.class))
                .extracting(details -> details.getContent().isOpened())
                .containsExactly(true, true);
        assertThat(_find(paper, CaseFacts.class)).hasSize(1);
        assertThat(_find(paper, BpmnDiagram.class)).hasSize(1);
        verify(samples.cases).timeline(eq(PROBLEM), any(), anyInt());
    }

    @Test
    void the_address_chooses_the_part() {
        CaseSamples samples = new CaseSamples(Duty.SUPERVISOR);
        show(samples, PROBLEM, "part=diagram");
        assertThat(_get(TabSheet.class).getSelectedIndex()).isEqualTo(4);
        verify(samples.cases).diagram(PROBLEM);
    }

    @Test
    void the_diagram_is_told_in_words_step_by_step() {
        show(new CaseSamples(Duty.SUPERVISOR), PROBLEM, "part=diagram");
        assertThat(_find(_get(CaseDiagramPanel.class), ListItem.class).stream()
                        .filter(item -> item.getClassNames().stream().anyMatch(name -> name.startsWith("step-")))
                        .map(CaseViewTest::texts))
                .containsExactly(
                        List.of("签收整改措施", "rectification.diagram.state.done"),
                        List.of("落实整改措施", "rectification.diagram.state.now"),
                        List.of("审核整改情况", "rectification.diagram.state.ahead"));
    }

    @Test
    void the_steps_beside_the_diagram_are_named_in_the_readers_words() {
        CaseSamples samples = new CaseSamples(Duty.SUPERVISOR);
        samples.models.say(CaseSamples.STEP, "Carry out");
        show(samples, PROBLEM, "part=diagram");
        assertThat(texts(_get(CaseDiagramPanel.class))).contains("Carry out").doesNotContain(CaseSamples.STEP.text());
    }

    @Test
    void into_a_measure_and_back_the_focus_stays_on_the_way() {
        CaseSamples samples = new CaseSamples(Duty.SUPERVISOR);
        when(samples.cases.diagram(PROBLEM))
                .thenReturn(new CaseDiagram(
                        CaseSamples.MODEL, Set.of("b"), Set.of("a"), List.of(new CaseDiagram.Called("b", LATE, true))));
        show(samples, PROBLEM, "part=diagram");
        _click(_get(Button.class, search -> search.withText(LATE.value())));
        assertThat(Focused.part())
                .get()
                .extracting(part -> part.getElement().getText())
                .isEqualTo("rectification.diagram.up");
        _click(button("rectification.diagram.up"));
        assertThat(Focused.part())
                .get()
                .extracting(part -> part.getElement().getText())
                .isEqualTo(LATE.value());
    }

    @Test
    void a_cadre_is_not_offered_to_move_dates_or_to_add_measures() {
        show(new CaseSamples(Duty.HANDLER), LATE, "");
        assertThat(_find(Button.class))
                .extracting(Button::getText)
                .doesNotContain("rectification.moveDue.open", "rectification.addMeasure.open");
    }

    @Test
    void a_substitute_is_offered_what_whom_they_stand_in_for_may_do() {
        show(new CaseSamples(Duty.HANDLER).asSubstituteOf(Duty.SUPERVISOR), LATE, "");
        assertThat(_find(Button.class))
                .extracting(Button::getText)
                .contains("rectification.moveDue.open", "rectification.addMeasure.open");
    }

    @Test
    void moving_a_date_is_refused_beside_the_field_and_done_when_right() {
        CaseSamples samples = new CaseSamples(Duty.SUPERVISOR);
        doThrow(RuleViolation.at("newDue", "calendar.noData", "2028"))
                .when(samples.work)
                .moveDue(any(), eq(LocalDate.of(2028, 1, 4)), any());
        doThrow(RuleViolation.at("reason", "rectification.moveDue.noReason"))
                .when(samples.work)
                .moveDue(any(), any(), eq(""));
        show(samples, LATE, "");
        _click(button("rectification.moveDue.open"));
        _click(button("rectification.moveDue.save"));
        LocalDateField due = _get(LocalDateField.class);
        assertThat(due.getErrorMessage()).isEqualTo("rectification.moveDue.noNewDue");
        due.setValue(LocalDate.of(2026, 12, 30));
        _click(button("rectification.moveDue.save"));
        assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo("rectification.moveDue.noReason");
        _setValue(_get(TextArea.class), "会议改期");
        due.setValue(LocalDate.of(2028, 1, 4));
        _click(button("rectification.moveDue.save"));
        assertThat(due.getErrorMessage()).isEqualTo("calendar.noData");
        due.setValue(LocalDate.of(2026, 12, 30));
        _click(button("rectification.moveDue.save"));
        verify(samples.work).moveDue(LATE, LocalDate.of(2026, 12, 30), "会议改期");
        _assertNone(MoveDueDialog.class);
    }

    @Test
    void adding_a_measure_is_refused_beside_the_field_and_leads_to_the_new_one() {
        CaseSamples samples = new CaseSamples(Duty.CLERK);
        when(samples.work.addMeasure(eq(PROBLEM), any())).thenReturn(PROBLEM.measure(3));
        show(samples, PROBLEM, "");
        _click(button("rectification.addMeasure.open"));
        _click(button("rectification.addMeasure.save"));
        TextField heading = _get(TextField.class, spec -> spec.withLabel("rectification.addMeasure.heading"));
        assertThat(heading.getErrorMessage()).isEqualTo("rectification.plan.textMissing");
        assertThat(_get(TextArea.class, spec -> spec.withLabel("rectification.case.content"))
                        .getErrorMessage())
                .isEqualTo("rectification.plan.textMissing");
        _setValue(heading, "补充措施");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("rectification.case.content")), "内容");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("rectification.form.plan.measureStandard")), "标准");
        _get(LocalDateField.class).setValue(CaseSamples.TODAY);
        _click(button("rectification.addMeasure.save"));
        assertThat(_get(LocalDateField.class).getErrorMessage()).isEqualTo("rectification.decision.newDuePast");
        _get(LocalDateField.class).setValue(CaseSamples.TODAY.plusDays(9));
        _click(button("rectification.addMeasure.save"));
        verify(samples.work).addMeasure(eq(PROBLEM), any());
        _assertNone(AddMeasureDialog.class);
    }

    private static void show(CaseSamples samples, CaseNumber number, String query) {
        CaseView view = new CaseView(samples.services);
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getRouteParameters()).thenReturn(new RouteParameters("number", number.value()));
        when(event.getLocation()).thenReturn(new Location("case/" + number + "?" + query));
        view.beforeEnter(event);
        UI.getCurrent().add(view);
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    /** Every text of spans below a component, in their order. */
    private static List<String> texts(Component below) {
        return _find(below, Span.class).stream()
                .map(Span::getText)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
