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

/** On a MySQL server of the test's own, as durable as in production. */
class CrashMySqlIT extends Crash {

    private final RealMySql mysql = RealMySql.start(RealMySql.Durability.DURABLE);
    private final String url = mysql.newDatabase();

    @Override
    AppProcess prepared() {
        AppProcess app = AppProcess.onMySqlAt(url, SHORT_WAITS);
        ToldRound.into(url, "", app.dataFolder(), User.DEMO_PASSWORD);
        return app;
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
