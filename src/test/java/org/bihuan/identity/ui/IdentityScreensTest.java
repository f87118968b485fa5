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
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.BeforeEnterEvent;
import org.bihuan.identity.AccessAdministration;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.FirstAdministrator;
import org.bihuan.identity.LeftBehind;
import org.bihuan.identity.OneTimePassword;
import org.bihuan.identity.OpenWork;
import org.bihuan.identity.OpenWork.Own;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.identity.OwnAccount;
import org.bihuan.identity.PasswordAdvice;
import org.bihuan.identity.PeopleOverview;
import org.bihuan.identity.PersonDetail;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.PostRef;
import org.bihuan.identity.UnitKind;
import org.bihuan.identity.UnitRef;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.DayField;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The screens without a browser; texts appear as their keys. */
@ExtendWith(MockScreen.class)
class IdentityScreensTest {

    private static final UnitRef OFFICE = new UnitRef(10, null, UnitKind.OFFICE, "党建办");
    private static final Instant PASSWORD_SET = Instant.parse("2026-11-24T01:00:00Z");
    private static final PersonRef HEAD = new PersonRef(7, "党建办主任", "head", true);

    private final PeopleOverview overview = mock(PeopleOverview.class);
    private final OrganisationAdministration administration = mock(OrganisationAdministration.class);
    private final AccessAdministration access = mock(AccessAdministration.class);
    private final Directory directory = mock(Directory.class);
    private final CurrentActor currentActor = mock(CurrentActor.class);
    private final OwnAccount own = mock(OwnAccount.class);

    @BeforeEach
    void open() {
        when(own.passwordAdvice()).thenReturn(new PasswordAdvice(10, true));
        PersonDetail detail =
                new PersonDetail(HEAD, List.of(new PostRef(70, OFFICE.id(), Duty.UNIT_HEAD)), PASSWORD_SET, null, null);
        when(overview.units()).thenReturn(List.of(new PeopleOverview.UnitLine(OFFICE, true, 1)));
        when(overview.people(any(), anyInt(), anyInt())).thenReturn(List.of(detail));
        when(overview.count(any())).thenReturn(1);
        when(overview.person(HEAD.id())).thenReturn(detail);
        when(directory.unit(OFFICE.id())).thenReturn(OFFICE);
        when(directory.units()).thenReturn(List.of(OFFICE));
    }

    @Test
    void the_system_administrator_changes_people_but_not_passwords() {
        peopleAs(Duty.SYSTEM_ADMIN);
        assertThat(buttons()).anyMatch(text -> text.contains("identity.person.disable"));
        assertThat(buttons()).anyMatch(text -> text.contains("identity.duty.grant"));
        assertThat(buttons()).noneMatch(text -> text.contains("identity.person.resetPassword"));
    }

    @Test
    void the_security_administrator_resets_passwords_but_changes_no_duties() {
        peopleAs(Duty.SECURITY_ADMIN);
        assertThat(buttons()).anyMatch(text -> text.contains("identity.person.resetPassword"));
        assertThat(buttons()).noneMatch(text -> text.contains("identity.duty"));
        assertThat(buttons()).noneMatch(text -> text.contains("identity.unit"));
    }

    @Test
    void a_password_is_reset_in_the_place_of_the_one_shown() {
        when(access.resetPassword(HEAD.id(), PASSWORD_SET))
                .thenThrow(new RuleViolation("identity.password.changedMeanwhile", HEAD.name()));
        peopleAs(Duty.SECURITY_ADMIN);
        _click(button("identity.person.resetPassword"));
        clearInvocations(overview);
        ConfirmDialog ask = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(ask, new ConfirmDialog.ConfirmEvent(ask, false));
        assertThat(_find(Span.class)).extracting(Span::getText).contains("identity.password.changedMeanwhile");
        verify(overview).person(HEAD.id());
    }

    @Test
    void the_audit_administrator_changes_nothing() {
        peopleAs(Duty.AUDIT_ADMIN);
        assertThat(buttons()).singleElement().asString().contains("identity.people.back");
    }

    @Test
    void disabling_a_person_with_open_work_says_what_is_open_and_asks_for_a_successor() {
        when(administration.leftBehind(HEAD.id())).thenReturn(new LeftBehind(new Own(2, 0, 1), List.of()));
        doThrow(RuleViolation.at("successor", "identity.person.openWork", HEAD.name(), 2, 0, 1))
                .when(administration)
                .disable(HEAD.id(), null);
        peopleAs(Duty.SYSTEM_ADMIN);
        _click(button("identity.person.disable"));
        PersonPicker successor = _get(
                PersonPicker.class,
                spec -> spec.withPredicate(picker -> same(picker.getLabel(), "identity.person.successor")));
        assertThat(leftBehind()).containsExactly("identity.leftBehind.tasks", "identity.leftBehind.measures");
        _click(button("identity.person.disableConfirm"));
        assertThat(successor.isInvalid()).isTrue();
        assertThat(successor.getErrorMessage()).contains("identity.person.openWork");
        successor.setValue(new PersonRef(8, "党建办经办人", "handler", true));
        _click(button("identity.person.disableConfirm"));
        verify(administration).disable(HEAD.id(), 8L);
    }

    @Test
    void disabling_the_only_holder_of_a_post_says_which_post_somebody_else_must_be_given() {
        PostRef post = new PostRef(70, OFFICE.id(), Duty.UNIT_HEAD);
        when(administration.leftBehind(HEAD.id()))
                .thenReturn(new LeftBehind(Own.NOTHING, List.of(new OpenWork.Waiting(post, 3))));
        doThrow(new RuleViolation(
                        "identity.duty.nobodyElse",
                        HEAD.name(),
                        OFFICE.name(),
                        new RuleViolation(Duty.UNIT_HEAD.key()),
                        3))
                .when(administration)
                .disable(HEAD.id(), null);
        peopleAs(Duty.SYSTEM_ADMIN);
        _click(button("identity.person.disable"));
        assertThat(leftBehind()).containsExactly("identity.leftBehind.waiting");
        assertThat(_find(PersonPicker.class)).noneMatch(picker -> same(picker.getLabel(), "identity.person.successor"));
        _click(button("identity.person.disableConfirm"));
        assertThat(_find(Span.class)).extracting(Span::getText).contains("identity.duty.nobodyElse");
        assertThat(button("identity.person.disableConfirm").isVisible()).isTrue();
    }

    private static List<String> leftBehind() {
        return _get(Dialog.class)
                .getChildren()
                .flatMap(IdentityScreensTest::withChildren)
                .filter(ListItem.class::isInstance)
                .map(item -> ((ListItem) item).getText())
                .toList();
    }

    private static Stream<Component> withChildren(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(IdentityScreensTest::withChildren));
    }

    @Test
    void a_new_person_gets_a_password_that_is_shown_once() {
        when(administration.createPerson("head2", "副主任"))
                .thenReturn(new OneTimePassword(HEAD.id(), "head2", "Once-2026"));
        peopleAs(Duty.SYSTEM_ADMIN);
        _click(button("identity.person.create"));
        _setValue(text("identity.person.name"), "副主任");
        _setValue(text("identity.person.login"), "head2");
        _click(button("identity.save"));
        assertThat(text("identity.once.password").getValue()).isEqualTo("Once-2026");
        assertThat(_get(Dialog.class).isCloseOnEsc()).isFalse();
        _click(button("identity.once.noted"));
        _assertNone(Dialog.class);
    }

    @Test
    void the_counts_follow_a_new_person() {
        when(administration.createPerson("", "")).thenReturn(new OneTimePassword(HEAD.id(), "head2", "Once-2026"));
        peopleAs(Duty.SYSTEM_ADMIN);
        clearInvocations(overview);
        _click(button("identity.person.create"));
        _click(button("identity.save"));
        verify(overview).units();
        verify(overview, atLeastOnce()).count(any());
    }

    @Test
    void passwords_that_differ_are_refused_beside_the_field() {
        UI.getCurrent().add(new PasswordForm(own, () -> {}));
        _setValue(password("identity.password.wanted"), "Qiu-yue-2026");
        _click(button("identity.password.change"));
        assertThat(password("identity.password.repeated").getErrorMessage()).contains("identity.password.differs");
        verify(own, never()).changePassword(anyString(), anyString(), anyLong());
        _setValue(password("identity.password.present"), "old");
        _setValue(password("identity.password.repeated"), "Qiu-yue-2026");
        _click(button("identity.password.change"));
        verify(own).changePassword("old", "Qiu-yue-2026", 0);
        assertThat(password("identity.password.wanted").getValue()).isEmpty();
    }

    @Test
    void everything_wrong_with_a_new_password_is_said_at_once() {
        doThrow(RuleViolation.at("password", "identity.password.tooShort"))
                .when(own)
                .checkPassword("short");
        UI.getCurrent().add(new PasswordForm(own, () -> {}));
        _setValue(password("identity.password.wanted"), "short");
        _click(button("identity.password.change"));
        assertThat(password("identity.password.wanted").getErrorMessage()).contains("identity.password.tooShort");
        assertThat(password("identity.password.repeated").getErrorMessage()).contains("identity.password.differs");
        verify(own, never()).changePassword(anyString(), anyString(), anyLong());
    }

    @Test
    void whoever_must_change_their_password_is_led_there_from_everywhere_else() {
        when(own.mustChangePassword()).thenReturn(true);
        BeforeEnterEvent elsewhere = mock(BeforeEnterEvent.class);
        when(elsewhere.getNavigationTarget()).thenAnswer(call -> ProfileView.class);
        BeforeEnterEvent there = mock(BeforeEnterEvent.class);
        when(there.getNavigationTarget()).thenAnswer(call -> ChangePasswordView.class);
        IdentityNavigation navigation = new IdentityNavigation(own, currentActor);
        navigation.lead(elsewhere);
        navigation.lead(there);
        verify(elsewhere).forwardTo(ChangePasswordView.class);
        verify(there, never()).forwardTo(ChangePasswordView.class);
    }

    @Test
    void after_the_change_the_start_page_is_loaded_even_where_its_address_is_shown_already() {
        when(own.mustChangePassword()).thenReturn(true);
        UI.getCurrent().add(new ChangePasswordView(own));
        _setValue(password("identity.password.present"), "old");
        _setValue(password("identity.password.wanted"), "Qiu-yue-2026");
        _setValue(password("identity.password.repeated"), "Qiu-yue-2026");
        _click(button("identity.password.change"));
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .anyMatch(call -> call.getInvocation().getParameters().contains("."));
    }

    @Test
    void the_set_up_shows_why_a_link_or_a_password_is_refused() {
        FirstAdministrator first = mock(FirstAdministrator.class);
        when(first.passwordAdvice()).thenReturn(new PasswordAdvice(10, true));
        doAnswer(call -> {
                    RuleViolation.gather(
                            () -> refuse("unit", "identity.unit.nameMissing"),
                            () -> refuse("password", "identity.password.tooShort"));
                    return null;
                })
                .when(first)
                .check("", "", "", "short");
        doThrow(new RuleViolation("identity.setup.used"))
                .when(first)
                .redeem(any(), any(), any(), any(), eq("Qiu-yue-2026"));
        UI.getCurrent().add(new SetUpView(first));
        _setValue(password("identity.password.wanted"), "short");
        _click(button("identity.setup.create"));
        assertThat(text("identity.setup.unit").getErrorMessage()).contains("identity.unit.nameMissing");
        assertThat(password("identity.password.wanted").getErrorMessage()).contains("identity.password.tooShort");
        assertThat(password("identity.password.repeated").getErrorMessage()).contains("identity.password.differs");
        verify(first, never()).redeem(any(), any(), any(), any(), any());
        _setValue(password("identity.password.wanted"), "Qiu-yue-2026");
        _setValue(password("identity.password.repeated"), "Qiu-yue-2026");
        _click(button("identity.setup.create"));
        assertThat(_find(Span.class)).extracting(Span::getText).contains("identity.setup.used");
    }

    private static void refuse(String field, String key) {
        throw RuleViolation.at(field, key);
    }

    @Test
    void a_substitution_is_refused_beside_every_field_that_is_empty() {
        profile();
        _click(button("identity.substitution.set"));
        assertThat(_get(PersonPicker.class).getErrorMessage()).contains("identity.substitution.substituteMissing");
        assertThat(_find(DayField.class))
                .extracting(DayField::getErrorMessage)
                .containsExactly("identity.substitution.dateMissing", "identity.substitution.dateMissing");
    }

    @Test
    void nobody_is_offered_as_their_own_substitute() {
        PersonRef other = new PersonRef(8, "党建办经办人", "handler", true);
        PersonRef third = new PersonRef(9, "社会办经办人", "other", true);
        when(directory.searchPersons(anyString(), anyInt())).thenAnswer(call -> Stream.of(HEAD, other, third)
                .limit(call.<Integer>getArgument(1))
                .toList());
        profile();
        assertThat(offered(0, 2)).containsExactly(other, third);
        assertThat(offered(1, 2)).containsExactly(third);
        assertThat(offered(0, 1)).containsExactly(other);
    }

    private static List<PersonRef> offered(int offset, int limit) {
        return _get(PersonPicker.class)
                .getDataProvider()
                .fetch(new Query<>(offset, limit, List.of(), null, null))
                .toList();
    }

    private void profile() {
        actor(Duty.UNIT_HEAD);
        when(directory.person(HEAD.id())).thenReturn(HEAD);
        when(own.sessions()).thenReturn(List.of());
        when(own.substitutions()).thenReturn(List.of());
        UI.getCurrent().add(new ProfileView(own, currentActor, directory));
    }

    @Test
    void a_duty_is_refused_beside_every_field_that_is_empty() {
        peopleAs(Duty.SYSTEM_ADMIN);
        _click(button("identity.duty.grant"));
        assertThat(_find(ComboBox.class).stream().map(ComboBox::getErrorMessage))
                .contains("identity.unit.chooseOne");
        assertThat(_get(Select.class).getErrorMessage()).contains("identity.duty.chooseOne");
        verify(administration, never()).grant(anyLong(), anyLong(), any());
    }

    private void peopleAs(Duty duty) {
        actor(duty);
        UI.getCurrent().add(new PeopleView(overview, administration, access, directory, currentActor));
        @SuppressWarnings("unchecked")
        Grid<PersonDetail> grid = _get(
                Grid.class,
                spec -> spec.withPredicate(
                        found -> found.getElement().getAttribute("aria-label").contains("identity.people.title")));
        grid.select(overview.person(HEAD.id()));
    }

    private void actor(Duty duty) {
        when(currentActor.require())
                .thenReturn(new Actor(
                        HEAD.id(), HEAD.name(), List.of(new PostRef(1, OFFICE.id(), duty)), List.of(), "system"));
    }

    private static List<String> buttons() {
        return _find(Button.class).stream().map(Button::getText).toList();
    }

    private static Button button(String key) {
        return _get(Button.class, spec -> spec.withPredicate(found -> same(found.getText(), key)));
    }

    private static TextField text(String key) {
        return _find(TextField.class).stream()
                .filter(found -> same(found.getLabel(), key))
                .findFirst()
                .orElseThrow();
    }

    private static PasswordField password(String key) {
        return _get(PasswordField.class, spec -> spec.withPredicate(found -> same(found.getLabel(), key)));
    }

    private static boolean same(String text, String key) {
        return Pattern.compile(Pattern.quote(key) + "($|[^A-Za-z.])")
                .matcher(text)
                .find();
    }
}
