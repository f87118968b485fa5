package org.bihuan.identity.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility;
import org.bihuan.identity.AccessAdministration;
import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.LeftBehind;
import org.bihuan.identity.OneTimePassword;
import org.bihuan.identity.OpenWork;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.identity.PeopleOverview;
import org.bihuan.identity.PersonDetail;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.PostRef;
import org.bihuan.identity.UnitRef;
import org.bihuan.shared.Dates;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Confirmation;
import org.bihuan.shared.ui.Facts;
import org.bihuan.shared.ui.Focus;
import org.bihuan.shared.ui.Refusals;
import org.jspecify.annotations.Nullable;

/** One person beside the list: duties, substitutes, sessions, and what the officer at the screen may do. */
class PersonPanel extends Composite<Section> {

    private static final int NAME_MAX = 120;

    /** The services behind the panel. */
    record Services(
            PeopleOverview overview,
            OrganisationAdministration administration,
            AccessAdministration access,
            Directory directory) {}

    private final long personId;
    private final transient Services services;
    private final transient Set<Duty> mine;
    private final transient Runnable changed;
    private final transient Refusals refusals = new Refusals(this, Map.of());
    private final H2 name = new H2();
    private final H3 dutiesTitle = new H3();

    PersonPanel(long personId, Services services, Set<Duty> mine, Runnable changed) {
        this.personId = personId;
        this.services = services;
        this.mine = mine;
        this.changed = changed;
        getContent().addClassName("card");
        name.addClassName(LumoUtility.Overflow.HIDDEN);
        dutiesTitle.setText(getTranslation("identity.person.duties"));
        show();
    }

    private void show() {
        PersonDetail detail = services.overview().person(personId);
        getContent().removeAll();
        name.setText(detail.person().name());
        getContent().add(name, facts(detail), actions(detail));
        getContent().add(dutiesTitle, duties(detail));
        if (mine.contains(Duty.SYSTEM_ADMIN) && detail.person().enabled()) {
            getContent().add(grantForm());
        }
        getContent()
                .add(
                        new H3(getTranslation("identity.profile.substitute")),
                        new SubstitutePanel(
                                personId,
                                services.directory(),
                                () -> services.overview().substitutions(personId),
                                (substitute, from, to, reason) ->
                                        services.administration().substitute(personId, substitute, from, to, reason),
                                services.administration()::endSubstitution,
                                mine.contains(Duty.SYSTEM_ADMIN)));
        if (mine.contains(Duty.SECURITY_ADMIN)) {
            getContent()
                    .add(
                            new H3(getTranslation("identity.profile.sessions")),
                            new SessionList(() -> services.access().sessions(personId), services.access()::endSession));
        }
    }

    private Facts facts(PersonDetail detail) {
        String state = detail.lockedUntil() != null
                ? getTranslation("identity.person.lockedUntil", Dates.time(detail.lockedUntil()))
                : getTranslation(detail.person().enabled() ? "identity.person.enabled" : "identity.person.disabled");
        return new Facts()
                .add(getTranslation("identity.person.login"), detail.person().login())
                .add(getTranslation("identity.person.state"), state)
                .add(
                        getTranslation("identity.person.lastLogin"),
                        detail.lastLoginAt() == null
                                ? getTranslation("identity.person.never")
                                : Dates.time(detail.lastLoginAt()))
                .add(getTranslation("identity.person.passwordSince"), Dates.time(detail.passwordSince()));
    }

    private Div actions(PersonDetail detail) {
        Div bar = new Div();
        bar.addClassName("action-bar");
        if (mine.contains(Duty.SYSTEM_ADMIN)) {
            bar.add(new Button(getTranslation("identity.person.rename"), click -> rename(detail.person())));
            bar.add(
                    detail.person().enabled()
                            ? new Button(getTranslation("identity.person.disable"), click -> disable(detail.person()))
                            : new Button(
                                    getTranslation("identity.person.enable"),
                                    click -> act(() -> services.administration().enable(personId))));
        }
        if (mine.contains(Duty.SECURITY_ADMIN)) {
            bar.add(Confirmation.before(
                    getTranslation("identity.person.resetPassword"),
                    () -> getTranslation(
                            "identity.person.resetAsk", detail.person().name()),
                    () -> resetPassword(detail)));
            if (detail.lockedUntil() != null) {
                bar.add(new Button(
                        getTranslation("identity.person.unlock"),
                        click -> act(() -> services.access().unlock(personId))));
            }
        }
        return bar;
    }

    private Component duties(PersonDetail detail) {
        if (detail.posts().isEmpty()) {
            return new Paragraph(getTranslation("identity.person.noDuties"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames(LumoUtility.ListStyleType.NONE, LumoUtility.Padding.NONE);
        detail.posts().forEach(post -> list.add(dutyLine(detail.person(), post)));
        return list;
    }

    private ListItem dutyLine(PersonRef person, PostRef post) {
        String text = duty(post);
        ListItem item = new ListItem(new Span(text));
        if (mine.contains(Duty.SYSTEM_ADMIN)) {
            Button revoke = Confirmation.before(
                    getTranslation("identity.duty.revoke"),
                    () -> getTranslation("identity.duty.revokeAsk", person.name(), text),
                    () -> revoke(post));
            revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            revoke.setAriaLabel(getTranslation("identity.duty.revokeOf", text));
            item.add(revoke);
        }
        return item;
    }

    private void revoke(PostRef post) {
        if (refusals.guard(() -> services.administration().revoke(personId, post.unitId(), post.duty()))) {
            redraw();
            Focus.on(dutiesTitle);
        }
    }

    private FormLayout grantForm() {
        ComboBox<UnitRef> unit = new ComboBox<>(getTranslation("identity.unit.one"));
        unit.setItems(services.directory().units());
        unit.setItemLabelGenerator(UnitRef::name);
        Select<Duty> duty = new Select<>();
        duty.setLabel(getTranslation("identity.duty.one"));
        duty.setItems(Duty.values());
        unit.addValueChangeListener(change -> offer(duty, change.getValue()));
        duty.setItemLabelGenerator(value -> getTranslation(value.key()));
        Refusals beside = new Refusals(this, Map.of("unit", unit, "duty", duty));
        Button grant = new Button(getTranslation("identity.duty.grant"), click -> {
            if (beside.guard(() -> grant(unit.getValue(), duty.getValue()))) {
                redraw();
                Focus.on(dutiesTitle);
            }
        });
        return new FormLayout(unit, duty, new Div(grant));
    }

    /** Offers the duties that can be held in {@code unit}, and says where the others can. */
    private void offer(Select<Duty> duty, @Nullable UnitRef unit) {
        Duty chosen = duty.getValue();
        List<Duty> fitting = Stream.of(Duty.values())
                .filter(value -> unit == null || value.fits(unit.kind()))
                .toList();
        duty.setItems(fitting);
        if (fitting.contains(chosen)) {
            duty.setValue(chosen);
        }
        duty.setHelperText(fitting.size() == Duty.values().length ? null : getTranslation("identity.duty.elsewhere"));
    }

    private void grant(@Nullable UnitRef unit, @Nullable Duty duty) {
        if (unit != null && duty != null) {
            services.administration().grant(personId, unit.id(), duty);
            return;
        }
        RuleViolation.gather(
                () -> chosen(unit, "unit", "identity.unit.chooseOne"),
                () -> chosen(duty, "duty", "identity.duty.chooseOne"));
    }

    private static void chosen(@Nullable Object value, String field, String refusal) {
        if (value == null) {
            throw RuleViolation.at(field, refusal);
        }
    }

    private void rename(PersonRef person) {
        TextField wanted = new TextField(getTranslation("identity.person.name"));
        wanted.setMaxLength(NAME_MAX);
        wanted.setValue(person.name());
        new FormDialog(getTranslation("identity.person.rename"), wanted)
                .onSave(new Refusals(this, Map.of("name", wanted)), () -> {
                    try {
                        services.administration().renamePerson(personId, person.name(), wanted.getValue());
                    } finally {
                        redraw();
                    }
                    lead();
                });
    }

    private void disable(PersonRef person) {
        refusals.guard(() -> ask(person, services.administration().leftBehind(personId)));
    }

    private void ask(PersonRef person, LeftBehind left) {
        boolean work = left.own().any();
        PersonPicker successor =
                new PersonPicker(services.directory(), getTranslation("identity.person.successor"), personId);
        successor.setVisible(work);
        Paragraph explanation = new Paragraph(
                getTranslation(work ? "identity.person.disableWithWork" : "identity.person.disableAsk", person.name()));
        new FormDialog(getTranslation("identity.person.disable"), explanation, leftBehind(left), successor)
                .onSave("identity.person.disableConfirm", new Refusals(this, Map.of("successor", successor)), () -> {
                    PersonRef chosen = successor.getValue();
                    services.administration().disable(personId, chosen == null ? null : chosen.id());
                    refresh();
                });
    }

    /** What is open, in words; nothing where nothing is. */
    private UnorderedList leftBehind(LeftBehind left) {
        UnorderedList list = new UnorderedList();
        OpenWork.Own own = left.own();
        item(list, own.tasks(), "identity.leftBehind.tasks");
        item(list, own.problems(), "identity.leftBehind.problems");
        item(list, own.measures(), "identity.leftBehind.measures");
        left.waiting()
                .forEach(waiting -> list.add(new ListItem(
                        getTranslation("identity.leftBehind.waiting", duty(waiting.post()), waiting.steps()))));
        list.setVisible(list.getChildren().findAny().isPresent());
        return list;
    }

    private void item(UnorderedList list, int count, String key) {
        if (count > 0) {
            list.add(new ListItem(getTranslation(key, count)));
        }
    }

    private String duty(PostRef post) {
        return getTranslation(
                "identity.dutyInUnit",
                services.directory().unit(post.unitId()).name(),
                getTranslation(post.duty().key()));
    }

    private void resetPassword(PersonDetail detail) {
        boolean reset = refusals.guard(
                () -> showOnce(services.access().resetPassword(personId, detail.passwordSince()), this::lead)
                        .open());
        redraw();
        if (!reset) {
            lead();
        }
    }

    /** The one time that a one-time password is shown; {@code noted} runs when it is closed. */
    static Dialog showOnce(OneTimePassword once, Runnable noted) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("identity.once.title"));
        TextField password = new TextField(dialog.getTranslation("identity.once.password", once.login()));
        password.setValue(once.password());
        password.setReadOnly(true);
        password.setWidthFull();
        dialog.add(new Paragraph(dialog.getTranslation("identity.once.explanation")), password);
        Button close = new Button(dialog.getTranslation("identity.once.noted"), click -> {
            dialog.close();
            noted.run();
        });
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(close);
        dialog.setCloseOnOutsideClick(false);
        dialog.setCloseOnEsc(false);
        return dialog;
    }

    private void act(Runnable act) {
        if (refusals.guard(act)) {
            refresh();
        }
    }

    private void refresh() {
        redraw();
        lead();
    }

    private void redraw() {
        show();
        changed.run();
    }

    /** Leads the focus to the name of the person. */
    void lead() {
        Focus.on(name);
    }
}
