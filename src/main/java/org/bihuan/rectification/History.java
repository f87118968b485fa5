package org.bihuan.rectification;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
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

    void submitted(Measure measure, String report, Hands hands, Instant at) {
        jdbc.sql(
                        "insert into rect_attempt (id, case_number, attempt, report, submitted_by, submitted_for, submitted_at,"
                                + " responsible_unit, person_responsible) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        measure.caseNumber().value(),
                        measure.attempt(),
                        report,
                        hands.by(),
                        hands.onBehalfOf(),
                        Timestamp.from(at),
                        measure.responsibleUnit(),
                        measure.personResponsible())
                .update();
    }

    /** How an attempt ended, with who judged it. */
    void ended(CaseNumber measure, int attempt, String verdict, @Nullable String opinion, Judges judges, Instant at) {
        jdbc.sql("update rect_attempt set ended_at = ?, end_verdict = ?, end_opinion = ?, reviewed_by = ?,"
                        + " reviewed_for = ?, verified_by = ?, verified_for = ? where case_number = ? and attempt = ?")
                .params(Timestamp.from(at), verdict, opinion)
                .params(judges.ids())
                .params(measure.value(), attempt)
                .update();
    }

    /** A request for close-out that is returned, with who made and who judged it. */
    void closureReturned(CaseNumber problem, @Nullable Signature proposed, Judges judges, Instant at) {
        jdbc.sql("insert into rect_closure_return (proposed_by, proposed_for, reviewed_by, reviewed_for, verified_by,"
                        + " verified_for, id, case_number, returned_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(proposed == null ? null : proposed.by(), proposed == null ? null : proposed.onBehalfOf())
                .params(judges.ids())
                .params(Ids.next(), problem.value(), Timestamp.from(at))
                .update();
    }

    /** Who reviewed and who verified something, returning it included; null where nobody did. */
    record Judges(@Nullable Signature reviewed, @Nullable Signature verified) {

        private List<@Nullable Long> ids() {
            return Arrays.asList(
                    reviewed == null ? null : reviewed.by(),
                    reviewed == null ? null : reviewed.onBehalfOf(),
                    verified == null ? null : verified.by(),
                    verified == null ? null : verified.onBehalfOf());
        }
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
