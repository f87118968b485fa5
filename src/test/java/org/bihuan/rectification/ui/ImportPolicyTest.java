package org.bihuan.rectification.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import org.bihuan.rectification.RoundPolicy;
import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** The import's third step: the policy of the round and the acceptance. */
class ImportPolicyTest extends ImportBed {

    @Test
    void the_policy_starts_from_the_document_and_is_refused_beside_its_fields() {
        policy();
        assertThat(date("findings.round.feedbackDate").getValue()).isEqualTo(FEEDBACK);
        assertThat(date("findings.round.planDue").getValue()).isEqualTo(FEEDBACK.plusMonths(1));
        assertThat(date("findings.round.reportDue").getValue()).isEqualTo(FEEDBACK.plusMonths(6));
        assertThat(_find(ImportDates.class)).hasSize(1);

        doThrow(RuleViolation.at("planDue", "calendar.noData", "2027"))
                .when(rounds)
                .preview(any());
        date("findings.round.planDue").setValue(LocalDate.of(2027, 1, 4));
        assertThat(date("findings.round.planDue").getErrorMessage()).isEqualTo("calendar.noData");
        assertThat(_find(ImportDates.class)).isEmpty();

        _click(button("findings.accept.do"));
        verify(desk, never()).accept(any(), any());
    }

    @Test
    void acceptance_says_all_that_is_wrong_at_once_and_goes_on_saying_what_is_left() {
        policy();
        RuleViolation noTitle = RuleViolation.at("title", "findings.round.missing");
        RuleViolation noBody = RuleViolation.at("inspectedOrg", "findings.round.missing");
        RuleViolation noDay = RuleViolation.at("planDue", "findings.round.missing");
        refusing(noTitle, noBody, noDay);
        date("findings.round.planDue").setValue(null);
        assertThat(text("findings.round.title").isInvalid()).isFalse();
        _click(button("findings.accept.do"));
        assertThat(text("findings.round.title").getErrorMessage()).isEqualTo("findings.round.missing");
        assertThat(text("findings.round.inspectedOrg").isInvalid()).isTrue();
        assertThat(date("findings.round.planDue").isInvalid()).isTrue();
        verify(desk, never()).accept(any(), any());

        refusing(noBody, noDay);
        _setValue(text("findings.round.title"), "巡察整改");
        assertThat(text("findings.round.title").isInvalid()).isFalse();
        assertThat(text("findings.round.inspectedOrg").isInvalid()).isTrue();
        assertThat(date("findings.round.planDue").isInvalid()).isTrue();
    }

    private void refusing(RuleViolation... refusals) {
        Runnable[] checks = Stream.of(refusals)
                .map(refusal -> (Runnable) () -> {
                    throw refusal;
                })
                .toArray(Runnable[]::new);
        doThrow(catchThrowableOfType(RuleViolation.class, () -> RuleViolation.gather(checks)))
                .when(rounds)
                .preview(any());
    }

    @Test
    void acceptance_hands_over_what_was_typed_and_a_taken_code_is_refused_beside_it() {
        policy();
        when(desk.accept(any(), any())).thenThrow(RuleViolation.at("code", "rectification.round.codeTaken", "XH2026"));
        _setValue(text("findings.round.code"), "xh2026b");
        @SuppressWarnings("unchecked")
        ComboBox<Integer> period = _get(ComboBox.class);
        period.setValue(3);
        _click(button("findings.accept.do"));
        ArgumentCaptor<RoundPolicy> asked = ArgumentCaptor.forClass(RoundPolicy.class);
        verify(desk).accept(any(), asked.capture());
        assertThat(asked.getValue().code()).isEqualTo("XH2026B");
        assertThat(asked.getValue().periodMonths()).isEqualTo(3);
        assertThat(asked.getValue().reportDue()).isEqualTo(FEEDBACK.plusMonths(3));
        assertThat(text("findings.round.code").getErrorMessage()).isEqualTo("rectification.round.codeTaken");
        assertThat(button("findings.accept.do").isEnabled()).isTrue();
    }

    private static DatePicker date(String key) {
        return labelled(DatePicker.class, key);
    }

    private static TextField text(String key) {
        return labelled(TextField.class, key);
    }

    private static <C extends Component> C labelled(Class<C> type, String key) {
        return _find(type).stream()
                .filter(found -> key.equals(found.getElement().getProperty("label")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + key));
    }
}
