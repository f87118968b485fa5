package org.bihuan.shell;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A sign-in whose page has stood open longer than its session leads back to a fresh page; any other
 * refused request gets 403.
 */
class SignInAgain implements AccessDeniedHandler {

    /** Query parameter by which the sign-in page knows that it was out of date. */
    static final String PARAMETER = "outdated";

    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        boolean signIn = HttpMethod.POST.matches(request.getMethod())
                && request.getServletPath().equals("/login");
        if (refusal instanceof CsrfException && signIn && !response.isCommitted()) {
            response.sendRedirect(request.getContextPath() + "/login?" + PARAMETER);
        } else {
            forbidden.handle(request, response, refusal);
        }
    }
}
