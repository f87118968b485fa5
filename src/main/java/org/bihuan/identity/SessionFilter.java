package org.bihuan.identity;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Registers each login, logs out on the next request whoever's session has been ended from outside, whose
 * account has been disabled or who has done nothing for long, and renews the roles that views ask for when
 * duties have changed. Belongs into the security chain right after the filter that loads the security context.
 */
public class SessionFilter extends OncePerRequestFilter implements HttpSessionListener {

    /** Name of the attribute of the HTTP session that holds the id of the registered login. */
    public static final String SESSION_ID = "org.bihuan.identity.session";

    /** Name of the attribute of a fresh HTTP session whose forerunner has been ended from outside. */
    public static final String ENDED = "org.bihuan.identity.ended";

    /** Name of the cookie of a browser that is signed in, left over where its session has ended by itself. */
    public static final String SIGNED_IN = "bihuan-signed-in";

    /** Name of the attribute of the HTTP session that holds when somebody last did something, as {@link System#nanoTime()}. */
    public static final String ACTIVE = "org.bihuan.identity.active";

    /** Kinds of request by which a browser keeps the connection, whether or not somebody sits before it. */
    private static final Set<String> BY_ITSELF = Set.of("heartbeat", "push");

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
            if (idle(session, request)) {
                signOut(session);
            } else if (stillIn(user, session, request, response)) {
                renewRoles(user, authentication);
            } else {
                signOut(session);
                request.getSession().setAttribute(ENDED, true);
                Cookie mark = signedIn(request);
                mark.setMaxAge(0);
                response.addCookie(mark);
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

    private static void signOut(HttpSession session) {
        session.invalidate();
        SecurityContextHolder.clearContext();
    }

    /** Whether nobody has done anything for as long as a session lasts: the container counts an open tab as presence. */
    private static boolean idle(HttpSession session, HttpServletRequest request) {
        if (left(session::getAttribute, Duration.ofSeconds(session.getMaxInactiveInterval()))
                .filter(Duration::isNegative)
                .isPresent()) {
            return true;
        }
        String kind = request.getParameter("v-r");
        if (kind == null || !BY_ITSELF.contains(kind)) {
            session.setAttribute(ACTIVE, System.nanoTime());
        }
        return false;
    }

    /**
     * How long a login lasts where nobody does anything any more, negative where that is over already; empty where
     * nobody is signed in, and where sessions do not end by themselves.
     *
     * @param attributes reads an attribute of the HTTP session
     * @param whole how long it lasts from the last act on
     */
    public static Optional<Duration> left(Function<String, @Nullable Object> attributes, Duration whole) {
        return whole.compareTo(Duration.ZERO) > 0 && attributes.apply(ACTIVE) instanceof Long last
                ? Optional.of(whole.minusNanos(System.nanoTime() - last))
                : Optional.empty();
    }

    private boolean stillIn(
            LoggedIn user, HttpSession session, HttpServletRequest request, HttpServletResponse response) {
        if (accounts.account(user.personId()).filter(Accounts.Account::enabled).isEmpty()) {
            return false;
        }
        if (session.getAttribute(SESSION_ID) instanceof Long id) {
            return sessions.seen(id);
        }
        String device = request.getHeader("User-Agent");
        session.setAttribute(
                SESSION_ID, sessions.begin(user.personId(), request.getRemoteAddr(), device == null ? "" : device));
        response.addCookie(signedIn(request));
        return true;
    }

    private static Cookie signedIn(HttpServletRequest request) {
        Cookie cookie = new Cookie(SIGNED_IN, "1");
        cookie.setPath(request.getContextPath() + "/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
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
