package org.bihuan.identity.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.OwnAccount;
import org.bihuan.shared.ui.Facts;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.shared.ui.PageHeader;
import org.bihuan.shared.ui.TitledScreen;

/** One's own account: duties, substitute, language, password, sessions. */
@Route("profile")
@PermitAll
class ProfileView extends Div implements TitledScreen {

    ProfileView(OwnAccount own, CurrentActor currentActor, Directory directory) {
        Actor me = currentActor.require();
        String duties = me.posts().stream()
                .map(post -> getTranslation(
                        "identity.dutyInUnit",
                        directory.unit(post.unitId()).name(),
                        getTranslation(post.duty().key())))
                .collect(Collectors.joining(getTranslation("identity.comma")));
        add(new PageHeader(getTranslation("identity.profile.title")));
        add(card(
                "identity.profile.account",
                new Facts()
                        .add(getTranslation("identity.person.name"), me.name())
                        .add(
                                getTranslation("identity.person.login"),
                                directory.person(me.personId()).login())
                        .add(getTranslation("identity.person.duties"), duties),
                language(own)));
        add(card(
                "identity.profile.substitute",
                new SubstitutePanel(
                        me.personId(), directory, own::substitutions, own::substitute, own::endSubstitution, true)));
        add(card(
                "identity.profile.password",
                new PasswordForm(own, () -> Notifications.done(getTranslation("identity.password.changed")))));
        add(card("identity.profile.sessions", new SessionList(own::sessions, own::endSession)));
    }

    private Component language(OwnAccount own) {
        Select<Locale> language = new Select<>();
        language.setLabel(getTranslation("identity.profile.language"));
        language.setItems(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
        language.setItemLabelGenerator(locale -> getTranslation("identity.language." + locale.getLanguage()));
        language.setValue(getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        language.addValueChangeListener(change -> {
            own.speak(change.getValue());
            VaadinSession.getCurrent().setLocale(change.getValue());
            UI.getCurrent().getPage().reload();
        });
        return language;
    }

    private Section card(String title, Component... parts) {
        Section card = new Section(new H2(getTranslation(title)));
        card.add(parts);
        card.addClassName("card");
        return card;
    }

    @Override
    public String screenTitle() {
        return getTranslation("identity.profile.title");
    }
}
