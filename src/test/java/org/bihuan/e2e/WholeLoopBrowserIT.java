package org.bihuan.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Consumer;

import org.bihuan.testing.AppProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** On the embedded database, with the demo's people. */
@Tag("slow")
class WholeLoopBrowserIT extends WholeLoopBrowser {

    private final AppProcess product = AppProcess.with().start();

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
        return new Cast(
                User.demo(product, "lianluoyuan"),
                User.demo(product, "dangjianban-jingbanren"),
                User.demo(product, "dangjianban-fuzeren"),
                User.demo(product, "shuji"),
                User.demo(product, "ducha"),
                User.demo(product, "zhuren"),
                "党工委书记",
                "党建办",
                "党建办经办人");
    }

    @Override
    void look(Consumer<Consistency> looking) {
        product.stop();
        String url = "jdbc:h2:file:" + product.dataFolder()
                + "/bihuan;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "bihuan", "")) {
            looking.accept(new Consistency(new SingleConnectionDataSource(connection, true), product.dataFolder()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
