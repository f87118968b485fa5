package org.bihuan.rectification;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows that are only ever added: versions of submitted work and moves of dates. */
@Component
class History {

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void submitted(Measure measure, String report, long by, Instant at) {
        jdbc.sql("insert into rect_attempt (id, case_number, attempt, report, submitted_by, submitted_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(Ids.next(), measure.caseNumber().value(), measure.attempt(), report, by, Timestamp.from(at))
                .update();
    }

    void ended(CaseNumber measure, int attempt, String verdict, @Nullable String opinion, Instant at) {
        jdbc.sql("update rect_attempt set ended_at = ?, end_verdict = ?, end_opinion = ?"
                        + " where case_number = ? and attempt = ?")
                .params(Timestamp.from(at), verdict, opinion, measure.value(), attempt)
                .update();
    }

    void moved(CaseNumber number, LocalDate from, LocalDate to, String reason, long by, Instant at) {
        jdbc.sql("insert into rect_due_move (id, case_number, from_due, to_due, reason, moved_by, moved_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(Ids.next(), number.value(), from, to, reason, by, Timestamp.from(at))
                .update();
    }

    List<AttemptView> attempts(CaseNumber measure) {
        return jdbc.sql("select attempt, report, submitted_by, submitted_at, ended_at, end_verdict, end_opinion"
                        + " from rect_attempt where case_number = ? order by attempt desc")
                .param(measure.value())
                .query((rs, row) -> {
                    Timestamp ended = rs.getTimestamp(5);
                    return new AttemptView(
                            rs.getInt(1),
                            rs.getString(2),
                            rs.getLong(3),
                            rs.getTimestamp(4).toInstant(),
                            ended == null ? null : ended.toInstant(),
                            rs.getString(6),
                            rs.getString(7));
                })
                .list();
    }

    List<DueMoveView> moves(CaseNumber number) {
        return jdbc.sql("select from_due, to_due, reason, moved_by, moved_at from rect_due_move"
                        + " where case_number = ? order by id")
                .param(number.value())
                .query((rs, row) -> new DueMoveView(
                        rs.getObject(1, LocalDate.class),
                        rs.getObject(2, LocalDate.class),
                        rs.getString(3),
                        rs.getLong(4),
                        rs.getTimestamp(5).toInstant()))
                .list();
    }
}
