package org.bihuan;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows of many others in every table that a list is read from, written in sets, so that a plan which
 * reads more than its page is found out. MySQL only.
 */
final class Crowd {

    static final int MANY = 20_000;

    /** Round with {@link #PROBLEMS} problems of ten measures, beside two others of the same size. */
    static final String ROUND = "CR0001";

    static final int PROBLEMS = 900;

    /** Figures that are told of each round as a whole, and as many documents. */
    static final int OF_ROUND = 200;

    private static final String NUMBERS = " from crowd_number where n < " + MANY;
    private static final String CASE_OF_N =
            "concat('CR0001-P', lpad(mod(n, 900) + 1, 3, '0'), '-M', lpad(mod(n, 10) + 1, 2, '0'))";
    private static final String PROBLEM_OF_N = "concat('CR0001-P', lpad(mod(n, 900) + 1, 3, '0'))";

    private final JdbcTemplate jdbc;

    Crowd(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Fills everything.
     *
     * @param person who has a fifth of the open work, and a tenth of the done work
     * @param posts before the first of which another fifth stands
     * @param unit supports some cases and has some measures
     */
    void fill(long person, List<Long> posts, long unit) {
        numbers();
        people();
        cases(person, unit);
        work(person, posts);
        around();
        engine();
        jdbc.execute("analyze table identity_unit, identity_person, identity_post, identity_post_holder,"
                + " identity_login_session, rect_problem, rect_measure, rect_support, rect_attempt, rect_due_move,"
                + " rect_quantity, rect_document, work_item, work_inbox, work_draft, work_outbox, audit_event, evidence_item, ACT_RU_TASK,"
                + " ACT_RU_IDENTITYLINK, ACT_HI_PROCINST, ACT_HI_ACTINST, ACT_HI_TASKINST");
    }

    private void numbers() {
        jdbc.execute("create table crowd_number (n int not null primary key)");
        jdbc.execute("insert into crowd_number values (0)");
        for (int size = 1; size < MANY; size *= 2) {
            jdbc.update("insert into crowd_number select n + ? from crowd_number where n + ? < ?", size, size, MANY);
        }
    }

    private void people() {
        jdbc.update(
                "insert into identity_unit (id, parent_id, kind, name, sort_order, active, version)"
                        + " select 10000000 + n, null, 'OFFICE', concat('街道办公室', n), n, true, 0 from crowd_number where n < 1000");
        jdbc.update("insert into identity_person (id, login, display_name, sort_key, password_hash,"
                + " password_changed_at, must_change_password, enabled, failed_attempts, version) select 20000000 + n,"
                + " concat('person', n), concat('经办人', n), concat('jingbanren', lpad(n, 6, '0')), '-',"
                + " '2026-01-01 00:00:00', false, true, 0, 0" + NUMBERS);
        jdbc.update("insert into identity_post (id, unit_id, duty) select 30000000 + n, 10000000 + n, 'HANDLER'"
                + " from crowd_number where n < 1000");
        jdbc.update("insert into identity_post_holder (post_id, person_id) select 30000000 + mod(n, 1000), 20000000 + n"
                + NUMBERS);
        jdbc.update("insert into identity_login_session (id, person_id, address, device, created_at, last_seen_at,"
                + " version) select 40000000 + n, 20000000 + mod(n, 500), '10.0.0.1', 'x', '2026-01-01 00:00:00',"
                + " '2026-01-01 00:00:00', 0" + NUMBERS);
    }

    private void cases(long person, long unit) {
        for (int round = 1; round <= 3; round++) {
            String code = "CR000" + round;
            long base = 100_000_000L * round;
            jdbc.update("insert into rect_round (id, code, title, inspected_org, feedback_date, plan_due,"
                    + " period_months, period_end, report_due, rest_day_rule, remind_before, escalate_after,"
                    + " follow_up_months, demo, version) values (" + base + ", '" + code + "', '街道巡察整改', '街道党工委',"
                    + " '2026-01-02', '2026-02-02', 6, '2026-07-02', '2026-07-02', 'KEEP', 10, 1, 6, false, 0)");
            jdbc.update("insert into rect_aspect (id, round_id, ordinal, title) values (" + (base + 1) + ", " + base
                    + ", 1, '党的建设')");
            String number = "concat('" + code + "-P', lpad(n + 1, 3, '0'))";
            jdbc.update("insert into rect_problem (id, round_id, aspect_id, ordinal, case_number, title, state,"
                    + " cycle_no, level, due, original_due, lead_official, responsible_unit, person_responsible, version)"
                    + " select " + (base + 1000) + " + n, " + base + ", " + (base + 1) + ", n + 1, " + number
                    + ", concat('支部工作不规范', n), 'RECTIFYING', 1, 'NORMAL', '2026-06-30', '2026-06-30', 5, 10000000 + n,"
                    + " if(mod(n, 90) = 0, " + person + ", 20000000 + n), 0 from crowd_number where n < " + PROBLEMS);
            jdbc.update("insert into rect_measure (id, round_id, problem_id, ordinal, case_number, problem_number,"
                    + " heading, content, kind, evidence_kinds, state, level, due, original_due, responsible_unit,"
                    + " person_responsible, attempt, version) select " + (base + 100_000) + " + p.n * 10 + m.n, " + base
                    + ", " + (base + 1000) + " + p.n, m.n + 1, concat('" + code
                    + "-P', lpad(p.n + 1, 3, '0'), '-M', lpad(m.n + 1, 2, '0')), concat('" + code
                    + "-P', lpad(p.n + 1, 3, '0')), '健全制度', '制定工作细则', 'TIME_LIMITED', 'DOCUMENT', 'IN_PROGRESS',"
                    + " 'NORMAL', '2026-05-31', '2026-05-31', if(mod(p.n, 300) = 7, " + unit + ", 10000000 + p.n),"
                    + " 20000000 + p.n, 1, 0 from crowd_number p join crowd_number m on m.n < 10 where p.n < "
                    + PROBLEMS);
        }
        jdbc.update("insert into rect_support (case_number, unit_id) select distinct " + CASE_OF_N
                + ", if(mod(n, 450) = 3, " + unit + ", 10000000 + mod(n, 800))" + NUMBERS);
        jdbc.update("insert into rect_attempt (id, case_number, attempt, report, submitted_by, submitted_at) select"
                + " 50000000 + n, " + CASE_OF_N + ", n, '已完成', 20000000, '2026-02-01 00:00:00'" + NUMBERS);
        jdbc.update("insert into rect_due_move (id, case_number, from_due, to_due, reason, moved_by, moved_at) select"
                + " 50000000 + n, " + CASE_OF_N + ", '2026-05-01', '2026-05-31', '延期', 20000000, '2026-02-01 00:00:00'"
                + NUMBERS);
        jdbc.update("insert into rect_quantity (id, round_id, case_number, amount, unit, what) select 50000000 + n,"
                + " 100000000, " + CASE_OF_N + ", n, '户', '走访'" + NUMBERS);
        jdbc.update(
                "insert into rect_document (id, round_id, case_number, title, kind) select 50000000 + n, 100000000, "
                        + CASE_OF_N + ", '《细则》', 'NEW'" + NUMBERS);
        String rounds = " from crowd_number where n < " + 3 * OF_ROUND;
        jdbc.update("insert into rect_quantity (id, round_id, case_number, amount, unit, what) select 51000000 + n,"
                + " 100000000 * (1 + mod(n, 3)), null, n, '次', '召开会议'" + rounds);
        jdbc.update("insert into rect_document (id, round_id, case_number, title, kind) select 51000000 + n,"
                + " 100000000 * (1 + mod(n, 3)), null, '《方案》', 'NEW'" + rounds);
    }

    private void work(long person, List<Long> posts) {
        String before = "case mod(n, 5) when 0 then " + person + " when 1 then " + posts.get(0)
                + " else 20000000 + mod(n, 5000) end";
        String due = "date_add('2026-01-01', interval mod(n * 7919, 365) day)";
        String columns = "insert into work_item (id, case_number, problem_number, step_key, step_name, form_key, title,"
                + " unit_id, unit_name, due, level, state, created_at, done_at, done_by) select ";
        String facts = CASE_OF_N + ", " + PROBLEM_OF_N + ", 'userTask_carryOut', '落实整改措施',"
                + " case mod(n, 4) when 0 then 'bihuan:closure-approve' when 1 then 'bihuan:measure-acknowledge'"
                + " else 'bihuan:measure-carry-out' end,"
                + " concat('支部工作不规范', n), 10000000, '街道办公室', " + due + ", 'NORMAL', ";
        jdbc.update(columns + "60000000 + n, " + facts + "'OPEN', '2026-01-05 10:00:00', null, null" + NUMBERS);
        jdbc.update(columns + "61000000 + n, " + facts
                + "'DONE', '2026-01-05 10:00:00', date_add('2026-01-01', interval n minute), if(mod(n, 10) = 0, "
                + person
                + ", 20000000 + mod(n, 5000))" + NUMBERS);
        jdbc.update("insert into work_inbox (principal, kind, due, item_id, level, number_key, unit_id, step_key)"
                + " select " + before + ", if(mod(n, 5) = 1, 'CLAIM', 'MINE'), " + due + ", 60000000 + n, 'NORMAL', "
                + CASE_OF_N + ", 10000000, 'userTask_carryOut'" + NUMBERS);
        for (String table : List.of(
                "work_item set barred = concat(',', 20000000 + mod(id, 5000), ',') where id",
                "work_inbox set barred = concat(',', 20000000 + mod(item_id, 5000), ',') where item_id")) {
            jdbc.update("update " + table + " between 60000000 and 60999999");
        }
        jdbc.update("insert into work_draft (item_id, person_id, content, updated_at) select 60000000 + n,"
                + " 20000000 + mod(n, 5000), '{}', '2026-01-05 10:00:00'" + NUMBERS);
        jdbc.update("insert into work_outbox (id, topic, item_id, case_number, at) select 60000000 + n,"
                + " 'task.completed', 60000000 + n, " + CASE_OF_N + ", date_add('2025-01-01', interval n second)"
                + NUMBERS);
    }

    /** A third of the trail is of one problem. */
    private void around() {
        jdbc.update("insert into audit_event (id, stream, seq, problem, happened_at, actor_id, actor_name, action,"
                + " facts, origin, prev_hash, hash) select 70000000 + n, if(mod(n, 3) = 0, 'CR0001-P001', "
                + PROBLEM_OF_N
                + "), 1000 + n, if(mod(n, 3) = 0, 'CR0001-P001', " + PROBLEM_OF_N
                + "), date_add('2026-01-05 10:00:00', interval n second), if(mod(n, 4) = 0, null, 20000000 + mod(n, 4)),"
                + " '经办人', if(mod(n, 7) = 0, 'plan.drafted', 'measure.started'), '{}', 'system', repeat('0', 64),"
                + " repeat('0', 64)" + NUMBERS);
        jdbc.update("insert into evidence_blob (sha256, size, media_type, stored_at) values (repeat('e', 64), 1,"
                + " 'text/plain', '2026-01-05 10:00:00')");
        jdbc.update(
                "insert into evidence_item (id, case_number, problem_number, kind, attempt, file_name, sha256, size,"
                        + " media_type, uploaded_by, uploader_name, uploaded_at, version) select 80000000 + n, "
                        + CASE_OF_N + ", "
                        + PROBLEM_OF_N + ", 'DOCUMENT', 1, '细则.txt', repeat('e', 64), 1, 'text/plain', 20000000, '经办人',"
                        + " '2026-01-05 10:00:00', 0" + NUMBERS);
    }

    private void engine() {
        String definition = "(select max(d.ID_) from ACT_RE_PROCDEF d where d.KEY_ = 'measure-rectification')";
        jdbc.update("insert into ACT_RU_TASK (ID_, REV_, NAME_, TASK_DEF_KEY_, ASSIGNEE_, PRIORITY_, CREATE_TIME_,"
                + " SUSPENSION_STATE_, TASK_STATE_) select concat('c', n), 1, '落实', 'userTask_carryOut', '5', 50,"
                + " '2026-01-05 10:00:00', 1, 'Created'" + NUMBERS);
        jdbc.update("insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_) select concat('c', n), 1,"
                + " '7', 'candidate', concat('c', n)" + NUMBERS);
        jdbc.update("insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_,"
                + " START_TIME_, STATE_, SUPER_PROCESS_INSTANCE_ID_) select concat('c', n), concat('c', n), "
                + CASE_OF_N
                + ", 'measure-rectification', " + definition + ", '2026-01-05 10:00:00', 'ACTIVE', 'c1'" + NUMBERS);
        jdbc.update("insert into ACT_HI_ACTINST (ID_, PROC_DEF_ID_, PROC_INST_ID_, EXECUTION_ID_, ACT_ID_, ACT_TYPE_,"
                + " START_TIME_, ACT_INST_STATE_) select concat('c', n), " + definition
                + ", concat('c', n), concat('c', n),"
                + " 'userTask_carryOut', 'userTask', '2026-01-05 10:00:00', 0" + NUMBERS);
        jdbc.update(
                "insert into ACT_HI_TASKINST (ID_, TASK_DEF_KEY_, PROC_INST_ID_, START_TIME_) select concat('c', n),"
                        + " 'x', concat('c', n), '2026-01-05 10:00:00'" + NUMBERS);
    }
}
