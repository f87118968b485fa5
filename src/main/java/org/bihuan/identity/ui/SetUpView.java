package org.bihuan.identity.ui;

import java.util.Map;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.bihuan.identity.FirstAdministrator;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Refusals;
import org.bihuan.shared.ui.TitledScreen;

/** Creates the first system administrator out of the one-time link of the console. */
@Route(value = FirstAdministrator.ROUTE, autoLayout = false)
@AnonymousAllowed
class SetUpView extends Main implements BeforeEnterObserver, TitledScreen {

    private final transient FirstAdministrator firstAdministrator;
    private final TextField unit = new TextField();
    private final TextField name = new TextField();
    private final TextField login = new TextField();
    private final PasswordField password = new PasswordField();
    private final PasswordField repeated = new PasswordField();
    private final transient Refusals refusals;
    private String token = "";

    SetUpView(FirstAdministrator firstAdministrator) {
        this.firstAdministrator = firstAdministrator;
        this.refusals = new Refusals(
                this, Map.of("unit", unit, "name", name, "login", login, "password", password, "repeated", repeated));
        unit.setLabel(getTranslation("identity.setup.unit"));
        name.setLabel(getTranslation("identity.person.name"));
        name.setHelperText(getTranslation("identity.setup.nameHint"));
        login.setLabel(getTranslation("identity.person.login"));
        login.getElement().setAttribute("autocomplete", "username");
        password.setLabel(getTranslation("identity.password.wanted"));
        password.setHelperText(PasswordForm.hint(this, firstAdministrator.passwordAdvice()));
        password.getElement().setAttribute("autocomplete", "new-password");
        repeated.setLabel(getTranslation("identity.password.repeated"));
        repeated.getElement().setAttribute("autocomplete", "new-password");
        Button create = new Button(getTranslation("identity.setup.create"), click -> {
            if (refusals.guard(this::create)) {
                UI.getCurrent().navigate("login");
            }
        });
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        FormLayout form = new FormLayout(unit, name, login, password, repeated, create);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        addClassName("login");
        Div card = new Div(
                new H1(getTranslation("identity.setup.title")),
                new Paragraph(getTranslation("identity.setup.explanation")),
                form);
        card.addClassNames("card", "login-card");
        add(card);
    }

    private void create() {
        RuleViolation.gather(
                () -> firstAdministrator.check(unit.getValue(), login.getValue(), name.getValue(), password.getValue()),
                this::repeatedAlike);
        firstAdministrator.redeem(token, unit.getValue(), login.getValue(), name.getValue(), password.getValue());
    }

    private void repeatedAlike() {
        if (!password.getValue().equals(repeated.getValue())) {
            throw RuleViolation.at("repeated", "identity.password.differs");
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!firstAdministrator.awaited()) {
            throw new NotFound("a set-up of what is set up");
        }
        token = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("token")
                .orElse("");
    }

    @Override
    public String screenTitle() {
        return getTranslation("identity.setup.title");
    }
}
