package org.bihuan.bench;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Open tasks in the read model and, as the same rows, in the engine's own tables; written in sets. Every
 * hundredth stands before one person, every hundredth before one post, the rest before 5,000 others.
 */
final class TaskFill {

    /** Below the ids of real rows, and all of one length: the engine sorts them as text. */
    private static final long FIRST = 100_000_000L;

    private static final int CHUNK = 50_000;
    private static final int OTHERS = 5_000;

    private final JdbcTemplate jdbc;
    private final long person;
    private final List<Long> posts;
    private int filled;

    TaskFill(JdbcTemplate jdbc, long person, List<Long> posts) {
        this.jdbc = jdbc;
        this.person = person;
        this.posts = List.copyOf(posts);
        jdbc.execute("create table bench_number (n int not null primary key)");
        jdbc.execute("insert into bench_number values (0)");
        for (int size = 1; size < CHUNK; size *= 2) {
            jdbc.update("insert into bench_number select n + ? from bench_number where n + ? < ?", size, size, CHUNK);
        }
    }

    /** Fills up to so many open tasks. */
    void upTo(int tasks) {
        while (filled < tasks) {
            int next = Math.min(tasks, filled + CHUNK);
            chunk(filled, next - filled);
            filled = next;
        }
        jdbc.execute("analyze table work_item, work_inbox, ACT_RU_TASK, ACT_RU_IDENTITYLINK");
    }

    private void chunk(int from, int count) {
        long id = FIRST + from;
        String numbers = " from bench_number where n < " + count;
        // Spread over a year, not in the order of the ids.
        String due = "date_add('2026-01-01', interval mod((n + " + from + ") * 7919, 365) day)";
        String mine = "case mod(n, 100) when 0 then " + person + " when 1 then " + posts.get(0) + " when 2 then "
                + posts.get(posts.size() - 1) + " else 2000000 + mod(n * 31 + " + from + ", " + OTHERS + ") end";
        String assigned = "mod(n, 3) = 0 and mod(n, 100) not in (1, 2)";
        String kind = "case when mod(n, 100) = 0 or (" + assigned + ") then 'MINE' else 'CLAIM' end";
        String isMine = "(mod(n, 100) = 0 or (" + assigned + "))";
        String number = "concat('BN9999-P', lpad(mod(n, 900) + 1, 3, '0'), '-M01')";
        jdbc.update("insert into work_item (id, case_number, problem_number, step_key, step_name, form_key, title,"
                + " unit_id, unit_name, assignee, due, level, state, created_at, last_event, last_event_at) select n + "
                + id + ", " + number + ", left(" + number + ", 11), 'userTask_carryOut', '落实整改措施',"
                + " 'bihuan:measure-carry-out', concat('关于党的建设弱化方面针对支部工作不规范的问题', n), 1, '党建办', if("
                + isMine + ", " + mine + ", null), " + due + ", 'NORMAL', 'OPEN', '2026-01-05 10:00:00',"
                + " 'measure.acknowledged', '2026-01-05 10:00:00'" + numbers);
        jdbc.update("insert into work_inbox (principal, kind, due, item_id) select " + mine + ", " + kind + ", " + due
                + ", n + " + id + numbers);
        jdbc.update("insert into ACT_RU_TASK (ID_, REV_, NAME_, TASK_DEF_KEY_, ASSIGNEE_, PRIORITY_, CREATE_TIME_,"
                + " DUE_DATE_, SUSPENSION_STATE_, TASK_STATE_) select concat('', n + " + id
                + "), 1, '落实整改措施', 'userTask_carryOut', if(" + isMine + ", concat('', " + mine + "), null), 50,"
                + " '2026-01-05 10:00:00', " + due + ", 1, 'Created'" + numbers);
        jdbc.update("insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_) select concat('l', n + "
                + id + "), 1, concat('', " + mine + "), 'candidate', concat('', n + " + id + ")" + numbers + " and not "
                + isMine);
    }
}
