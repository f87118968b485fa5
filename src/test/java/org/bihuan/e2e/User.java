package org.bihuan.e2e;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.bihuan.testing.AppProcess;
import org.bihuan.testing.RealBrowser;

/**
 * One person at a browser of their own, who finds things as people do: by label, role and text. A method
 * that does something returns when the screen has said that it is done.
 */
final class User implements AutoCloseable {

    static final String DEMO_PASSWORD = "Bihuan-demo-2026";

    /** Milliseconds that anything may take. */
    static final double PATIENCE = 120_000;

    private static final Pattern SIGN_IN_PAGE = Pattern.compile(".*/login(\\?.*)?");

    private final AppProcess product;
    private final BrowserContext session;
    private Page page;
    private final String login;
    private String password;

    private User(AppProcess product, BrowserContext session, String login, String password) {
        this.product = product;
        this.session = session;
        this.login = login;
        this.password = password;
        this.page = newPage();
    }

    private Page newPage() {
        Page fresh = session.newPage();
        fresh.setDefaultTimeout(PATIENCE);
        return fresh;
    }

    /** A person with an account of the demo, signed in. */
    static User demo(AppProcess product, String login) {
        return at(product, login, DEMO_PASSWORD).signIn();
    }

    /** A person before a desktop screen, not signed in yet. */
    static User at(AppProcess product, String login, String password) {
        return new User(product, RealBrowser.newSession(1440, 900), login, password);
    }

    /** A person in a browser session of the caller's making, not signed in yet; closing the user closes it. */
    static User in(BrowserContext session, AppProcess product, String login) {
        return new User(product, session, login, DEMO_PASSWORD);
    }

    /** The page itself, for what only one test asks. */
    Page page() {
        return page;
    }

    String login() {
        return login;
    }

    /** Signs in with a password that serves once, and sets one's own. */
    User signInFirst(String once, String own) {
        password = once;
        signIn();
        fill("当前密码", once).fill("新密码", own).fill("再次输入新密码", own);
        button("确认修改").click();
        heading("我的工作").waitFor();
        password = own;
        return this;
    }

    User signIn() {
        trySignIn().page.waitForURL(url -> !SIGN_IN_PAGE.matcher(url).matches());
        return this;
    }

    /** Fills in the sign-in and sends it, whatever comes of it. */
    User trySignIn() {
        page.navigate(product.url("/login"));
        field("账号").or(field("Account")).fill(login);
        field("密码").or(field("Password")).fill(password);
        button("登录").or(button("Sign in")).click();
        return this;
    }

    User go(String path) {
        page.navigate(product.url(path));
        return this;
    }

    /** Closes the tab, which may be lost, and signs in in a new one. */
    User signInAnew() {
        page.close();
        page = newPage();
        return signIn();
    }

    /** Finds a case in "my work" by its number and opens the step that waits there. */
    User openTask(String number, String step) {
        go("/work");
        field("查找").fill(number);
        // Offered once the list is the one that was asked for; a row of the list before must not be reached for.
        button("清除筛选").waitFor();
        row(number).click();
        heading(step).waitFor();
        return this;
    }

    /** Looks for a case in "my work" where it is no work of this user's. */
    User missesTask(String number) {
        go("/work");
        field("查找").fill(number);
        button("清除筛选").waitFor();
        says("没有找到符合条件的工作");
        row(number).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return this;
    }

    /** Where the list shows a case's number. */
    Locator row(String number) {
        return page.locator("vaadin-grid")
                .getByText(number, new Locator.GetByTextOptions().setExact(true))
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
    }

    /** Takes the open step upon oneself. */
    User claim() {
        button("认领").click();
        button("放回本单位").waitFor();
        return this;
    }

    /** As {@link #claim()}, unless it is one's own already. */
    User claimIfOffered() {
        button("认领").or(button("放回本单位")).first().waitFor();
        return button("认领").isVisible() ? claim() : this;
    }

    /** Presses a button of the open step and waits until the screen says that the step is done. */
    void finish(String number, String step, String button) {
        button(button).click();
        says(number + " " + step + ("退回".equals(button) ? "：已退回" : "：已办理。"));
    }

    User fill(String label, String text) {
        field(label).fill(text);
        return this;
    }

    /** Chooses in a list that opens at a click. */
    User select(String label, String option) {
        field(label).click();
        option(option).click();
        return this;
    }

    /** Chooses in a list that is searched by typing. */
    User pick(String label, String option) {
        page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .fill(option);
        option(option).click();
        return this;
    }

    /** Types a date, as {@code 2026-11-24}, and leaves the field. */
    User date(String label, Object date) {
        Locator field = field(label);
        field.fill(date.toString());
        field.press("Enter");
        field.press("Tab");
        return this;
    }

    /** Fills in the form of a round that begins these days. */
    User fillRound(String code) {
        LocalDate today = LocalDate.now();
        return fill("轮次代码", code)
                .fill("轮次名称", "街道党工委巡察整改")
                .fill("被巡察党组织", "街道党工委")
                .date("反馈日期", today.minusDays(3))
                .pick("集中整改期", "6 个月")
                .date("整改方案报送时限", today.plusDays(27))
                .date("整改报告报送时限", today.plusMonths(6));
    }

    /** Chooses a kind and hands a file to the upload, without waiting for it. */
    User startUpload(String kind, Path file) {
        return select("材料类别", kind).chooseFile(file);
    }

    private User chooseFile(Path file) {
        FileChooser chooser =
                page.waitForFileChooser(() -> button("选择文件").first().click());
        chooser.setFiles(file);
        return this;
    }

    /** Uploads a file and waits until it stands in the list. */
    User upload(String kind, Path file) {
        return startUpload(kind, file).listed(file);
    }

    /** As {@link #upload}, with the file chosen before its kind. */
    User uploadFileFirst(String kind, Path file) {
        return chooseFile(file).says("文件已选好，请选择材料类别，随即上传。").select("材料类别", kind).listed(file);
    }

    private User listed(Path file) {
        page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("佐证材料"))
                .getByText(String.valueOf(file.getFileName()))
                .first()
                .waitFor();
        return this;
    }

    /** Waits until a sentence stands somewhere on the screen; fails with what stands there instead. */
    User says(String text) {
        try {
            page.getByText(text).first().waitFor();
        } catch (PlaywrightException absent) {
            throw new PlaywrightException("Not said: " + text + "\n" + shown(), absent);
        }
        return this;
    }

    private String shown() {
        try {
            return page.url() + "\n" + page.locator("body").innerText();
        } catch (PlaywrightException gone) {
            return "and the page is gone";
        }
    }

    /** How many milliseconds anything may take from now on. */
    void patience(double milliseconds) {
        page.setDefaultTimeout(milliseconds);
    }

    /** Bounds what this tab sends, in bytes a second. */
    User slowUploads(int bytesPerSecond) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        CDPSession network = session.newCDPSession(page);
        network.send("Network.enable");
        network.send("Network.emulateNetworkConditions", conditions);
        return this;
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator tab(String name) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator option(String name) {
        return page.getByRole(
                AriaRole.OPTION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Override
    public void close() {
        session.close();
    }
}
