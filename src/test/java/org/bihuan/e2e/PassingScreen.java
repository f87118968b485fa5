package org.bihuan.e2e;

import java.util.function.Consumer;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * What comes up on a screen for a moment, in the demo round, and is left without a trace: questions, small
 * forms, refusals beside their fields, pages that say that there is nothing.
 */
enum PassingScreen {
    UNIT_NEW("xitong", "/people", Part.DIALOG, user -> {
        unfoldUnits(user);
        user.button("新增单位").click();
    }),
    UNIT_MOVED("xitong", "/people", Part.DIALOG, user -> {
        unfoldUnits(user);
        user.row("平安建设办").click();
        user.button("调整上级").click();
    }),
    PERSON_NEW("xitong", "/people", Part.DIALOG, user -> {
        user.button("新增人员").click();
        user.button("保存").click();
        user.says("请填写姓名或岗位名称。");
    }),
    DUTY_REFUSED("xitong", "/people", ".people-detail", user -> {
        choose(user);
        user.button("授予职责").click();
        user.says("请选择职责。");
    }),
    DUTY_REVOKED("xitong", "/people", Part.QUESTION, user -> {
        choose(user);
        user.button("撤销职责：党建办 经办人").click();
    }),
    PERSON_DISABLED("xitong", "/people", Part.DIALOG, user -> {
        choose(user);
        user.button("停用账号").click();
    }),
    SUBSTITUTE_REFUSED("xitong", "/profile", "main", user -> {
        user.button("设定代理人").click();
        user.says("请选择代理人。");
    }),
    USER_MENU("xitong", "/profile", "vaadin-menu-bar-overlay", user -> user.page()
            .locator(".user-menu vaadin-menu-bar-button")
            .first()
            .click()),
    PASSWORD_RESET("anquan", "/people", Part.QUESTION, user -> {
        choose(user);
        user.button("重置密码").click();
    }),
    TRAIL_CHECKED("shenji", "/trail", ".work-detail", user -> {
        user.page().locator(".trail-line .clamped").first().click();
        user.button("校验").click();
        user.says("的记录完整无损");
    }),
    TRAIL_REFUSED("shenji", "/trail", "main", user -> {
        user.fill("案件编号或轮次代码", "党建办").field("案件编号或轮次代码").press("Enter");
        user.says("不是案件编号或轮次代码");
    }),
    TRAIL_EMPTY("shenji", "/trail", "main", user -> {
        user.fill("案件编号或轮次代码", "XX2099-P01").field("案件编号或轮次代码").press("Enter");
        user.says("没有符合条件的记录");
    }),
    PLAN("dangjianban-jingbanren", "/work", ".work-detail", user -> {
        user.row("XH2025-P10").click();
        user.heading("编制整改方案").waitFor();
    }),
    PLAN_RETURNED("banzi1", "/work", ".work-detail", user -> {
        user.row("XH2025-P09").click();
        user.heading("审定整改方案").waitFor();
        user.button("退回").click();
        user.page().locator("[invalid]").first().waitFor();
    }),
    MEASURE_NEW("lianluoyuan", "/case/XH2025-P05", Part.DIALOG, user -> {
        user.button("增加措施").click();
        user.button("增加").click();
        user.page().locator("vaadin-dialog-overlay [invalid]").first().waitFor();
    }),
    MEASURE_MOVED("ducha", "/case/XH2025-P05-M03", Part.DIALOG, user -> {
        user.button("措施 XH2025-P05-M03 改期").click();
        user.button("确认改期").click();
        user.says("请填写改期理由。");
    }),
    EVIDENCE_SHOWN("ducha", "/case/XH2025-P08?part=evidence", Part.DIALOG, user -> user.page()
            .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("预览"))
            .first()
            .click()),
    CLOSURE_APPROVED("zhuren", "/approvals", ".approval-page", user -> {
        openClosure(user);
        user.button("同意销号").click();
        user.button("确认同意销号").click();
        user.page().locator("[invalid]").first().waitFor();
    }),
    CLOSURE_RETURNED("zhuren", "/approvals", ".approval-page", user -> {
        openClosure(user);
        user.button("退回").click();
        user.button("确认退回").click();
        user.page().locator("[invalid]").first().waitFor();
    }),
    CLOSURES_TOGETHER("zhuren", "/approvals", Part.DIALOG, user -> {
        user.page().locator(".approval-queue vaadin-checkbox").first().click();
        user.button("一并审批…").click();
        user.button("同意以上 1 件销号").click();
        user.page().locator("vaadin-dialog-overlay [invalid]").first().waitFor();
    }),
    NO_SUCH_CASE(
            "zhuren", "/case/XH2025-P99", "body", user -> user.heading("未找到该页面").waitFor()),
    NOT_FOR_THIS_DUTY(
            "zhuren", "/people", "body", user -> user.heading("您无权进入该页面").waitFor()),
    NO_SUCH_FILE("zhuren", "/evidence/1", "body", user -> {});

    /** Selectors of what lies over a screen. */
    private static final class Part {
        static final String DIALOG = "vaadin-dialog-overlay";
        static final String QUESTION = "vaadin-confirm-dialog-overlay";
    }

    private final String login;
    private final String path;
    private final String part;
    private final Consumer<User> after;

    PassingScreen(String login, String path, String part, Consumer<User> after) {
        this.login = login;
        this.path = path;
        this.part = part;
        this.after = after;
    }

    /** Who meets it. */
    String login() {
        return login;
    }

    /** Selects what has come up; the screen behind it is looked at elsewhere. */
    String part() {
        return part;
    }

    /** Brings it up and waits until it stands still. */
    void open(User user) {
        user.go(path);
        ShownScreen.settle(user.page());
        after.accept(user);
        user.page().locator(part).first().waitFor();
        ShownScreen.settle(user.page());
    }

    private static void unfoldUnits(User user) {
        Locator folded = user.page().locator(".people-units:not([opened]) > vaadin-details-summary");
        if (folded.count() > 0) {
            folded.click();
        }
        user.button("新增单位").waitFor();
    }

    /** A person with work, found by the login name. */
    private static void choose(User user) {
        user.field("按姓名或登录名查找").fill("dangjianban-jingbanren");
        user.says("全部单位，共 1 人");
        user.row("dangjianban-jingbanren").click();
        user.page().locator(".people-detail h2").waitFor();
    }

    private static void openClosure(User user) {
        user.page().locator(".approval-queue li:has(vaadin-checkbox) a").first().click();
        user.page().locator(".approval-page h2").first().waitFor();
    }
}
