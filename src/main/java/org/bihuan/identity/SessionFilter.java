package org.bihuan.identity;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Registers each login, logs out on the next request whoever's session has been ended from outside or
 * whose account has been disabled, and renews the roles that views ask for when duties have changed.
 * Belongs into the security chain right after the filter that loads the security context.
 */
public class SessionFilter extends OncePerRequestFilter implements HttpSessionListener {

    /** Name of the attribute of the HTTP session that holds the id of the registered login. */
    public static final String SESSION_ID = "org.bihuan.identity.session";

    /** Name of the attribute of a fresh HTTP session whose forerunner has been ended from outside. */
    public static final String ENDED = "org.bihuan.identity.ended";

    private final Sessions sessions;
    private final Accounts accounts;

    SessionFilter(Sessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof LoggedIn user) {
            HttpSession session = request.getSession();
            if (stillIn(user, session, request)) {
                renewRoles(user, authentication);
            } else {
                session.invalidate();
                SecurityContextHolder.clearContext();
                request.getSession().setAttribute(ENDED, true);
            }
        }
        chain.doFilter(request, response);
    }

    /** The server's own end of a session: logout, or nothing heard for too long. */
    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        if (event.getSession().getAttribute(SESSION_ID) instanceof Long id) {
            sessions.end(id);
        }
    }

    private boolean stillIn(LoggedIn user, HttpSession session, HttpServletRequest request) {
        if (accounts.account(user.personId()).filter(Accounts.Account::enabled).isEmpty()) {
            return false;
        }
        if (session.getAttribute(SESSION_ID) instanceof Long id) {
            return sessions.seen(id);
        }
        String device = request.getHeader("User-Agent");
        session.setAttribute(
                SESSION_ID, sessions.begin(user.personId(), request.getRemoteAddr(), device == null ? "" : device));
        return true;
    }

    private void renewRoles(LoggedIn user, Authentication authentication) {
        var roles = accounts.account(user.personId()).map(PasswordLogin::roles).orElseThrow();
        if (roles.equals(java.util.List.copyOf(authentication.getAuthorities()))) {
            return;
        }
        var renewed = UsernamePasswordAuthenticationToken.authenticated(user, null, roles);
        renewed.setDetails(authentication.getDetails());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(renewed);
        SecurityContextHolder.setContext(context);
    }
}
