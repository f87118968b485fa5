package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import org.bihuan.testing.AppProcess;
import org.bihuan.testing.RealBrowser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Axe finds nothing serious on any screen: names and roles for screen readers, contrast, focus order. */
class AccessibilityIT {

    @ParameterizedTest(name = "{0}×{1}")
    @CsvSource({"1440, 900", "390, 844"})
    void no_screen_has_a_grave_fault(int width, int height) {
        lookAtScreens(width, height, "zh-CN");
    }

    @Test
    @Tag("slow")
    void nor_has_any_in_english() {
        lookAtScreens(1440, 900, "en");
    }

    private static void lookAtScreens(int width, int height, String language) {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        Map<String, User> users = new LinkedHashMap<>();
        try {
            for (ShownScreen screen : ShownScreen.values()) {
                User user = users.computeIfAbsent(screen.login(), login -> user(login, width, height, language));
                screen.open(user);
                found(faults, screen.name(), Axe.faults(user.page(), "html"));
            }
        } finally {
            users.values().forEach(User::close);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void nothing_that_comes_up_for_a_moment_has_a_grave_fault() {
        lookAtWhatPasses(1440, 900);
    }

    @Test
    @Tag("slow")
    void nor_has_it_on_a_phone() {
        lookAtWhatPasses(390, 844);
    }

    private static void lookAtWhatPasses(int width, int height) {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        Map<String, User> users = new LinkedHashMap<>();
        try {
            for (PassingScreen screen : PassingScreen.values()) {
                User user = users.computeIfAbsent(screen.login(), login -> user(login, width, height, "zh-CN"));
                screen.open(user);
                found(faults, screen.name(), Axe.faults(user.page(), screen.part()));
            }
        } finally {
            users.values().forEach(User::close);
        }
        assertThat(faults).isEmpty();
    }

    private static void found(Map<String, List<String>> faults, String screen, List<String> found) {
        if (!found.isEmpty()) {
            faults.put(screen, found);
        }
    }

    private static User user(String login, int width, int height, String language) {
        AppProcess product = DemoProduct.shared();
        BrowserContext session = RealBrowser.newSession(width, height);
        session.addCookies(List.of(new Cookie("bihuan-language", language).setUrl(product.url("/"))));
        User user = User.in(session, product, login);
        return login.isEmpty() ? user : user.signIn();
    }
}
