package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.bihuan.testing.AppProcess;
import org.bihuan.testing.RealBrowser;
import org.junit.jupiter.api.Test;

/** Bytes on the wire until "my work" is usable, as Chromium counts them: compressed, with their headers. */
class FirstLoadIT {

    private static final long COLD = 400_000;
    private static final long WARM = 40_000;

    @Test
    void my_work_is_usable_after_400_kB_at_the_first_visit_and_40_kB_at_the_next() {
        try (AppProcess app = AppProcess.with().start();
                BrowserContext session = RealBrowser.newSession(1440, 900)) {
            Page page = session.newPage();
            CDPSession network = session.newCDPSession(page);
            AtomicLong bytes = new AtomicLong();
            Map<String, Long> largest = new ConcurrentHashMap<>();
            Map<String, String> addresses = new ConcurrentHashMap<>();
            network.on(
                    "Network.responseReceived",
                    event -> addresses.put(
                            event.get("requestId").getAsString(),
                            event.getAsJsonObject("response").get("url").getAsString()));
            network.on("Network.loadingFinished", event -> {
                long length = event.get("encodedDataLength").getAsLong();
                bytes.addAndGet(length);
                largest.merge(addresses.getOrDefault(event.get("requestId").getAsString(), "?"), length, Long::sum);
            });
            network.send("Network.enable", new JsonObject());

            // The first visit is the way in and the list together.
            page.navigate(app.url("/login"));
            page.locator("#sign-in-username").fill("yingshangban-jingbanren");
            page.locator("#sign-in-password").fill("Bihuan-demo-2026");
            page.locator("#sign-in-password").press("Enter");
            usable(page);
            assertThat(bytes.get()).as("first visit: %s", largest).isBetween(50_000L, COLD);

            bytes.set(0);
            largest.clear();
            page.navigate(app.url("/work"));
            usable(page);
            assertThat(bytes.get()).as("next visit: %s", largest).isBetween(500L, WARM);
        }
    }

    /** A row of the list is there, and nothing more is on its way. */
    private static void usable(Page page) {
        page.locator("vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions().setHasText("XH2025-P"))
                .first()
                .waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
