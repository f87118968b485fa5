package org.bihuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

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

/** What a browser gets whose session has been ended by somebody else. */
class SessionFilterTest {

    private final Sessions sessions = mock(Sessions.class);
    private final Accounts accounts = mock(Accounts.class);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_ended_session_leaves_word_for_the_sign_in_page() throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(new LoggedIn(7, "head"), null, List.of()));
        when(accounts.account(7)).thenReturn(Optional.empty());
        MockHttpServletRequest request = new MockHttpServletRequest();
        HttpSession ended = request.getSession();
        new SessionFilter(sessions, accounts).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
        HttpSession fresh = request.getSession(false);
        assertThat(fresh).isNotNull().isNotSameAs(ended);
        assertThat(fresh.getAttribute(SessionFilter.ENDED)).isEqualTo(true);
    }
}
