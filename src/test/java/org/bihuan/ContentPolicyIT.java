package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.bihuan.shared.CaseNumber;
import org.bihuan.testing.RealBrowser;
import org.junit.jupiter.api.Test;

/** The content policy in a real browser: our screens stand, whatever slips into them does not run. */
class ContentPolicyIT extends WebBed {

    private static final double PATIENCE = 90_000;

    @Test
    void screens_stand_under_the_policy_and_markup_that_slips_in_does_not_run() {
        CaseNumber problem = started("CP2026");
        List<String> complaints = new ArrayList<>();
        try (BrowserContext session = RealBrowser.newSession(1440, 900)) {
            session.setDefaultTimeout(PATIENCE);
            Page page = session.newPage();
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    complaints.add(message.text());
                }
            });
            page.navigate("http://localhost:" + port + "/login");
            page.fill("input[name=username]", HANDLER);
            page.fill("input[name=password]", PASSWORD);
            page.keyboard().press("Enter");
            page.waitForSelector(".work-view");
            page.navigate("http://localhost:" + port + "/case/" + problem + "?part=diagram");
            page.waitForSelector(".case-view .djs-container");
            assertThat(complaints).isEmpty();

            page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran=1\">')");
            page.evaluate("const s = document.createElement('script'); s.textContent = 'window.ran = 2';"
                    + " document.body.append(s)");
            page.waitForCondition(() -> complaints.size() >= 2);
            assertThat(page.evaluate("window.ran")).isNull();
        }
    }
}
