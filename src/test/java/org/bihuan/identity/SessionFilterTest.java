package org.bihuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpSession;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** How a login is registered in the browser, and what becomes of it when the session ends. */
class SessionFilterTest {

    private final Sessions sessions = mock(Sessions.class);
    private final Accounts accounts = mock(Accounts.class);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(new LoggedIn(7, "head"), null, List.of()));
    }

    private void account() {
        when(sessions.seen(anyLong())).thenReturn(true);
        when(accounts.account(7))
                .thenReturn(Optional.of(
                        new Accounts.Account(7, "党建办主任", true, false, Instant.EPOCH, List.of(), List.of())));
    }

    @Test
    void an_ended_session_leaves_word_for_the_sign_in_page() throws Exception {
        signIn();
        when(accounts.account(7)).thenReturn(Optional.empty());
        MockHttpServletRequest request = new MockHttpServletRequest();
        HttpSession ended = request.getSession();
        MockHttpServletResponse response = filter(request);
        assertThat(response.getCookie(SessionFilter.SIGNED_IN)).isNotNull();
        assertThat(response.getCookie(SessionFilter.SIGNED_IN).getMaxAge())
                .as("what was ended has not run out")
                .isZero();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
        HttpSession fresh = request.getSession(false);
        assertThat(fresh).isNotNull().isNotSameAs(ended);
        assertThat(fresh.getAttribute(SessionFilter.ENDED)).isEqualTo(true);
    }

    @Test
    void a_registered_login_leaves_a_mark_in_the_browser_that_outlives_the_session() throws Exception {
        signIn();
        account();
        MockHttpServletResponse response = filter(new MockHttpServletRequest());
        assertThat(response.getCookie(SessionFilter.SIGNED_IN)).isNotNull().satisfies(mark -> {
            assertThat(mark.isHttpOnly()).isTrue();
            assertThat(mark.getMaxAge()).isNegative();
        });
    }

    @Test
    void an_open_tab_alone_keeps_nobody_signed_in() throws Exception {
        signIn();
        account();
        MockHttpServletRequest heartbeat = new MockHttpServletRequest();
        heartbeat.setParameter("v-r", "heartbeat");
        HttpSession session = active(heartbeat, Duration.ofMinutes(59));
        filter(heartbeat);
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNotNull();
        session.setAttribute(
                SessionFilter.ACTIVE, System.nanoTime() - Duration.ofMinutes(61).toNanos());
        filter(heartbeat);
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
        assertThat(heartbeat.getSession(false)).as("nobody has ended it").isNull();
    }

    @Test
    void whoever_does_something_stays_signed_in() throws Exception {
        signIn();
        account();
        MockHttpServletRequest act = new MockHttpServletRequest();
        act.setParameter("v-r", "uidl");
        HttpSession session = active(act, Duration.ofMinutes(59));
        Object before = session.getAttribute(SessionFilter.ACTIVE);
        filter(act);
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNotNull();
        assertThat(session.getAttribute(SessionFilter.ACTIVE)).isNotEqualTo(before);
    }

    private static HttpSession active(MockHttpServletRequest request, Duration ago) {
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval((int) Duration.ofHours(1).toSeconds());
        session.setAttribute(SessionFilter.ACTIVE, System.nanoTime() - ago.toNanos());
        return session;
    }

    private MockHttpServletResponse filter(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SessionFilter(sessions, accounts).doFilter(request, response, new MockFilterChain());
        return response;
    }
}
