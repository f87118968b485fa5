package org.bihuan.rectification.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.bihuan.rectification.FormField;
import org.bihuan.rectification.MeasureSample;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.bihuan.testing.MockScreen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MockScreen.class)
class StepFormsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 20);

    private final List<Submission> submitted = new ArrayList<>();

    private <F extends StepForm> F show(F form) {
        form.onSubmit(submitted::add);
        UI.getCurrent().add(form);
        return form;
    }

    private static MeasureView measure(int ordinal) {
        return MeasureSample.of(CaseNumber.problem("XH2025", 2), ordinal)
                .state(MeasureState.ACCEPTED)
                .view();
    }

    private static void press(String text) {
        _click(_get(Button.class, search -> search.withText(text)));
    }

    @Test
    void a_decision_without_an_opinion_is_refused_beside_the_field_and_nothing_is_handed_over() {
        show(new DecisionForm(DecisionForm.NewDate.REQUIRED, List.of()));
        press("rectification.form.decision.approve");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo("rectification.decision.noOpinion");
        press("rectification.form.decision.return");
        assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo("rectification.decision.noReason");
        assertThat(_get(DatePicker.class).getErrorMessage()).isEqualTo("rectification.decision.noNewDue");
        assertThat(submitted).isEmpty();
    }

    @Test
    void a_new_date_that_cannot_be_read_is_refused_and_not_left_out_in_silence() {
        show(new DecisionForm(DecisionForm.NewDate.OPTIONAL, List.of(measure(1))));
        _setValue(_get(TextArea.class), "缺签到表。");
        DatePicker due = _get(DatePicker.class);
        due.getElement().setProperty("_inputElementValue", "月底");
        BasicUtilsKt._fireDomEvent(due, "unparsable-change");
        press("rectification.form.decision.return");
        assertThat(due.getErrorMessage()).isEqualTo("shared.date.bad");
        assertThat(submitted).isEmpty();
    }

    @Test
    void a_return_carries_its_reason_its_date_and_the_measures_to_redo() {
        DecisionForm form = show(new DecisionForm(DecisionForm.NewDate.OPTIONAL, List.of(measure(1), measure(2))));
        fill();
        press("rectification.form.decision.return");
        assertThat(submitted).singleElement().isInstanceOfSatisfying(Submission.Decided.class, decided -> {
            assertThat(decided.decision().approved()).isFalse();
            assertThat(decided.decision().opinion()).isEqualTo("缺签到表。");
            assertThat(decided.decision().newDue()).isEqualTo(DAY);
            assertThat(decided.decision().redo()).containsExactly(measure(2).caseNumber());
        });
        assertThat(form.asked()).singleElement().matches(StepForm.Asked::filled);
    }

    @SuppressWarnings("unchecked")
    private void fill() {
        _setValue(_get(TextArea.class), "缺签到表。");
        _setValue(_get(DatePicker.class), DAY);
        _setValue((MultiSelectComboBox<MeasureView>) _get(MultiSelectComboBox.class), Set.of(measure(2)));
    }

    @Test
    void a_draft_brings_back_every_field_and_a_stale_one_leaves_the_form_alone() {
        DecisionForm form = show(new DecisionForm(DecisionForm.NewDate.OPTIONAL, List.of(measure(1), measure(2))));
        fill();
        Map<String, String> draft = form.draft();
        UI.getCurrent().removeAll();
        DecisionForm again = show(new DecisionForm(DecisionForm.NewDate.OPTIONAL, List.of(measure(1), measure(2))));
        again.restore(draft);
        assertThat(again.draft()).isEqualTo(draft);
        assertThat(_get(DatePicker.class).getValue()).isEqualTo(DAY);
        assertThat(_get(MultiSelectComboBox.class).getSelectedItems()).hasSize(1);
        again.restore(Map.of("newDue", "gestern", "unknown", "x"));
        assertThat(again.draft()).isEqualTo(draft);
    }

    @Test
    void a_refusal_of_a_service_stands_beside_its_field_and_one_of_the_whole_does_not() {
        DecisionForm form = show(new DecisionForm(DecisionForm.NewDate.REQUIRED, List.of()));
        form.show(
                RuleViolation.together(List.of(RuleViolation.at("newDue", "due"), RuleViolation.at("opinion", "why"))));
        assertThat(_get(DatePicker.class).getErrorMessage()).isEqualTo("due");
        assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo("why");
        assertThat(_find(Notification.class)).isEmpty();
        form.show(new RuleViolation("whole"));
        form.show(RuleViolation.at("elsewhere", "k"));
        assertThat(_find(Notification.class)).hasSize(2);
        _setValue(_get(DatePicker.class), DAY);
        assertThat(_get(DatePicker.class).isInvalid()).isFalse();
    }

    @Test
    void work_that_came_back_goes_on_from_what_was_handed_in() {
        show(new SimpleForms.CarryOut("第一版"));
        assertThat(_get(TextArea.class).getValue()).isEqualTo("第一版");
    }

    @Test
    void a_closed_form_keeps_its_text_and_has_no_button() {
        SimpleForms.CarryOut form = show(new SimpleForms.CarryOut(null));
        _setValue(_get(TextArea.class), "写了一半");
        form.close();
        assertThat(_find(Button.class)).isEmpty();
        assertThat(_get(TextArea.class).getValue()).isEqualTo("写了一半");
        assertThat(_get(TextArea.class).isReadOnly()).isTrue();
    }

    private static FormField field(String id, FormField.Type type, boolean required, @Nullable String value) {
        Map<String, String> options = new LinkedHashMap<>();
        if (type == FormField.Type.ENUM) {
            options.put("approved", "可以整改");
            options.put("returned", "重新摸底");
        }
        return new FormField(id, id, type, required, false, options, 1L, 500L, null, null, value);
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_drawn_form_has_a_field_for_each_of_the_models_and_a_button_for_each_outcome() {
        DrawnForm form = show(new DrawnForm(List.of(
                field("findings", FormField.Type.STRING, true, "上次的情况"),
                field("households", FormField.Type.LONG, false, "12"),
                field("onSite", FormField.Type.BOOLEAN, true, null),
                field("photographed", FormField.Type.BOOLEAN, false, null),
                field("surveyed", FormField.Type.DATE, false, "2026-12-20"),
                field("grade", FormField.Type.ENUM, false, null),
                field("outcome", FormField.Type.ENUM, false, "approved"))));
        assertThat(_get(TextArea.class).getValue()).isEqualTo("上次的情况");
        assertThat(_get(TextField.class).getValue()).isEqualTo("12");
        assertThat(_get(DatePicker.class).getValue()).isEqualTo(DAY);
        _setValue((RadioButtonGroup<Boolean>) _get(RadioButtonGroup.class), true);
        _setValue(_get(Checkbox.class), true);
        _setValue((Select<String>) _get(Select.class), "returned");
        assertThat(form.asked()).hasSize(2).allMatch(StepForm.Asked::filled);
        press("重新摸底");
        assertThat(submitted)
                .containsExactly(new Submission.Drawn(Map.of(
                        "findings", "上次的情况",
                        "households", "12",
                        "onSite", "true",
                        "photographed", "true",
                        "surveyed", "2026-12-20",
                        "grade", "returned",
                        "outcome", "returned")));
    }

    @Test
    void a_drawn_form_without_fields_is_confirmed() {
        show(new DrawnForm(List.of()));
        press("rectification.drawn.submit");
        assertThat(submitted).containsExactly(new Submission.Drawn(Map.of()));
    }
}
