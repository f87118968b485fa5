package org.bihuan.worklist.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.rectification.ui.StepForm;
import org.bihuan.shared.ui.Checklist;
import org.bihuan.testing.Focused;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.Test;

class TaskChecklistTest extends WorkBed {

    private TaskPanel show() {
        UI.getCurrent().removeAll();
        TaskPanel panel = panels.create(ITEM, () -> {}, () -> {});
        UI.getCurrent().add(panel);
        return panel;
    }

    /** Two texts for each measure. */
    private static final class OfMeasures extends StepForm {
        OfMeasures(String... measures) {
            for (String measure : measures) {
                group(measure);
                text(measure + ".standard", "standard", "");
                text(measure + ".cause", "cause", "");
            }
        }
    }

    private static Checklist grouped() {
        return _find(Checklist.class).stream()
                .filter(list -> list.getElement().getClassList().contains("checklist-groups"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_missing_for_one_measure_stands_in_one_line_and_each_part_leads_to_its_field() {
        when(forms.create(any(), any(), any())).thenAnswer(call -> new OfMeasures("M01", "M02"));
        show();
        assertThat(grouped().getElement().getChildCount()).isEqualTo(2);
        assertThat(grouped().getElement().getTextRecursively()).contains("M01").contains("M02");
        assertThat(_find(grouped(), NativeButton.class)).hasSize(4);
        List<TextArea> fields = _find(TextArea.class);
        _setValue(fields.get(0), "已印发");
        assertThat(_find(grouped(), NativeButton.class)).hasSize(3);
        _click(_find(grouped(), NativeButton.class).get(2));
        assertThat(Focused.part()).contains(fields.get(3));
    }

    @Test
    void many_measures_are_folded_and_stay_as_the_person_left_them() {
        when(forms.create(any(), any(), any())).thenAnswer(call -> new OfMeasures("M01", "M02", "M03", "M04", "M05"));
        show();
        assertThat(folded().isOpened()).isFalse();
        folded().setOpened(true);
        _setValue(_find(TextArea.class).get(0), "已印发");
        assertThat(folded().isOpened()).isTrue();
        assertThat(_find(grouped(), NativeButton.class)).hasSize(9);
    }

    private static Details folded() {
        return _get(
                Details.class,
                search ->
                        search.withPredicate(details -> details.getSummaryText().equals("worklist.check.measures")));
    }

    @Test
    void whoever_has_claimed_goes_on_in_the_first_field() {
        TaskPanel panel = show();
        TextArea first = _get(TextArea.class);
        panel.resume();
        assertThat(Focused.part()).contains(first);
    }

    @Test
    void whoever_has_given_back_goes_on_at_the_claim() {
        when(inbox.find(ITEM)).thenReturn(Optional.of(row(WorkItemRow.Kind.CLAIM)));
        TaskPanel panel = show();
        Button claim = _get(Button.class, search -> search.withText("worklist.task.claim"));
        panel.resume();
        assertThat(Focused.part()).contains(claim);
    }
}
