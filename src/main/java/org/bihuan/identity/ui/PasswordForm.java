package org.bihuan.identity.ui;

import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import org.bihuan.identity.OwnAccount;
import org.bihuan.identity.PasswordAdvice;
import org.bihuan.identity.SessionFilter;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Refusals;
import org.jspecify.annotations.Nullable;

/** Changes one's own password. */
class PasswordForm extends Composite<FormLayout> {

    private final transient OwnAccount own;
    private final PasswordField present = new PasswordField();
    private final PasswordField wanted = new PasswordField();
    private final PasswordField repeated = new PasswordField();
    private final transient Refusals refusals;

    /** What a new password must be, as a sentence. */
    static String hint(Component here, PasswordAdvice asked) {
        return here.getTranslation(
                asked.mixed() ? "identity.password.hintMixed" : "identity.password.hint", asked.atLeast());
    }

    PasswordForm(OwnAccount own, Runnable done) {
        this.own = own;
        this.refusals = new Refusals(this, Map.of("present", present, "password", wanted, "repeated", repeated));
        present.setLabel(getTranslation("identity.password.present"));
        wanted.setLabel(getTranslation("identity.password.wanted"));
        wanted.setHelperText(hint(this, own.passwordAdvice()));
        repeated.setLabel(getTranslation("identity.password.repeated"));
        present.getElement().setAttribute("autocomplete", "current-password");
        wanted.getElement().setAttribute("autocomplete", "new-password");
        repeated.getElement().setAttribute("autocomplete", "new-password");
        Button change = new Button(getTranslation("identity.password.change"), click -> {
            if (refusals.guard(this::change)) {
                present.clear();
                wanted.clear();
                repeated.clear();
                done.run();
            }
        });
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        change.addClickShortcut(Key.ENTER).listenOn(getContent());
        getContent().setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        getContent().add(present, wanted, repeated, change);
    }

    private void change() {
        if (!wanted.getValue().equals(repeated.getValue())) {
            RuleViolation.gather(() -> own.checkPassword(wanted.getValue()), () -> {
                throw RuleViolation.at("repeated", "identity.password.differs");
            });
        }
        own.changePassword(present.getValue(), wanted.getValue(), here());
    }

    /** The registered login of this browser, which goes on; 0 if there is none. */
    static long here() {
        @Nullable VaadinSession session = VaadinSession.getCurrent();
        @Nullable WrappedSession wrapped = session == null ? null : session.getSession();
        return wrapped != null && wrapped.getAttribute(SessionFilter.SESSION_ID) instanceof Long id ? id : 0;
    }
}
