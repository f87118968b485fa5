package org.bihuan.e2e;

import java.time.LocalDate;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** An empty installation becomes an organisation, at the screens of the first system administrator. */
final class FirstDay {

    private final User administrator;
    private String top = "";

    FirstDay(User administrator) {
        this.administrator = administrator;
    }

    /** Redeems the link of the console, signs in and goes where units and people are. */
    void begin(String link, String topUnit, String password) {
        top = topUnit;
        administrator
                .go(link)
                .fill("顶级单位名称", topUnit)
                .fill("姓名或岗位名称", "系统管理员")
                .fill("登录名", administrator.login())
                .fill("新密码", password)
                .fill("再次输入新密码", password);
        administrator.button("建立并前往登录").click();
        administrator.field("账号").waitFor();
        administrator.signIn().go("/people");
        cell(topUnit).click();
    }

    /** Creates a unit below the top one, which is chosen. */
    void unit(String name, String kind) {
        administrator.button("新增单位").click();
        administrator.says("在“" + top + "”下新增单位");
        administrator.fill("单位名称", name).select("单位类别", kind).button("保存").click();
        cell(name).waitFor();
    }

    /** Creates a person with a duty and returns the password that serves once. */
    String person(String login, String name, String unit, String duty) {
        administrator.button("新增人员").click();
        administrator.fill("姓名或岗位名称", name).fill("登录名", login).button("保存").click();
        String once = administrator.field(login + " 的一次性密码").inputValue();
        administrator.button("已记下，关闭").click();
        administrator.heading(name).waitFor();
        grant(unit, duty);
        return once;
    }

    /** Gives the person whose page is open one more duty. */
    void grant(String unit, String duty) {
        administrator.pick("单位", unit).select("职责", duty).button("授予职责").click();
        administrator
                .page()
                .getByText(unit + " " + duty, new Page.GetByTextOptions().setExact(true))
                .first()
                .waitFor();
    }

    /** Enters the holidays of the years in which deadlines of today fall, as far as the product does not know them. */
    void holidays() {
        administrator.go("/calendar").heading("工作日历").waitFor();
        int now = LocalDate.now().getYear();
        for (int year : new int[] {now, now + 1}) {
            Locator enter = administrator.button("录入 " + year + " 年安排");
            if (enter.isVisible()) {
                enter.click();
                administrator
                        .fill("节日名称", "元旦")
                        .date("起始日期", LocalDate.of(year, 1, 1))
                        .date("结束日期（含当日）", LocalDate.of(year, 1, 1))
                        .button("加入")
                        .click();
                administrator.says("元旦：");
                administrator.fill("依据（通知名称、文号和发布日期）", "测试用安排");
                administrator.button("接受 " + year + " 年安排").click();
                administrator.says(year + " 年节假日安排已生效。");
            }
        }
    }

    private Locator cell(String text) {
        return administrator
                .page()
                .locator("vaadin-grid")
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .first();
    }
}
