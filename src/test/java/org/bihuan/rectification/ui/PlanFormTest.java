package org.bihuan.rectification.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.UnitKind;
import org.bihuan.identity.UnitRef;
import org.bihuan.rectification.CaseFigure;
import org.bihuan.rectification.CaseSource;
import org.bihuan.rectification.EvidenceRule;
import org.bihuan.rectification.MeasureSample;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemSample;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.ui.Facts;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A plan of eighteen measures, and what one of them can give to the others; texts appear as their keys. */
@ExtendWith(MockScreen.class)
class PlanFormTest {

    private static final CaseNumber PROBLEM = CaseNumber.problem("XH2025", 2);
    private static final UnitRef OFFICE = new UnitRef(10, null, UnitKind.OFFICE, "党建办");
    private static final UnitRef OTHER = new UnitRef(20, null, UnitKind.OFFICE, "社会工作办");
    private static final PersonRef HANDLER = new PersonRef(2, "经办人", "handler", true);
    private static final PersonRef STRANGER = new PersonRef(3, "别人", "stranger", true);
    private static final String FIRST = PROBLEM.measure(1).value();
    private static final String SECOND = PROBLEM.measure(2).value();
    private static final String LAST = PROBLEM.measure(18).value();

    private static final CaseSource COUNTED = new CaseSource(
            List.of(new CaseFigure(new BigDecimal("3000"), "家", "走访3000家企业", null, false, false)), List.of());

    private final Directory directory = mock(Directory.class);
    private final AtomicInteger kept = new AtomicInteger();

    @BeforeEach
    void open() {
        when(directory.units()).thenReturn(List.of(OFFICE, OTHER));
        when(directory.members(OFFICE.id())).thenReturn(List.of(HANDLER));
        when(directory.members(OTHER.id())).thenReturn(List.of(STRANGER));
    }

    private PlanForm show(int measures) {
        List<MeasureView> views = IntStream.rangeClosed(1, measures)
                .mapToObj(ordinal -> MeasureSample.of(PROBLEM, ordinal).view())
                .toList();
        PlanForm form = new PlanForm(
                ProblemSample.of(PROBLEM).view(),
                views,
                Map.of(PROBLEM.measure(1), COUNTED),
                directory,
                EvidenceRule.builtIn());
        form.onChange(kept::incrementAndGet);
        UI.getCurrent().add(form);
        return form;
    }

    private static void offer() {
        _click(_find(Button.class, search -> search.withText("rectification.takeOver.open"))
                .get(0));
    }

    private static Checkbox tick(int place) {
        return _find(_get(Dialog.class), Checkbox.class).get(place);
    }

    private static Button take(String text) {
        return _get(Button.class, search -> search.withText("rectification.takeOver." + text));
    }

    @Test
    void unit_and_person_of_one_measure_fill_the_others_that_have_none() {
        PlanForm form = show(18);
        form.restore(Map.of(FIRST + ".unit", "10", FIRST + ".person", "2", SECOND + ".unit", "20"));
        offer();
        assertThat(tick(0).getValue()).isTrue();
        _click(take("fill"));
        assertThat(form.draft())
                .containsEntry(LAST + ".unit", "10")
                .containsEntry(LAST + ".person", "2")
                .containsEntry(SECOND + ".unit", "20")
                .containsEntry(SECOND + ".person", "");
        assertThat(kept).hasValue(1);
        assertThat(_find(Dialog.class)).isEmpty();
    }

    @Test
    void a_person_that_is_missing_below_the_same_unit_is_filled_in() {
        PlanForm form = show(2);
        form.restore(Map.of(FIRST + ".unit", "10", FIRST + ".person", "2", SECOND + ".unit", "10"));
        offer();
        _click(take("fill"));
        assertThat(form.draft()).containsEntry(SECOND + ".person", "2");
    }

    @Test
    void what_stands_there_is_replaced_only_where_that_is_ticked() {
        PlanForm form = show(3);
        _setValue(_find(DatePicker.class).get(0), LocalDate.of(2027, 1, 29));
        offer();
        Checkbox due = tick(0);
        assertThat(due.isEnabled()).isFalse();
        assertThat(take("fill").isEnabled()).isFalse();
        _setValue(_get(Checkbox.class, search -> search.withLabel("rectification.takeOver.replace")), true);
        assertThat(due.isEnabled()).isTrue();
        assertThat(due.getValue()).isFalse();
        _setValue(due, true);
        _click(take("fillAndReplace"));
        assertThat(form.draft())
                .containsEntry(SECOND + ".due", "2027-01-29")
                .containsEntry(PROBLEM.measure(3).value() + ".due", "2027-01-29");
    }

    @Test
    void a_date_that_is_typed_and_cannot_be_read_is_not_taken_for_an_empty_one() {
        PlanForm form = show(2);
        DatePicker second = _find(DatePicker.class).get(1);
        second.clear();
        second.getElement().setProperty("_inputElementValue", "月底");
        BasicUtilsKt._fireDomEvent(second, "unparsable-change");
        offer();
        assertThat(tick(0).isEnabled()).isFalse();
        assertThat(form.draft()).containsEntry(SECOND + ".due", "");
    }

    @Test
    void the_standard_of_a_measure_is_offered_and_not_ticked() {
        PlanForm form = show(2);
        form.restore(Map.of(FIRST + ".standard", "制度已印发。"));
        offer();
        Checkbox standard = tick(2);
        assertThat(standard.getValue()).isFalse();
        assertThat(standard.isEnabled()).isTrue();
        _setValue(standard, true);
        _click(take("fill"));
        assertThat(form.draft()).containsEntry(SECOND + ".standard", "制度已印发。");
    }

    @Test
    void a_single_measure_has_nobody_to_give_to() {
        show(1);
        assertThat(_find(Button.class, search -> search.withText("rectification.takeOver.open")))
                .isEmpty();
    }

    @Test
    void what_is_missing_is_refused_at_once_above_and_in_every_measure() {
        List<Submission> handedIn = new ArrayList<>();
        PlanForm form = show(2);
        form.onSubmit(handedIn::add);
        _click(_get(Button.class, search -> search.withText("rectification.form.plan.submit")));
        assertThat(_find(TextArea.class)).hasSize(5).allMatch(TextArea::isInvalid);
        assertThat(_find(ComboBox.class)).isNotEmpty().allMatch(ComboBox::isInvalid);
        assertThat(handedIn).isEmpty();
        Map<String, String> filled = new HashMap<>(Map.of("causeAnalysis", "因", "target", "标", "closureStandard", "准"));
        for (String measure : List.of(FIRST, SECOND)) {
            filled.putAll(Map.of(measure + ".standard", "有", measure + ".unit", "10", measure + ".person", "2"));
        }
        form.restore(filled);
        _click(_get(Button.class, search -> search.withText("rectification.form.plan.submit")));
        assertThat(handedIn).hasSize(1);
    }

    @Test
    void a_measure_that_is_its_heading_is_not_said_twice() {
        MeasureView brief =
                MeasureSample.of(PROBLEM, 1).saying("健全制度。", "健全制度。", null).view();
        UI.getCurrent()
                .add(new PlanForm(
                        ProblemSample.of(PROBLEM).view(), List.of(brief), Map.of(), directory, EvidenceRule.builtIn()));
        assertThat(_find(Paragraph.class)).isEmpty();
        show(1);
        assertThat(_find(Paragraph.class)).hasSize(1);
    }

    private static Button useSource() {
        return _get(Button.class, search -> search.withText("rectification.form.plan.useSource"));
    }

    @Test
    void what_the_text_of_a_measure_counts_stands_under_it_and_under_no_other() {
        show(2);
        assertThat(_get(Facts.class).getElement().getTextRecursively())
                .contains("rectification.case.figures", "走访3000家企业");
        assertThat(useSource().getElement().getAttribute("aria-label"))
                .isEqualTo("rectification.form.plan.useSourceOf");
    }

    @Test
    void the_figures_become_an_empty_standard_at_one_click_and_a_draft_is_kept_of_it() {
        PlanForm form = show(2);
        Button use = useSource();
        _click(use);
        assertThat(form.draft())
                .containsEntry(FIRST + ".standard", "rectification.reached.sentence")
                .containsEntry(SECOND + ".standard", "")
                .containsEntry("closureStandard", "");
        assertThat(kept).hasValue(1);
        assertThat(use.isVisible()).isFalse();
    }

    @Test
    void a_standard_that_somebody_wrote_is_never_replaced() {
        PlanForm form = show(2);
        Button use = useSource();
        TextArea standard = _find(TextArea.class).get(3);
        _setValue(standard, "制度已印发。");
        assertThat(use.isVisible()).isFalse();
        use.click();
        assertThat(form.draft()).containsEntry(FIRST + ".standard", "制度已印发。");
        form.restore(Map.of(FIRST + ".standard", " "));
        assertThat(use.isVisible()).isTrue();
    }

    @Test
    void what_is_asked_for_stands_under_its_measure() {
        assertThat(show(2).asked())
                .filteredOn(asked -> !asked.filled() && !asked.group().isEmpty())
                .extracting(StepForm.Asked::group)
                .containsExactly(FIRST, FIRST, FIRST, SECOND, SECOND, SECOND);
    }
}
