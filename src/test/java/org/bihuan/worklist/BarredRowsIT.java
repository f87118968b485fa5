package org.bihuan.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import org.bihuan.testing.EveryDatabase;
import org.bihuan.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was on record before attempts kept their people is brought up to it. */
class BarredRowsIT {

    private static final String AT = "'2026-02-0%d 10:00:00'";

    @EveryDatabase
    void closures_that_wait_bar_reviewers_and_the_people_of_earlier_attempts_and_requests(TestDatabase database) {
        try (HikariDataSource source = database.fresh()) {
            migrateTo(source, "066");
            JdbcTemplate jdbc = new JdbcTemplate(source);
            record(jdbc);
            migrateTo(source, null);
            assertThat(jdbc.queryForList("select person_id from work_barred order by person_id", Long.class))
                    .containsExactly(11L, 12L, 13L, 14L, 15L, 16L, 17L, 31L, 32L, 33L);
            assertThat(jdbc.query(
                            "select submitted_by, submitted_for, reviewed_by, verified_by from rect_attempt order by id",
                            (rs, row) -> tuple(rs.getLong(1), rs.getLong(2), rs.getLong(3), rs.getLong(4))))
                    .containsExactly(tuple(11L, 0L, 12L, 0L), tuple(13L, 14L, 15L, 16L));
            assertThat(jdbc.queryForObject("select closure_returns from rect_problem", Integer.class))
                    .isEqualTo(1);
        }
    }

    private static void migrateTo(HikariDataSource source, @Nullable String version) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target(version == null ? "latest" : version)
                .load()
                .migrate();
    }

    /**
     * A closure that waits: its measure was done by 11 and reviewed by 12, returned, then by 13 for 14, reviewed
     * by 15 for 17 and verified by 16; a request before, by 31, reviewed by 32 and verified by 33, was returned.
     */
    private static void record(JdbcTemplate jdbc) {
        jdbc.update("insert into rect_round (id, code, title, inspected_org, feedback_date, plan_due, period_months,"
                + " period_end, report_due, rest_day_rule, remind_before, escalate_after, follow_up_months, demo, version)"
                + " values (1, 'XA2026', '整改', '街道', '2026-01-02', '2026-02-02', 6, '2026-07-02', '2026-07-02', 'KEEP',"
                + " 10, 1, 6, false, 0)");
        jdbc.update("insert into rect_aspect (id, round_id, ordinal, title) values (2, 1, 1, '党的建设')");
        jdbc.update("insert into rect_problem (id, round_id, aspect_id, ordinal, case_number, title, state, cycle_no,"
                + " level, due, original_due, version) values (3, 1, 2, 1, 'XA2026-P01', '问题', 'VERIFIED', 1, 'NORMAL',"
                + " '2026-06-30', '2026-06-30', 0)");
        jdbc.update("insert into rect_measure (id, round_id, problem_id, ordinal, case_number, problem_number, heading,"
                + " content, kind, evidence_kinds, state, level, due, original_due, attempt, submitted_by, submitted_for,"
                + " reviewed_by, reviewed_for, verified_by, version) values (4, 1, 3, 1, 'XA2026-P01-M01', 'XA2026-P01',"
                + " '措施', '内容', 'TIME_LIMITED', 'DOCUMENT', 'ACCEPTED', 'NORMAL', '2026-05-31', '2026-05-31', 2, 13, 14,"
                + " 15, 17, 16, 0)");
        attempt(jdbc, 1, 11, 1, 3);
        attempt(jdbc, 2, 13, 4, 6);
        happened(jdbc, 1, "XA2026-P01-M01", 12, "measure.reviewed", 2);
        happened(jdbc, 2, "XA2026-P01-M01", 15, "measure.reviewed", 5);
        happened(jdbc, 1, "XA2026-P01", 31, "closure.proposed", 7);
        happened(jdbc, 2, "XA2026-P01", 32, "closure.reviewed", 7);
        happened(jdbc, 3, "XA2026-P01", 33, "closure.verified", 7);
        happened(jdbc, 4, "XA2026-P01", 99, "closure.returned", 8);
        happened(jdbc, 5, "XA2026-P01", 31, "closure.proposed", 9);
        jdbc.update("insert into work_item (id, case_number, problem_number, step_key, step_name, form_key, title, due,"
                + " level, state, created_at) values (5, 'XA2026-P01', 'XA2026-P01', 'userTask_approveClosure', '审批',"
                + " 'bihuan:closure-approve', '问题', '2026-06-30', 'NORMAL', 'OPEN', " + AT.formatted(9) + ")");
        for (long known : new long[] {13, 14, 16, 31}) {
            jdbc.update("insert into work_barred (item_id, person_id) values (5, ?)", known);
        }
    }

    private static void attempt(JdbcTemplate jdbc, int attempt, long by, int from, int to) {
        jdbc.update(
                "insert into rect_attempt (id, case_number, attempt, report, submitted_by, submitted_at, ended_at,"
                        + " end_verdict) values (?, 'XA2026-P01-M01', ?, '已完成', ?, " + AT.formatted(from) + ", "
                        + AT.formatted(to) + ", 'RETURNED')",
                attempt,
                attempt,
                by);
    }

    private static void happened(JdbcTemplate jdbc, int seq, String stream, long actor, String action, int day) {
        jdbc.update(
                "insert into audit_event (id, stream, seq, problem, happened_at, actor_id, actor_name, action, facts,"
                        + " origin, prev_hash, hash) values (?, ?, ?, 'XA2026-P01', " + AT.formatted(day)
                        + ", ?, '某人', ?, '{}', 'test', '0', '0')",
                stream.length() * 100 + seq,
                stream,
                seq,
                actor,
                action);
    }
}
