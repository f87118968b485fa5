package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import org.bihuan.testing.AppProcess;
import org.bihuan.testing.RealBrowser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Axe finds nothing serious on any screen: names and roles for screen readers, contrast, focus order. */
class AccessibilityIT {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    @ParameterizedTest(name = "{0}×{1}, {2}")
    @CsvSource({"1440, 900, zh-CN", "390, 844, zh-CN", "1440, 900, en"})
    void no_screen_has_a_grave_fault(int width, int height, String language) {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        Map<String, User> users = new LinkedHashMap<>();
        try {
            for (ShownScreen screen : ShownScreen.values()) {
                User user = users.computeIfAbsent(screen.login(), login -> user(login, width, height, language));
                screen.open(user);
                List<String> found = faults(new AxeBuilder(user.page()));
                found.addAll(faultsInTheDark(user.page()));
                if (!found.isEmpty()) {
                    faults.put(screen.name(), found);
                }
            }
        } finally {
            users.values().forEach(User::close);
        }
        assertThat(faults).isEmpty();
    }

    private static User user(String login, int width, int height, String language) {
        AppProcess product = DemoProduct.shared();
        BrowserContext session = RealBrowser.newSession(width, height);
        session.addCookies(List.of(new Cookie("bihuan-language", language).setUrl(product.url("/"))));
        User user = User.in(session, product, login);
        return login.isEmpty() ? user : user.signIn();
    }

    /** The same screen when the machine turns dark: only its colours are others. */
    private static List<String> faultsInTheDark(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForSelector("html[theme~=dark]");
        ShownScreen.settle(page);
        List<String> faults = faults(new AxeBuilder(page).withRules(List.of("color-contrast")));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return faults.stream().map(fault -> "in the dark: " + fault).toList();
    }

    private static List<String> faults(AxeBuilder axe) {
        List<String> faults = new ArrayList<>();
        for (Rule rule : axe.analyze().getViolations()) {
            if (GRAVE.contains(rule.getImpact())) {
                rule.getNodes()
                        .forEach(node -> faults.add(rule.getId() + " at " + node.getTarget() + ": "
                                + node.getHtml().replaceAll("\\s+", " ")));
            }
        }
        return faults;
    }
}
