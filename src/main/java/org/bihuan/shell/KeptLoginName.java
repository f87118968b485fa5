package org.bihuan.shell;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.server.VaadinSession;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** A refused sign-in leads back to its page, which has the login name still: in the session, not in the address. */
class KeptLoginName extends SimpleUrlAuthenticationFailureHandler {

    static final String ATTRIBUTE = "org.bihuan.shell.login";
    private static final int MOST_CHARACTERS = 64;

    KeptLoginName() {
        super("/login?error");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        String login = request.getParameter("username");
        if (login != null && login.length() <= MOST_CHARACTERS) {
            request.getSession().setAttribute(ATTRIBUTE, login);
        }
        super.onAuthenticationFailure(request, response, refusal);
    }

    /** The name of the refused sign-in, given once; blank if there was none. */
    static String take() {
        VaadinSession session = VaadinSession.getCurrent();
        if (session == null || session.getSession() == null) {
            return "";
        }
        Object login = session.getSession().getAttribute(ATTRIBUTE);
        session.getSession().removeAttribute(ATTRIBUTE);
        return login == null ? "" : login.toString();
    }
}
