package org.bihuan.e2e;

import java.time.LocalDate;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

/** A person without a mouse: every key goes to what has the focus, and the focus can be seen. */
class KeyboardIT {

    private static final String NUMBER = "XH2025-P05-M03";
    private static final String DIALOG = "vaadin-dialog-overlay";
    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

    @Test
    void from_signing_in_to_a_submitted_task_with_the_keyboard_alone() {
        try (User user = User.at(DemoProduct.shared(), "dangjianban-jingbanren", User.DEMO_PASSWORD)) {
            Page page = user.go("/login").page();
            Keys keys = new Keys(page).to(user.field("账号")).type(user.login());
            keys.to(user.field("密码")).type(User.DEMO_PASSWORD).press("Enter");
            user.heading("我的工作").waitFor();
            keys.to(user.field("查找")).type(NUMBER);
            user.button("清除筛选").waitFor();
            user.row(NUMBER).waitFor();
            // The heads of the columns are one stop, the rows the next.
            keys.to(page.locator("vaadin-grid #items")).press("Enter");
            user.heading("签收整改措施").waitFor();
            keys.to(user.button("签收")).press("Enter");
            user.says(NUMBER + " 签收整改措施：已办理。");
        }
    }

    @Test
    void the_ledger_is_filtered_unfolded_and_left_for_a_dossier() {
        try (User user = User.demo(DemoProduct.shared(), "ducha")) {
            Page page = user.go("/ledger/XH2025").page();
            Locator first = user.row("XH2025-P01");
            first.waitFor();
            Keys keys = new Keys(page).to(user.field("查找")).type("XH2025-P05-M03");
            first.waitFor(GONE);
            user.row("XH2025-P05-M03").waitFor();
            keys.press("Escape");
            first.waitFor();
            keys.to(page.locator("vaadin-grid #items")).press("ArrowDown", "ArrowLeft", "ArrowRight");
            user.row("XH2025-P01-M01").waitFor();
            keys.press("Enter");
            page.waitForURL("**/case/XH2025-P01");
        }
    }

    @Test
    void a_dossier_is_read_part_by_part_and_one_level_deeper() {
        try (User user = User.demo(DemoProduct.shared(), "ducha")) {
            Page page = user.go("/case/XH2025-P07").page();
            Keys keys = new Keys(page)
                    .to(user.tab("问题与责任")
                            .or(page.locator("vaadin-tab[selected]"))
                            .first());
            keys.press("ArrowRight", "ArrowRight", "Enter");
            Locator preview = named(page, AriaRole.BUTTON, "预览");
            keys.to(preview).press("Enter");
            keys.on(page.locator(DIALOG)).press("Escape");
            page.locator(DIALOG).waitFor(GONE);
            keys.on(preview);
            keys.back(page.locator("vaadin-tab[selected]")).press("ArrowRight", "Enter");
            keys.to(page.locator(".timeline li a").first());
            keys.back(page.locator("vaadin-tab[selected]")).press("ArrowRight", "Enter");
            page.locator("bihuan-diagram[ready]").waitFor();
            keys.to(page.locator("bihuan-diagram")).press("+", "ArrowLeft", "0");
            keys.to(user.button("查看 XH2025-P07-M01 的流程图")).press("Enter");
            user.says("XH2025-P07-M01 的流程已经结束。");
            keys.on(user.button("返回 XH2025-P07")).press("Enter");
            user.says("XH2025-P07 现在位于");
            keys.on(user.button("查看 XH2025-P07-M01 的流程图"));
        }
    }

    @Test
    void closures_are_approved_one_by_one_and_several_at_once() {
        try (User user = User.demo(DemoProduct.shared(), "fushuji")) {
            Page page = user.go("/approvals").page();
            Keys keys =
                    new Keys(page).to(named(page, AriaRole.LINK, "XH2025-P11")).press("Enter");
            keys.on(page.locator(".approval-page h2").first());
            keys.to(user.button("退回")).press("Enter");
            keys.on(user.field("退回理由")).press("Escape");
            keys.on(user.button("退回")).to(user.button("同意销号")).press("Enter");
            keys.on(user.field("审批意见")).type("同意销号。");
            keys.to(user.button("确认同意销号")).press("Enter");
            user.says("XH2025-P11 已同意销号。");
            keys.on(page.locator("main"));
            keys.to(choice(page, "XH2025-P04")).press("Space");
            keys.to(choice(page, "XH2025-P06")).press("Space");
            Locator together = user.button("一并审批…");
            keys.to(together).press("Enter");
            keys.on(page.locator(DIALOG)).press("Escape");
            page.locator(DIALOG).waitFor(GONE);
            keys.on(together).back(choice(page, "XH2025-P04")).press("Space");
            user.says("已选 1 件");
            keys.to(together).press("Enter");
            keys.on(page.locator(DIALOG)).to(user.field("审批意见")).type("同意销号。");
            keys.to(user.button("同意以上 1 件销号")).press("Enter");
            user.says("已同意销号 1 件，未办成 0 件。");
            keys.on(user.button("知道了")).press("Enter");
            page.locator(DIALOG).waitFor(GONE);
            keys.on(page.locator("main"));
        }
    }

    @Test
    void findings_are_pasted_put_right_and_taken_into_the_ledger() {
        try (User user = User.demo(DemoProduct.shared(), "lianluoyuan")) {
            Page page = user.go("/rounds/new").page();
            Keys keys = new Keys(page).to(user.field("反馈意见或通报正文")).type(WholeLoopBrowser.NOTICE);
            keys.to(user.button("读取并核对")).press("Enter");
            page.locator(".import-measure").first().waitFor();
            keys.on(page.locator(".import-view"))
                    .to(page.locator("bihuan-outline"))
                    .press("End", "Enter");
            keys.on(page.locator(".import-row.open textarea"))
                    .press("End")
                    .type("形成台账。")
                    .press("Escape");
            page.locator(".import-row.open").waitFor(GONE);
            keys.on(page.locator(".import-row").last()).press("Control+z");
            page.waitForCondition(
                    () -> !page.locator(".import-row").last().innerText().contains("形成台账"));
            keys.to(user.button("放弃这次导入")).press("Enter");
            keys.on(user.button("取消")).press("Escape");
            user.button("取消").waitFor(GONE);
            keys.on(user.button("放弃这次导入"));
            keys.to(user.button("下一步：轮次信息").last()).press("Enter");
            LocalDate today = LocalDate.now();
            keys.on(page.locator(".import-view"));
            keys.to(user.field("轮次代码")).type("JP2026").to(user.field("轮次名称")).type("街道党工委巡察整改");
            keys.to(user.field("被巡察党组织")).type("街道党工委");
            keys.to(user.field("反馈日期")).type(today.minusDays(3).toString()).press("Enter");
            keys.to(user.field("集中整改期")).type("6 个月");
            named(page, AriaRole.OPTION, "6 个月").waitFor();
            keys.press("Enter");
            keys.to(user.field("整改方案报送时限")).type(today.plusDays(27).toString()).press("Enter");
            keys.to(user.field("整改报告报送时限"));
            keys.to(user.button("确认入账")).press("Enter");
            user.says("轮次 JP2026 已入账：1 个问题、2 条措施。");
        }
    }

    @Test
    void a_unit_is_chosen_a_duty_granted_and_an_account_disabled() {
        try (User user = User.demo(DemoProduct.shared(), "xitong")) {
            Page page = user.go("/people").page();
            Keys keys = new Keys(page).to(page.locator(".people-units vaadin-grid #items"));
            keys.press("ArrowDown", "Space");
            user.says("巡察整改工作领导小组，共");
            keys.to(user.button("新增单位")).press("Enter");
            keys.on(user.field("单位名称")).press("Escape");
            keys.on(user.button("新增单位")).to(user.button("显示全部单位")).press("Enter");
            user.says("全部单位，共");
            keys.on(user.field("按姓名或登录名查找")).type("quji");
            user.says("全部单位，共 1 人");
            keys.to(page.locator(".people-list vaadin-grid #items")).press("Space");
            page.locator(".people-detail h2").waitFor();
            keys.to(named(page, AriaRole.COMBOBOX, "单位")).type("党建办");
            named(page, AriaRole.OPTION, "党建办").waitFor();
            keys.press("Enter").to(user.field("职责")).press("Enter");
            keys.on(named(page, AriaRole.OPTION, "经办人")).press("Enter");
            keys.to(user.button("授予职责")).press("Enter");
            user.button("撤销职责：党建办 经办人").waitFor();
            keys.on(page.locator(".people-detail h3").first())
                    .back(user.button("停用账号"))
                    .press("Enter");
            keys.on(page.locator(DIALOG)).press("Escape");
            user.button("确认停用").waitFor(GONE);
            keys.on(user.button("停用账号")).press("Enter");
            keys.to(user.button("确认停用")).press("Enter");
            user.button("启用账号").waitFor();
            keys.on(page.locator(".people-detail h2"));
        }
    }

    @Test
    void the_trail_is_searched_an_entry_opened_and_its_chain_checked() {
        try (User user = User.demo(DemoProduct.shared(), "shenji")) {
            Page page = user.go("/trail").page();
            Locator about = user.field("案件编号或轮次代码");
            Keys keys = new Keys(page).to(about).type("XH2025-P07").press("Enter");
            user.says("按对象查看时");
            keys.to(page.locator("vaadin-grid #items")).press("Enter");
            keys.on(page.locator(".trail-detail h2")).to(user.button("校验")).press("Enter");
            user.says("的记录完整无损");
            keys.on(user.button("校验")).press("Escape");
            page.locator(".trail-detail").waitFor(GONE);
            ShownScreen.settle(page);
            keys.on(page.locator("vaadin-grid #items"))
                    .back(user.button("清除筛选"))
                    .press("Enter");
            user.says("第 1 页，本页 50 条");
            keys.to(user.button("较早的记录")).press("Enter");
            user.says("第 2 页");
            keys.back(user.button("较新的记录")).press("Enter");
            user.says("第 1 页");
            keys.on(user.button("较早的记录"));
        }
    }

    private static Locator named(Page page, AriaRole role, String part) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(part)).first();
    }

    private static Locator choice(Page page, String number) {
        return named(page, AriaRole.CHECKBOX, "选择 " + number);
    }
}
