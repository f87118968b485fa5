package org.bihuan.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import org.jspecify.annotations.Nullable;

/**
 * The Chromium of this machine, driven by Playwright. Where there is none the test is skipped and the
 * build says so. One thread at a time may use it.
 */
public final class RealBrowser {

    private static final List<String> ARGUMENTS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Browser shared;

    private RealBrowser() {}

    /** The browser that all tests of this JVM share, started at the first call and closed with the JVM. */
    public static synchronized Browser shared() {
        Browser running = shared;
        if (running == null) {
            Path program = Executables.find("chromium", "chromium-browser", "google-chrome")
                    .orElseThrow(() -> RealParts.missing("Chromium", "no chromium on the PATH"));
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "stop-browser"));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(ARGUMENTS));
            shared = running;
        }
        return running;
    }

    /** A new session of its own (cookies, storage) as a user in China has it; the caller closes it. */
    public static BrowserContext newSession(int width, int height) {
        return newSession(width, height, ColorScheme.LIGHT);
    }

    /** As {@link #newSession(int, int)}, on a machine that is set to light or dark. */
    public static BrowserContext newSession(int width, int height, ColorScheme scheme) {
        return shared().newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(scheme));
    }
}
