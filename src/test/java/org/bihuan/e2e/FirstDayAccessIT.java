package org.bihuan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bihuan.testing.AppProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Axe finds nothing serious on the screens that the demo round never shows: the set-up, the first sign-in, empty
 * lists, a round on its way into the ledger, and a fault of ours.
 */
@Tag("slow")
class FirstDayAccessIT {

    private static final String OPTIONS =
            "/bihuan;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE" + ";AUTO_SERVER=TRUE";
    private static final Pattern SET_UP = Pattern.compile("http://localhost:\\d+(/setup\\?token=[0-9a-f]+)");
    private static final String OWN_PASSWORD = "Chun-feng-2026";
    private static final String DIALOG = "vaadin-dialog-overlay";

    private final AppProcess product = AppProcess.with(
                    "--bihuan.demo.enabled=false", "--spring.datasource.url=jdbc:h2:file:${bihuan.data-dir}" + OPTIONS)
            .start();
    private final Map<String, List<String>> faults = new LinkedHashMap<>();

    @AfterEach
    void end() {
        product.close();
    }

    @Test
    void no_screen_on_the_way_to_the_first_round_has_a_grave_fault() {
        String once;
        try (User administrator = User.at(product, "guanli", OWN_PASSWORD)) {
            once = organisation(administrator);
        }
        try (User clerk = User.at(product, "lianluo", once)) {
            firstSignIn(clerk, once);
            emptyLists(clerk);
            document(clerk);
            round(clerk);
            responsibilities(clerk);
            incident(clerk);
        }
        assertThat(faults).isEmpty();
    }

    private String organisation(User administrator) {
        String link = link();
        administrator.go(link).button("建立并前往登录").click();
        look(administrator, "set-up refused", "[invalid]", "body");
        FirstDay day = new FirstDay(administrator);
        day.begin(link, "街道党工委", OWN_PASSWORD);
        day.unit("整改工作专班", "工作专班");
        administrator.button("新增人员").click();
        administrator
                .fill("姓名或岗位名称", "专班联络员")
                .fill("登录名", "lianluo")
                .button("保存")
                .click();
        String once = administrator.field("lianluo 的一次性密码").inputValue();
        look(administrator, "one-time password", DIALOG, DIALOG);
        administrator.button("已记下，关闭").click();
        administrator.heading("专班联络员").waitFor();
        day.grant("整改工作专班", "专班联络员");
        day.holidays();
        return once;
    }

    private void firstSignIn(User clerk, String once) {
        clerk.signIn();
        clerk.fill("当前密码", once).fill("新密码", "kurz").button("确认修改").click();
        look(clerk, "own password refused", "[invalid]", "body");
        clerk.fill("新密码", OWN_PASSWORD)
                .fill("再次输入新密码", OWN_PASSWORD)
                .button("确认修改")
                .click();
        clerk.heading("我的工作").waitFor();
    }

    private void emptyLists(User clerk) {
        look(clerk, "no work", ".empty-state", "main");
        clerk.go("/ledger");
        look(clerk, "no round", ".empty-state", "main");
    }

    private void document(User clerk) {
        clerk.go("/rounds/new").button("读取并核对").click();
        look(clerk, "document refused", "[invalid]", "main");
        clerk.fill("反馈意见或通报正文", WholeLoopBrowser.NOTICE).button("读取并核对").click();
        clerk.page().locator(".import-measure").first().click();
        look(clerk, "row open", ".import-verbs", "main");
        clerk.button("放弃这次导入").click();
        look(clerk, "giving up", "vaadin-confirm-dialog-overlay", "vaadin-confirm-dialog-overlay");
        clerk.button("取消").click();
    }

    private void round(User clerk) {
        clerk.button("下一步：轮次信息").first().click();
        clerk.button("确认入账").click();
        look(clerk, "round refused", "[invalid]", "main");
        clerk.fillRound("AB2026");
        look(clerk, "dates of the round", ".import-dates", "main");
        clerk.button("确认入账").click();
        clerk.says("轮次 AB2026 已入账");
    }

    private void responsibilities(User clerk) {
        clerk.button("落实问题 AB2026-P01 的责任").click();
        clerk.button("保存并部署").click();
        look(clerk, "responsibilities refused", DIALOG + " [invalid]", DIALOG);
    }

    private void incident(User clerk) {
        change("alter table rect_round rename to rect_round_gone");
        clerk.go("/ledger");
        clerk.heading("系统出错").waitFor();
        look(clerk, "fault of ours", ".empty-state", "body");
    }

    private void look(User user, String name, String shown, String part) {
        user.page().locator(shown).first().waitFor();
        ShownScreen.settle(user.page());
        List<String> found = Axe.faults(user.page(), part);
        if (!found.isEmpty()) {
            faults.put(name, found);
        }
    }

    private void change(String sql) {
        String url = "jdbc:h2:file:" + product.dataFolder() + OPTIONS + ";IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "bihuan", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String link() {
        Matcher link = SET_UP.matcher(product.output());
        if (!link.find()) {
            throw new AssertionError("no link for the set-up:\n" + product.output());
        }
        return link.group(1);
    }
}
