package org.bihuan.worklist;

import java.util.Optional;

import org.bihuan.rectification.EndedSteps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who ended a step, out of the read model. */
@Component
class DoneWork implements EndedSteps {

    private final JdbcClient jdbc;

    DoneWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Ended> ended(long workItem) {
        return jdbc.sql("select done_by, done_at from work_item where id = ? and done_at is not null")
                .param(workItem)
                .query((rs, row) -> {
                    long by = rs.getLong(1);
                    return new Ended(
                            rs.wasNull() ? null : by, rs.getTimestamp(2).toInstant());
                })
                .optional();
    }
}
