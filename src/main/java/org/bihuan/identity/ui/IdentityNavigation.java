package org.bihuan.identity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.OwnAccount;
import org.springframework.stereotype.Component;

/** Leads whoever has a password to change to that screen first, and applies the chosen language at sign-in. */
@Component
class IdentityNavigation implements VaadinServiceInitListener {

    private static final String LANGUAGE_APPLIED = "org.bihuan.identity.language";
    private static final long serialVersionUID = 1L;

    private final transient OwnAccount own;
    private final transient CurrentActor currentActor;

    IdentityNavigation(OwnAccount own, CurrentActor currentActor) {
        this.own = own;
        this.currentActor = currentActor;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            speak(init.getUI());
            init.getUI().addBeforeEnterListener(this::lead);
        });
    }

    void lead(BeforeEnterEvent event) {
        if (event.getNavigationTarget() != ChangePasswordView.class && own.mustChangePassword()) {
            event.forwardTo(ChangePasswordView.class);
        }
    }

    private void speak(UI ui) {
        VaadinSession session = ui.getSession();
        if (session.getAttribute(LANGUAGE_APPLIED) != null
                || currentActor.find().isEmpty()) {
            return;
        }
        session.setAttribute(LANGUAGE_APPLIED, true);
        own.language().ifPresent(language -> {
            session.setLocale(language);
            ui.setLocale(language);
        });
    }
}
