package org.bihuan.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.bihuan.demo.ToldRound;
import org.bihuan.testing.AppProcess;
import org.bihuan.testing.RealMySql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a MySQL server of the test's own, as durable as in production. */
@Tag("slow")
class CrashMySqlIT extends Crash {

    /** What a person reads in place of an answer, before the number to tell the administrator. */
    private static final String FAULT = "系统出错，您的操作没有完成。请把故障编号";

    /** What stands on a screen that is open while its answers fail to come. */
    private static final String LOST = "连接中断，正在重新连接。";

    /** The product's own settings of a session, but it waits for a row as long as the test holds it. */
    private static final String PATIENT_LOCKS = "--spring.datasource.hikari.data-source-properties.sessionVariables="
            + "transaction_isolation='READ-COMMITTED',time_zone='+00:00',innodb_lock_wait_timeout=600";

    private final RealMySql mysql = RealMySql.start(RealMySql.Durability.DURABLE);
    private final String url = mysql.newDatabase();

    @Override
    AppProcess prepared() {
        AppProcess app = AppProcess.onMySqlAt(url, with(SHORT_WAITS, PATIENT_LOCKS, ToldRound.holidays()));
        ToldRound.into(url, RealMySql.USER, app.dataFolder(), User.DEMO_PASSWORD);
        return app;
    }

    @Test
    @Order(4)
    void the_product_says_so_while_its_database_is_gone_and_goes_on_by_itself_when_it_is_back() {
        startIfDead();
        try (User user = User.demo(product(), HANDLER);
                User reader = User.demo(product(), SUPERVISOR);
                User stranger = User.at(product(), HEAD, User.DEMO_PASSWORD)) {
            user.openTask(WAITING, ACKNOWLEDGE);
            mysql.kill();
            user.button("签收").click();
            user.says(LOST);
            reader.go("/work").says(FAULT);
            stranger.go("/login").says(FAULT);
            mysql.restart();
            user.says(WAITING + " " + ACKNOWLEDGE + "：已办理。");
        }
        assertConsistent();
    }

    @AfterAll
    void stopServer() {
        mysql.close();
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    void awaitDatabase() {
        // The server runs whether or not the product does.
    }

    @Override
    boolean writerWaitsFor(Connection ours) throws SQLException {
        try (Connection administrator = mysql.administrator();
                Statement transactions = administrator.createStatement();
                ResultSet waiting = transactions.executeQuery("select count(*) from information_schema.innodb_trx"
                        + " where trx_state = 'LOCK WAIT' and trx_rows_modified > 0")) {
            return waiting.next() && waiting.getInt(1) > 0;
        }
    }
}
