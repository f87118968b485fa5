package org.bihuan.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;

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
    void steps_that_wait_bar_the_people_and_units_of_this_and_earlier_attempts_and_requests(TestDatabase database) {
        try (HikariDataSource source = database.fresh()) {
            migrateTo(source, "066");
            JdbcTemplate jdbc = new JdbcTemplate(source);
            record(jdbc);
            migrateTo(source, null);
            assertThat(barred(jdbc, 5)).containsExactly(11L, 12L, 13L, 14L, 15L, 16L, 17L, 31L, 32L, 33L);
            assertThat(barred(jdbc, 6)).as("review of the measure").containsExactly(11L, 13L, 14L);
            assertThat(barred(jdbc, 7)).as("its verification").containsExactly(11L, 12L, 13L, 14L, 15L, 17L, 21L, 40L);
            assertThat(barred(jdbc, 8))
                    .as("verification of the whole")
                    .containsExactly(11L, 12L, 13L, 14L, 15L, 17L, 21L, 22L, 31L, 32L, 40L);
            assertThat(barred(jdbc, 9)).as("look back").containsExactly(11L, 13L, 14L, 21L, 22L);
            assertThat(jdbc.queryForList("select barred from work_item where id = 10", String.class))
                    .containsExactly((String) null);
            assertThat(jdbc.query(
                            "select submitted_by, submitted_for, reviewed_by, verified_by from rect_attempt order by id",
                            (rs, row) -> tuple(rs.getLong(1), rs.getLong(2), rs.getLong(3), rs.getLong(4))))
                    .containsExactly(tuple(11L, 0L, 12L, 0L), tuple(13L, 14L, 15L, 16L));
            assertThat(jdbc.queryForObject("select closure_returns from rect_problem", Integer.class))
                    .isEqualTo(1);
        }
    }

    /** As the list of whoever might claim it has them. */
    private static List<Long> barred(JdbcTemplate jdbc, long item) {
        String listed = jdbc.queryForObject("select barred from work_inbox where item_id = ?", String.class, item);
        return Arrays.stream(String.valueOf(listed).split(","))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .toList();
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
                + " level, due, original_due, person_responsible, version) values (3, 1, 2, 1, 'XA2026-P01', '问题',"
                + " 'VERIFIED', 1, 'NORMAL', '2026-06-30', '2026-06-30', 22, 0)");
        jdbc.update("insert into rect_measure (id, round_id, problem_id, ordinal, case_number, problem_number, heading,"
                + " content, kind, evidence_kinds, state, level, due, original_due, attempt, submitted_by, submitted_for,"
                + " reviewed_by, reviewed_for, verified_by, responsible_unit, person_responsible, version) values (4, 1, 3, 1, 'XA2026-P01-M01', 'XA2026-P01',"
                + " '措施', '内容', 'TIME_LIMITED', 'DOCUMENT', 'ACCEPTED', 'NORMAL', '2026-05-31', '2026-05-31', 2, 13, 14,"
                + " 15, 17, 16, 40, 21, 0)");
        attempt(jdbc, 1, 11, 1, 3);
        attempt(jdbc, 2, 13, 4, 6);
        happened(jdbc, 1, "XA2026-P01-M01", 12, "measure.reviewed", 2);
        happened(jdbc, 2, "XA2026-P01-M01", 15, "measure.reviewed", 5);
        happened(jdbc, 1, "XA2026-P01", 31, "closure.proposed", 7);
        happened(jdbc, 2, "XA2026-P01", 32, "closure.reviewed", 7);
        happened(jdbc, 3, "XA2026-P01", 33, "closure.verified", 7);
        happened(jdbc, 4, "XA2026-P01", 99, "closure.returned", 8);
        happened(jdbc, 5, "XA2026-P01", 31, "closure.proposed", 9);
        step(jdbc, 5, "XA2026-P01", "bihuan:closure-approve");
        step(jdbc, 6, "XA2026-P01-M01", "bihuan:measure-review");
        step(jdbc, 7, "XA2026-P01-M01", "bihuan:measure-verify");
        step(jdbc, 8, "XA2026-P01", "bihuan:closure-verify");
        step(jdbc, 9, "XA2026-P01", "bihuan:follow-up");
        step(jdbc, 10, "XA2026-P01-M01", "bihuan:measure-carry-out");
        for (long known : new long[] {13, 14, 16, 31}) {
            jdbc.update("insert into work_barred (item_id, person_id) values (5, ?)", known);
        }
    }

    private static void step(JdbcTemplate jdbc, long id, String number, String form) {
        jdbc.update(
                "insert into work_item (id, case_number, problem_number, step_key, step_name, form_key, title, due,"
                        + " level, state, created_at) values (?, ?, 'XA2026-P01', 'userTask_x', '步骤', ?, '问题',"
                        + " '2026-06-30', 'NORMAL', 'OPEN', " + AT.formatted(9) + ")",
                id,
                number,
                form);
        jdbc.update("insert into work_inbox (principal, kind, due, item_id) values (70, 'CLAIM', '2026-06-30', ?)", id);
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
