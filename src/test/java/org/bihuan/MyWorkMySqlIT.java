package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Level;
import org.bihuan.testing.TestDatabase;
import org.bihuan.worklist.Inbox.Filter;
import org.bihuan.worklist.Inbox.Sort;
import org.bihuan.worklist.Inbox.Tab;
import org.bihuan.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

class MyWorkMySqlIT extends MyWork {

    private static final int THOUSANDS = 20_000;
    private static final int PAGE = 50;

    /** A page may read a few rows of each of its ranges, never the list. */
    private static final long BOUND = 2_000;

    @Autowired
    TransactionTemplate transaction;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.MYSQL.register(registry);
    }

    private void thousands() {
        long post =
                as.call(VERIFIER, () -> currentActor.require().posts().get(0).id());
        List<Object[]> items = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < THOUSANDS; i++) {
            long id = Ids.next();
            CaseNumber number =
                    new CaseNumber("ZZ2026%c-P%03d-M%02d".formatted('A' + i / 10_000, i % 1000, i / 1000 + 1));
            Date due = Date.valueOf(MONDAY.plusDays(i % 400 - 100));
            String level = Level.values()[i % 5].name();
            items.add(new Object[] {id, number.value(), number.problem().value(), due, level});
            rows.add(new Object[] {post, due, id, level, number.sortKey()});
        }
        jdbc.batchUpdate(
                "insert into work_item (id, case_number, problem_number, step_key, step_name, title, due, level, state,"
                        + " created_at) values (?, ?, ?, 's', '验收', '问题', ?, ?, 'OPEN', now())",
                items);
        jdbc.batchUpdate(
                "insert into work_inbox (principal, kind, due, item_id, level, number_key, step_key)"
                        + " values (?, 'CLAIM', ?, ?, ?, ?, 's')",
                rows);
        jdbc.execute("analyze table work_inbox, work_item");
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void a_page_reads_a_page_however_long_the_list(Sort sort) {
        thousands();
        List<WorkItemRow> first = as.call(VERIFIER, () -> inbox.page(Tab.ALL, Filter.NONE, sort, null, 0, PAGE));
        assertThat(read(Filter.NONE, sort, null)).isBetween(1L, BOUND);
        List<WorkItemRow> deep = as.call(VERIFIER, () -> inbox.page(Tab.ALL, Filter.NONE, sort, null, 9_000, PAGE));
        assertThat(read(Filter.NONE, sort, deep.get(PAGE - 1))).isBetween(1L, BOUND);
        assertThat(deep).hasSize(PAGE).doesNotContainAnyElementsOf(first);
        if (sort != Sort.NUMBER) {
            assertThat(read(new Filter("", Level.WARNING, null, null), sort, null))
                    .isBetween(1L, BOUND);
        }
    }

    @Test
    void a_tab_without_rows_does_not_walk_those_of_another() {
        thousands();
        assertThat(reads(() -> as.run(VERIFIER, () -> inbox.page(Tab.MINE, Filter.NONE, Sort.DUE, null, 0, PAGE))))
                .isBetween(1L, BOUND);
    }

    private long read(Filter filter, Sort sort, @Nullable WorkItemRow after) {
        return reads(() -> as.run(VERIFIER, () -> inbox.page(Tab.ALL, filter, sort, after, 0, PAGE)));
    }

    /** Rows that the server read for an act, by its own count on the one connection of a transaction. */
    private long reads(Runnable act) {
        Long reads = transaction.execute(status -> {
            long before = handlerReads();
            act.run();
            return handlerReads() - before;
        });
        return reads == null ? 0 : reads;
    }

    private long handlerReads() {
        return jdbc.queryForList("show session status like 'Handler_read%'").stream()
                .filter(row -> !"Handler_read_rnd_next".equals(row.get("Variable_name")))
                .mapToLong(row -> Long.parseLong(String.valueOf(row.get("Value"))))
                .sum();
    }
}
