package org.bihuan.worklist;

import java.sql.Timestamp;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rows of the outbox that nobody reads any more. */
@Repository
class OutboxRows {

    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Drops so many rows at most that were written before a moment, and returns how many. */
    @Transactional
    int drop(Instant before, int most) {
        return jdbc.sql("delete from work_outbox where at < ? limit ?")
                .params(Timestamp.from(before), most)
                .update();
    }
}
