package org.bihuan.audit;

import java.time.Clock;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail of a database that belongs to another process, for tests that look at it from outside. */
public final class Trails {

    private Trails() {}

    /** The trail in this database, for reading and checking. */
    public static AuditTrail of(DataSource database) {
        return new HashChainTrail(new AuditRows(JdbcClient.create(database)), Clock.systemUTC());
    }
}
