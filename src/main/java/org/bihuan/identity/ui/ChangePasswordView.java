package org.bihuan.identity.ui;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import org.bihuan.identity.OwnAccount;
import org.bihuan.shared.ui.TitledScreen;

/** Asks for a new password before anything else. */
@Route(value = "change-password", autoLayout = false)
@PermitAll
class ChangePasswordView extends Main implements TitledScreen {

    ChangePasswordView(OwnAccount own) {
        addClassName("login");
        Div card = new Div(
                new H1(getTranslation("identity.password.title")),
                new Paragraph(getTranslation(
                        own.mustChangePassword() ? "identity.password.mustChange" : "identity.password.mayChange")),
                // Not a navigation: whoever was led here from the start page is at its address already.
                new PasswordForm(own, () -> UI.getCurrent().getPage().setLocation(".")));
        card.addClassNames("card", "login-card");
        add(card);
    }

    @Override
    public String screenTitle() {
        return getTranslation("identity.password.title");
    }
}
