package org.bihuan.shell;

import java.time.Clock;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.bihuan.identity.LockoutAdvice;
import org.bihuan.identity.SessionFilter;
import org.bihuan.shared.Dates;
import org.bihuan.shared.DemoAccount;
import org.bihuan.shared.ui.TitledScreen;
import org.springframework.web.util.WebUtils;

/** Sign-in, with the demo's accounts one click away in the demo only. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, TitledScreen {

    private final transient LockoutAdvice lockout;
    private final transient Clock clock;
    private final Paragraph message = new Paragraph();

    LoginView(Demo demo, LockoutAdvice lockout, Clock clock) {
        this.lockout = lockout;
        this.clock = clock;
        addClassName("login");
        message.addClassName("login-message");
        message.getElement().setAttribute("role", "alert");
        message.setVisible(false);
        Div mark = new Div(new H1(getTranslation("shell.product")), new Paragraph(getTranslation("shell.slogan")));
        mark.addClassName("login-mark");
        Div card = new Div(mark, message, new SignInForm(KeptLoginName.take()));
        card.addClassNames("card", "login-card");
        List<DemoAccount> accounts = demo.accounts();
        if (!accounts.isEmpty()) {
            card.add(demoAccounts(accounts));
        }
        add(card, new LanguageSwitch());
    }

    private Div demoAccounts(List<DemoAccount> accounts) {
        Div list = new Div();
        list.addClassName("demo-accounts");
        accounts.forEach(account -> list.add(SignInForm.of(account)));
        Div section = new Div(
                new H2(getTranslation("shell.demo.title")), new Paragraph(getTranslation("shell.demo.hint")), list);
        section.addClassName("login-demo");
        return section;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters said = event.getLocation().getQueryParameters();
        boolean refused = said.getParameters().containsKey("error");
        boolean again = said.getParameters().containsKey(SignInAgain.PARAMETER);
        boolean ended = takeEnded();
        boolean expired = hasExpired();
        message.setVisible(refused || again || ended || expired);
        if (refused) {
            message.setText(refusal());
        } else if (again) {
            message.setText(getTranslation("shell.login.error.outdated"));
        } else if (ended || expired) {
            message.setText(getTranslation(ended ? "shell.login.ended" : "shell.login.expired"));
        }
    }

    /** Whether somebody has ended the session that this browser had, told once. */
    private static boolean takeEnded() {
        WrappedSession session = VaadinSession.getCurrent().getSession();
        boolean ended = session.getAttribute(SessionFilter.ENDED) != null;
        session.removeAttribute(SessionFilter.ENDED);
        return ended;
    }

    /** Whether this browser was signed in and the server knows nothing of it any more; so until the next sign-in. */
    private static boolean hasExpired() {
        return VaadinRequest.getCurrent() instanceof HttpServletRequest request
                && request.getUserPrincipal() == null
                && WebUtils.getCookie(request, SessionFilter.SIGNED_IN) != null;
    }

    /** The same for every account, locked or not: no lock that began before now ends later. */
    private String refusal() {
        return getTranslation(
                "shell.login.error.credentials",
                lockout.attempts(),
                lockout.lockFor().toMinutes(),
                Dates.time(clock.instant().plus(lockout.lockFor())));
    }

    @Override
    public String screenTitle() {
        return getTranslation("shell.login.title");
    }
}
