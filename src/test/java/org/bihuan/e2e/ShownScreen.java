package org.bihuan.e2e;

import java.util.function.Consumer;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

/** The screens that people use, each as the person who comes for it sees it in the demo round. */
enum ShownScreen {
    LOGIN("", "/login"),
    DEMO_ACCOUNTS("", "/demo-accounts"),
    MY_WORK("yingshangban-jingbanren", "/work"),
    TASK("yingshangban-jingbanren", "/work", ShownScreen::openFirstReturned),
    CASE("banzi3", "/case/XH2025-P02"),
    CASE_TIMELINE("banzi3", "/case/XH2025-P02?part=timeline"),
    CASE_DIAGRAM("banzi3", "/case/XH2025-P02?part=diagram", ShownScreen::awaitDiagram),
    LEDGER("ducha", "/ledger/XH2025"),
    APPROVALS("zhuren", "/approvals", ShownScreen::openFirstClosure),
    IMPORT("lianluoyuan", "/rounds/new"),
    ASSIGN("lianluoyuan", "/rounds/XH2025/assign"),
    CALENDAR("xitong", "/calendar"),
    PEOPLE("xitong", "/people"),
    TRAIL("shenji", "/trail", ShownScreen::openFirstEntry),
    PROFILE("xitong", "/profile");

    private final String login;
    private final String path;
    private final Consumer<User> after;

    ShownScreen(String login, String path) {
        this(login, path, user -> {});
    }

    ShownScreen(String login, String path, Consumer<User> after) {
        this.login = login;
        this.path = path;
        this.after = after;
    }

    /** Who comes for it; empty for a visitor. */
    String login() {
        return login;
    }

    /** The name of its picture, without size and ending. */
    String file() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Opens it and waits until it stands still. */
    void open(User user) {
        user.go(path);
        settle(user.page());
        after.accept(user);
        settle(user.page());
    }

    /** Waits until nothing loads or moves any more. */
    static void settle(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.locator("h1, h2, [role=heading]")
                .filter(new Locator.FilterOptions().setVisible(true))
                .first()
                .waitFor();
        page.evaluate("Promise.all(document.getAnimations().map(a => a.finished.catch(() => {})))"
                + ".then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))");
    }

    private static void openFirstReturned(User user) {
        user.row("XH2025-P02-M01").click();
        user.page().locator("article.task-panel h2").first().waitFor();
    }

    private static void openFirstClosure(User user) {
        user.page().locator(".approval-queue a").first().click();
        user.page().locator(".approval-page h2").first().waitFor();
    }

    private static void openFirstEntry(User user) {
        user.page().locator(".trail-line .clamped").first().click();
        user.page().locator(".trail-detail h2").waitFor();
    }

    private static void awaitDiagram(User user) {
        user.page().locator(".djs-container svg").first().waitFor();
    }
}
