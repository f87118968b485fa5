package org.bihuan.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.i18n.I18NProvider;
import org.bihuan.identity.AccessAdministration;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.OneTimePassword;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.identity.PeopleOverview;
import org.bihuan.identity.PeopleOverview.UnitLine;
import org.bihuan.identity.PersonDetail;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.PostRef;
import org.bihuan.identity.SessionRef;
import org.bihuan.identity.SubstitutionRef;
import org.bihuan.identity.UnitKind;
import org.bihuan.identity.UnitRef;
import org.bihuan.shared.RuleViolation;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The people and units without a browser; a text appears as its key and what it names. */
class PeopleViewTest {

    private static final UnitRef OFFICE = new UnitRef(10, null, UnitKind.OFFICE, "党建办");
    private static final UnitRef GROUP = new UnitRef(11, null, UnitKind.LEADING_GROUP, "整改工作领导小组");
    private static final Instant BEFORE = Instant.parse("2026-11-24T01:00:00Z");
    private static final Instant MEANWHILE = Instant.parse("2026-11-24T02:00:00Z");
    private static final PersonRef HEAD = new PersonRef(7, "党建办主任", "head", true);
    private static final PersonRef OTHER = new PersonRef(8, "党建办经办人", "handler", true);

    @RegisterExtension
    final MockScreen screen = new MockScreen(new Named());

    private final PeopleOverview overview = mock(PeopleOverview.class);
    private final OrganisationAdministration administration = mock(OrganisationAdministration.class);
    private final AccessAdministration access = mock(AccessAdministration.class);
    private final Directory directory = mock(Directory.class);
    private final CurrentActor currentActor = mock(CurrentActor.class);

    @BeforeEach
    void open() {
        when(overview.units()).thenReturn(List.of(new UnitLine(OFFICE, true, 2), new UnitLine(GROUP, true, 0)));
        when(overview.people(any(), anyInt(), anyInt()))
                .thenReturn(List.of(detail(HEAD, BEFORE), detail(OTHER, BEFORE)));
        when(overview.count(any())).thenReturn(2);
        when(overview.person(HEAD.id())).thenReturn(detail(HEAD, BEFORE));
        when(overview.person(OTHER.id())).thenReturn(detail(OTHER, BEFORE));
        when(directory.unit(OFFICE.id())).thenReturn(OFFICE);
        when(directory.units()).thenReturn(List.of(OFFICE, GROUP));
    }

    @Test
    void a_duty_is_revoked_only_after_a_question_that_names_it() {
        as(Duty.SYSTEM_ADMIN);
        people().select(detail(HEAD, BEFORE));
        _click(button("identity.duty.revoke"));
        verify(administration, never()).revoke(anyLong(), anyLong(), any());
        assertThat(question()).contains("identity.duty.revokeAsk", HEAD.name(), OFFICE.name(), "HANDLER");
        yes();
        verify(administration).revoke(HEAD.id(), OFFICE.id(), Duty.HANDLER);
    }

    @Test
    void a_substitution_is_ended_only_after_a_question_that_names_both() {
        LocalDate day = LocalDate.of(2026, 11, 25);
        when(overview.substitutions(HEAD.id())).thenReturn(List.of(new SubstitutionRef(5, HEAD, OTHER, day, day, "")));
        as(Duty.SYSTEM_ADMIN);
        people().select(detail(HEAD, BEFORE));
        _click(button("identity.substitution.end"));
        verify(administration, never()).endSubstitution(anyLong());
        assertThat(question()).contains("identity.substitution.endAsk", HEAD.name(), OTHER.name());
        yes();
        verify(administration).endSubstitution(5);
    }

    @Test
    void a_session_is_ended_only_after_a_question_that_names_it() {
        when(access.sessions(HEAD.id()))
                .thenReturn(List.of(new SessionRef(9, 7, "10.0.0.9", "Firefox", BEFORE, BEFORE)));
        as(Duty.SECURITY_ADMIN);
        people().select(detail(HEAD, BEFORE));
        _click(button("identity.session.end"));
        verify(access, never()).endSession(anyLong());
        assertThat(question()).contains("identity.session.endAsk", "10.0.0.9");
        yes();
        verify(access).endSession(9);
    }

    @Test
    void a_unit_is_taken_out_of_use_only_after_a_question_that_names_it() {
        as(Duty.SYSTEM_ADMIN);
        tree().select(overview.units().get(0));
        _click(button("identity.unit.deactivate"));
        verify(administration, never()).deactivateUnit(anyLong());
        assertThat(question()).contains("identity.unit.deactivateAsk", OFFICE.name());
        yes();
        verify(administration).deactivateUnit(OFFICE.id());
    }

    @Test
    void only_duties_that_can_be_held_in_the_unit_are_offered() {
        as(Duty.SYSTEM_ADMIN);
        people().select(detail(HEAD, BEFORE));
        @SuppressWarnings("unchecked")
        Select<Duty> duty = _get(Select.class);
        assertThat(offered(duty)).contains(Duty.APPROVER_HEAD, Duty.APPROVER_DEPUTY);
        duty.setValue(Duty.CLERK);
        unit().setValue(OFFICE);
        assertThat(offered(duty)).contains(Duty.CLERK).doesNotContain(Duty.APPROVER_HEAD, Duty.APPROVER_DEPUTY);
        assertThat(duty.getValue()).isEqualTo(Duty.CLERK);
        assertThat(duty.getHelperText()).contains("identity.duty.elsewhere");
        unit().setValue(GROUP);
        duty.setValue(Duty.APPROVER_HEAD);
        assertThat(duty.getHelperText()).isNullOrEmpty();
        unit().setValue(OFFICE);
        assertThat(duty.getValue()).isNull();
    }

    @Test
    void from_a_new_person_one_comes_back_to_the_list() {
        when(administration.createPerson("handler", OTHER.name()))
                .thenReturn(new OneTimePassword(OTHER.id(), "handler", "Once-2026"));
        as(Duty.SYSTEM_ADMIN);
        _click(button("identity.person.create"));
        List<TextField> fields = _find(TextField.class);
        _setValue(fields.get(fields.size() - 2), OTHER.name());
        _setValue(fields.get(fields.size() - 1), "handler");
        _click(button("identity.save"));
        _click(button("identity.once.noted"));
        _get(PersonPanel.class);
        assertThat(people().getSelectedItems()).containsExactly(detail(OTHER, BEFORE));
        _click(button("identity.people.back"));
        _assertNone(PersonPanel.class);
    }

    @Test
    void the_line_above_the_list_follows_a_new_name_of_the_unit() {
        UnitRef renamed = new UnitRef(OFFICE.id(), null, UnitKind.OFFICE, "党群办");
        doAnswer(call -> when(overview.units()).thenReturn(List.of(new UnitLine(renamed, true, 2))))
                .when(administration)
                .renameUnit(OFFICE.id(), OFFICE.name(), renamed.name());
        as(Duty.SYSTEM_ADMIN);
        tree().select(overview.units().get(0));
        assertThat(said()).contains("identity.people.ofUnit[党建办, 2]");
        _click(button("identity.unit.rename"));
        List<TextField> fields = _find(TextField.class);
        _setValue(fields.get(fields.size() - 1), renamed.name());
        _click(button("identity.save"));
        assertThat(said()).contains("identity.people.ofUnit[党群办, 2]");
    }

    @Test
    void a_refusal_stays_with_the_person_it_is_about_and_so_does_the_chosen_line() {
        when(access.resetPassword(HEAD.id(), BEFORE))
                .thenThrow(new RuleViolation("identity.password.changedMeanwhile", HEAD.name()));
        as(Duty.SECURITY_ADMIN);
        people().select(detail(HEAD, BEFORE));
        _click(button("identity.person.resetPassword"));
        when(overview.person(HEAD.id())).thenReturn(detail(HEAD, MEANWHILE));
        yes();
        assertThat(refusals()).isEqualTo(1);
        assertThat(people().getSelectionModel().isSelected(detail(HEAD, MEANWHILE)))
                .as("the line as it is after the reset that came first")
                .isTrue();
        people().select(detail(OTHER, BEFORE));
        assertThat(refusals()).isZero();
    }

    @Test
    void a_refusal_about_a_unit_does_not_stand_over_the_next_one() {
        doThrow(new RuleViolation("identity.unit.hasHolders", OFFICE.name()))
                .when(administration)
                .deactivateUnit(OFFICE.id());
        as(Duty.SYSTEM_ADMIN);
        tree().select(overview.units().get(0));
        _click(button("identity.unit.deactivate"));
        yes();
        assertThat(refusals()).isEqualTo(1);
        tree().select(overview.units().get(1));
        assertThat(refusals()).isZero();
    }

    private static long refusals() {
        MockVaadin.clientRoundtrip();
        return _find(Notification.class).stream().filter(Notification::isOpened).count();
    }

    private static PersonDetail detail(PersonRef person, Instant passwordSince) {
        return new PersonDetail(person, List.of(new PostRef(70, OFFICE.id(), Duty.HANDLER)), passwordSince, null, null);
    }

    private void as(Duty duty) {
        when(currentActor.require())
                .thenReturn(new Actor(1, "管理员", List.of(new PostRef(1, OFFICE.id(), duty)), List.of(), "officer"));
        UI.getCurrent().add(new PeopleView(overview, administration, access, directory, currentActor));
    }

    private static List<Duty> offered(Select<Duty> duty) {
        return new ArrayList<>(duty.getListDataView().getItems().toList());
    }

    private static String question() {
        return _get(ConfirmDialog.class).getElement().getProperty("message");
    }

    private static void yes() {
        ConfirmDialog ask = _get(ConfirmDialog.class);
        ask.close();
        ComponentUtil.fireEvent(ask, new ConfirmDialog.ConfirmEvent(ask, false));
    }

    private static List<String> said() {
        return _find(Span.class).stream().map(Span::getText).toList();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<UnitRef> unit() {
        return (ComboBox<UnitRef>) _find(ComboBox.class).stream()
                .filter(field -> field.getLabel().startsWith("identity.unit.one"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Grid<PersonDetail> people() {
        return _get(Grid.class, spec -> spec.withPredicate(grid -> !(grid instanceof TreeGrid)));
    }

    @SuppressWarnings("unchecked")
    private static TreeGrid<UnitLine> tree() {
        return _get(TreeGrid.class);
    }

    private static Button button(String key) {
        return _get(Button.class, spec -> spec.withText(key));
    }

    private static final class Named implements I18NProvider {

        private static final long serialVersionUID = 1L;

        @Override
        public List<Locale> getProvidedLocales() {
            return List.of(Locale.SIMPLIFIED_CHINESE);
        }

        @Override
        public String getTranslation(String key, Locale locale, Object... params) {
            return params.length == 0 ? key : key + List.of(params);
        }
    }
}
