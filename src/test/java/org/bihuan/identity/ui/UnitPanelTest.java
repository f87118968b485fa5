package org.bihuan.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.CollapseEvent;
import com.vaadin.flow.component.treegrid.ExpandEvent;
import com.vaadin.flow.component.treegrid.TreeGrid;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.identity.PeopleOverview;
import org.bihuan.identity.UnitKind;
import org.bihuan.identity.UnitRef;
import org.bihuan.shared.RuleViolation;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tree of units without a browser; texts appear as their keys. */
@ExtendWith(MockScreen.class)
class UnitPanelTest {

    private static final UnitRef OFFICE = new UnitRef(10, null, UnitKind.OFFICE, "党建办");

    private final PeopleOverview overview = mock(PeopleOverview.class);
    private final OrganisationAdministration administration = mock(OrganisationAdministration.class);

    @BeforeEach
    void open() {
        when(overview.units()).thenReturn(List.of(new PeopleOverview.UnitLine(OFFICE, true, 1)));
    }

    @Test
    void a_unit_is_chosen_where_it_is_opened_or_closed() {
        show();
        assertThat(button("identity.unit.rename").isEnabled()).isFalse();
        ComponentUtil.fireEvent(tree(), new CollapseEvent<>(tree(), true, overview.units()));
        assertThat(button("identity.unit.rename").isEnabled()).isTrue();
        tree().deselectAll();
        ComponentUtil.fireEvent(tree(), new ExpandEvent<>(tree(), true, overview.units()));
        assertThat(button("identity.unit.rename").isEnabled()).isTrue();
    }

    @Test
    void a_unit_that_is_renamed_meanwhile_shows_its_present_name() {
        UnitRef renamed = new UnitRef(OFFICE.id(), null, UnitKind.OFFICE, "党群办");
        doThrow(RuleViolation.at("name", "identity.renamedMeanwhile", renamed.name()))
                .when(administration)
                .renameUnit(OFFICE.id(), OFFICE.name(), "综合办");
        show();
        tree().select(overview.units().get(0));
        when(overview.units()).thenReturn(List.of(new PeopleOverview.UnitLine(renamed, true, 1)));
        _click(button("identity.unit.rename"));
        assertThat(_get(Dialog.class).getWidth())
                .as("room for a long name and a refusal")
                .isEqualTo("28rem");
        _setValue(name(), "综合办");
        _click(button("identity.save"));
        assertThat(name().getErrorMessage()).contains("identity.renamedMeanwhile");
        _click(button("identity.cancel"));
        _click(button("identity.unit.rename"));
        assertThat(name().getValue()).isEqualTo("党群办");
    }

    @Test
    void a_unit_is_moved_from_where_it_is_shown_to_the_top_or_below_another() {
        UnitRef line = new UnitRef(11, OFFICE.id(), UnitKind.LINE, "条线");
        UnitRef former = new UnitRef(12, null, UnitKind.LINE, "原条线");
        when(overview.units())
                .thenReturn(List.of(
                        new PeopleOverview.UnitLine(OFFICE, true, 1),
                        new PeopleOverview.UnitLine(line, true, 0),
                        new PeopleOverview.UnitLine(former, false, 0)));
        doThrow(RuleViolation.at("parent", "identity.unit.movedMeanwhile", line.name()))
                .when(administration)
                .moveUnit(line.id(), OFFICE.id(), null);
        show();
        tree().select(overview.units().get(1));
        _click(button("identity.unit.move"));
        ComboBox<UnitPanel.Place> parent = parent();
        assertThat(parent.getListDataView().getItems())
                .extracting(UnitPanel.Place::parentId)
                .containsExactly(null, OFFICE.id());
        assertThat(parent.getValue().parentId()).isEqualTo(OFFICE.id());
        parent.setValue(new UnitPanel.Place(null, "identity.unit.top"));
        clearInvocations(overview);
        _click(button("identity.save"));
        assertThat(parent.getErrorMessage()).contains("identity.unit.movedMeanwhile");
        verify(overview).units();
        parent.clear();
        _click(button("identity.save"));
        assertThat(parent.getErrorMessage()).contains("identity.unit.parentMissing");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<UnitPanel.Place> parent() {
        return _get(ComboBox.class);
    }

    @Test
    void a_unit_out_of_use_is_taken_into_use_again() {
        when(overview.units()).thenReturn(List.of(new PeopleOverview.UnitLine(OFFICE, false, 0)));
        show();
        tree().select(overview.units().get(0));
        assertThat(buttons()).doesNotContain("identity.unit.deactivate");
        _click(button("identity.unit.activate"));
        verify(administration).activateUnit(OFFICE.id());
    }

    @SuppressWarnings("unchecked")
    private static TreeGrid<PeopleOverview.UnitLine> tree() {
        return _get(TreeGrid.class);
    }

    private void show() {
        UI.getCurrent().add(new UnitPanel(overview, administration, true, chosen -> {}, () -> {}));
    }

    private static List<String> buttons() {
        return _find(Button.class).stream().map(Button::getText).toList();
    }

    private static Button button(String key) {
        return _get(Button.class, spec -> spec.withText(key));
    }

    private static TextField name() {
        return _get(TextField.class);
    }
}
