package org.bihuan.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bihuan.testing.AppProcess;
import org.bihuan.testing.RealMySql;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * On an empty MySQL database, from the link on the console on: the first administrator, units, people and
 * their duties come about at the screens, and everybody sets a password of their own. The notice is pasted.
 */
class WholeLoopBrowserMySqlIT extends WholeLoopBrowser {

    private static final Pattern SET_UP = Pattern.compile("http://localhost:\\d+(/setup\\?token=[0-9a-f]+)");
    private static final String OWN_PASSWORD = "Chun-feng-2026";

    private final String url = RealMySql.freshDatabase();
    private final AppProcess product = AppProcess.onMySqlAt(url).start();

    @AfterEach
    void end() {
        product.close();
    }

    @Override
    AppProcess product() {
        return product;
    }

    @Override
    Cast cast() {
        try (User administrator = User.at(product, "guanli", OWN_PASSWORD)) {
            FirstDay day = new FirstDay(administrator);
            day.begin(link(), "街道党工委", OWN_PASSWORD);
            day.unit("整改工作领导小组", "领导小组");
            day.unit("整改工作专班", "工作专班");
            day.unit("党建办", "科室");
            String clerk = day.person("lianluo", "专班联络员", "整改工作专班", "专班联络员");
            String handler = day.person("jingban", "党建办经办人", "党建办", "经办人");
            String head = day.person("danzhuren", "党建办主任", "党建办", "责任单位负责人");
            String lead = day.person("shuji", "党工委书记", "街道党工委", "班子成员（牵头领导）");
            day.grant("整改工作领导小组", "领导小组组长");
            String supervisor = day.person("ducha", "专班督查员", "整改工作专班", "督查验收人员");
            String approver = day.person("zhuren", "办事处主任", "整改工作领导小组", "领导小组副组长");
            day.holidays();
            return new Cast(
                    comes("lianluo", clerk),
                    comes("jingban", handler),
                    comes("danzhuren", head),
                    comes("shuji", lead),
                    comes("ducha", supervisor),
                    comes("zhuren", approver),
                    "党工委书记",
                    "党建办",
                    "党建办经办人");
        }
    }

    private User comes(String login, String once) {
        return User.at(product, login, once).signInFirst(once, OWN_PASSWORD);
    }

    private String link() {
        Matcher link = SET_UP.matcher(product.output());
        if (!link.find()) {
            throw new AssertionError("no link for the set-up:\n" + product.output());
        }
        return link.group(1);
    }

    @Override
    void look(Consumer<Consistency> looking) {
        try (Connection connection = DriverManager.getConnection(url)) {
            looking.accept(new Consistency(new SingleConnectionDataSource(connection, true), product.dataFolder()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
