package org.bihuan.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.servlet.http.Cookie;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import org.bihuan.identity.LockoutAdvice;
import org.bihuan.identity.SessionFilter;
import org.bihuan.shared.DemoAccount;
import org.bihuan.shared.DemoAccounts;
import org.junit.jupiter.api.Test;

class LoginViewTest extends ScreenTest {

    private static final DemoAccounts ACCOUNTS =
            () -> List.of(new DemoAccount("handler", "secret-1", "党建办经办人", "党建办 · 责任人"));

    private static LoginView view(boolean demo) {
        return new LoginView(
                new Demo(demo, provider(DemoAccounts.class, ACCOUNTS)),
                new LockoutAdvice(5, Duration.ofMinutes(15)),
                Clock.fixed(Instant.parse("2026-11-24T01:30:00Z"), ZoneOffset.UTC));
    }

    @Test
    void the_form_posts_names_that_the_sign_in_filter_and_password_managers_know() {
        SignInForm form = _get(view(false), SignInForm.class);
        assertThat(form.getElement().getAttribute("method")).isEqualTo("post");
        assertThat(form.getElement().getAttribute("action")).isEqualTo("login");
        assertThat(_find(form, Input.class))
                .extracting(input -> input.getElement().getAttribute("name"))
                .containsExactly("username", "password");
        assertThat(_find(form, NativeButton.class))
                .extracting(NativeButton::getText)
                .containsExactly("登录");
    }

    @Test
    void the_name_of_a_refused_sign_in_stands_in_its_field_once() {
        VaadinSession.getCurrent().getSession().setAttribute(KeptLoginName.ATTRIBUTE, "head");
        assertThat(typed()).isEqualTo("head");
        assertThat(typed()).isEmpty();
    }

    private static String typed() {
        return _find(view(false), Input.class).get(0).getElement().getAttribute("value");
    }

    @Test
    void a_refused_sign_in_says_when_a_lock_ends_whether_or_not_there_is_one() {
        LoginView view = view(false);
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location("login?error"));
        view.beforeEnter(event);
        assertThat(_find(view, Paragraph.class))
                .extracting(Paragraph::getText)
                .anyMatch(
                        text -> text.contains("连续 5 次失败，账号锁定 15 分钟；如已锁定，最迟 2026-11-24 09:45 自动解除。请核对后重试，仍不行请联系安全管理员"));
    }

    @Test
    void whose_session_has_been_ended_is_told_so_once() {
        VaadinSession.getCurrent().getSession().setAttribute(SessionFilter.ENDED, true);
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location("login"));
        LoginView view = view(false);
        view.beforeEnter(event);
        assertThat(_find(view, Paragraph.class)).extracting(Paragraph::getText).anyMatch(text -> text.contains("已被终止"));
        LoginView next = view(false);
        next.beforeEnter(event);
        assertThat(_find(next, Paragraph.class)).extracting(Paragraph::getText).noneMatch(text -> text.contains("终止"));
    }

    @Test
    void whose_session_is_gone_without_a_sign_out_is_told_so_until_they_sign_in() {
        FakeRequest request = (FakeRequest) VaadinServletRequest.getCurrent().getRequest();
        request.addCookie(new Cookie(SessionFilter.SIGNED_IN, "1"));
        String expired = "您的登录已失效：较长时间没有操作，或者系统重新启动过。请重新登录。";
        assertThat(said("login")).contains(expired);
        assertThat(said("login"))
                .as("the page may have been left open over night")
                .contains(expired);
        assertThat(said("login?error")).doesNotContain(expired);
        request.setUserPrincipalInt(() -> "head");
        assertThat(said("login")).doesNotContain(expired);
    }

    @Test
    void a_visitor_who_was_not_signed_in_is_told_nothing() {
        assertThat(said("login")).noneMatch(text -> text.contains("登录已"));
    }

    private static List<String> said(String address) {
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location(address));
        LoginView view = view(false);
        view.beforeEnter(event);
        return _find(view, Paragraph.class).stream().map(Paragraph::getText).toList();
    }

    @Test
    void a_page_is_called_by_its_screen_and_the_product() {
        assertThat(view(false).getPageTitle()).isEqualTo("登录 – 闭环");
    }

    @Test
    void a_demo_account_is_one_click_away_in_the_demo() {
        LoginView view = view(true);
        assertThat(_get(view, H2.class).getText()).isEqualTo("演示账号");
        List<SignInForm> forms = _find(view, SignInForm.class);
        assertThat(forms).hasSize(2);
        assertThat(_find(forms.get(1), Input.class))
                .extracting(input -> input.getElement().getAttribute("value"))
                .contains("handler", "secret-1");
    }

    @Test
    void outside_the_demo_no_account_is_shown_even_if_one_is_offered() {
        LoginView view = view(false);
        _assertNone(view, H2.class);
        assertThat(_find(view, SignInForm.class)).hasSize(1);
    }
}
