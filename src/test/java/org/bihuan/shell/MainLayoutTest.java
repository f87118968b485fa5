package org.bihuan.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.bihuan.shared.SignedInUser;
import org.bihuan.shared.ui.MenuBadge;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class MainLayoutTest extends ScreenTest {

    private static final MenuEntry SOME_WORK = new MenuEntry("some-work", "shell.login.title", 1.0, "tasks", Div.class);

    private static final MenuBadge TWELVE = new MenuBadge() {
        @Override
        public String route() {
            return "some-work";
        }

        @Override
        public Optional<String> badge() {
            return Optional.of("12");
        }

        @Override
        public Optional<String> label() {
            return Optional.of("12 项待办");
        }
    };

    private static void signIn(String login) {
        TestingAuthenticationToken token = new TestingAuthenticationToken(login, "-", "ROLE_HANDLER");
        SecurityContextHolder.getContext().setAuthentication(token);
    }

    private static MainLayout layout(Object... beans) {
        return layout(List.of(SOME_WORK), "some-work", beans);
    }

    private static MainLayout layout(List<MenuEntry> entries, String here, Object... beans) {
        MainLayout layout =
                new MainLayout(
                        provider(MenuBadge.class, beans),
                        new UserMenu(new AuthenticationContext(), provider(SignedInUser.class, (SignedInUser)
                                () -> Optional.of(new SignedInUser.Face("党建办主任", "党建办 · 负责人"))))) {
                    @Override
                    List<MenuEntry> entries() {
                        return entries;
                    }
                };
        UI.getCurrent().add(layout);
        layout.show(here);
        return layout;
    }

    @Test
    void name_and_duties_are_told_in_full_where_the_bar_cuts_them() {
        signIn("head");
        assertThat(_find(layout(), Span.class).stream()
                        .filter(span -> span.hasClassName("user-name") || span.hasClassName("user-duty"))
                        .map(span -> span.getTitle().orElse("")))
                .containsExactly("党建办主任", "党建办 · 负责人");
    }

    @Test
    void an_entry_carries_its_title_and_its_count_in_words() {
        MainLayout layout = layout(TWELVE);
        assertThat(_get(layout, SideNavItem.class).getLabel()).isEqualTo("登录");
        Span count = _find(layout, Span.class).stream()
                .filter(span -> span.hasClassName("nav-badge"))
                .findFirst()
                .orElseThrow();
        assertThat(count.getText()).isEqualTo("12");
        assertThat(count.getElement().getAttribute("aria-label")).isEqualTo("12 项待办");
    }

    @Test
    void the_first_link_skips_to_the_content() {
        MainLayout layout = layout();
        assertThat(_find(layout, Anchor.class).get(0).getHref()).isEqualTo("#content");
        assertThat(_get(layout, Main.class).getId()).contains("content");
    }

    @Test
    void the_bottom_bar_marks_where_one_is() {
        assertThat(_find(layout(), Anchor.class))
                .filteredOn(link -> "page".equals(link.getElement().getAttribute("aria-current")))
                .extracting(Anchor::getHref)
                .containsExactly("some-work");
    }

    @Test
    void the_ledger_is_marked_while_a_dossier_is_open() {
        MenuEntry ledger = new MenuEntry("ledger", "shell.demo.title", 2.0, "table", Div.class);
        MainLayout layout = layout(List.of(SOME_WORK, ledger), "case/XH2025-P02");
        assertThat(_find(layout, Anchor.class))
                .filteredOn(link -> "page".equals(link.getElement().getAttribute("aria-current")))
                .extracting(Anchor::getHref)
                .containsExactly("ledger");
    }

    @Test
    void an_address_that_only_begins_like_an_entrys_does_not_mark_it() {
        assertThat(_find(layout(List.of(SOME_WORK), "some-workshop"), Anchor.class))
                .noneMatch(link -> link.getElement().hasAttribute("aria-current"));
    }

    @Test
    void the_user_menu_names_the_person_signed_in() {
        signIn("director");
        assertThat(_find(_get(layout(), MenuBar.class), Span.class))
                .extracting(Span::getText)
                .contains("党建办主任", "党建办 · 负责人");
    }

    @Test
    void a_visitor_has_no_user_menu() {
        _assertNone(layout(), MenuBar.class);
    }
}
