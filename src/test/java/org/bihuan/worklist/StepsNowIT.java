package org.bihuan.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.rectification.OpenSteps.Step;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.ModelText;
import org.bihuan.testing.EveryDatabase;
import org.bihuan.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has a case now, out of the read model of both databases. */
class StepsNowIT {

    private static final CaseNumber PROBLEM = new CaseNumber("XH2025-P02");
    private static final PersonRef HANDLER = new PersonRef(7, "党建办经办人", "handler", true);
    private static final PersonRef SUPERVISOR = new PersonRef(8, "专班督查员", "ducha", true);
    private static final long POST = 70;

    @EveryDatabase
    void open_steps_are_told_with_who_has_them_the_earliest_due_first(TestDatabase database) {
        Directory directory = mock(Directory.class);
        when(directory.persons(anyCollection())).thenReturn(Map.of(HANDLER.id(), HANDLER));
        when(directory.holders(POST)).thenReturn(List.of(SUPERVISOR));
        try (HikariDataSource source = database.migrated()) {
            JdbcClient jdbc = JdbcClient.create(source);
            item(jdbc, 1, PROBLEM.measure(1), "落实整改措施", HANDLER.id(), "2026-12-24", "OPEN");
            item(jdbc, 2, PROBLEM.measure(2), "验收整改措施", null, "2026-12-01", "OPEN");
            item(jdbc, 3, PROBLEM.measure(3), "签收整改措施", HANDLER.id(), "2026-11-01", "DONE");
            item(jdbc, 4, new CaseNumber("XH2025-P03"), "编制整改方案", HANDLER.id(), "2026-11-01", "OPEN");
            claimable(jdbc, POST, 2, "CLAIM");
            claimable(jdbc, 99, 2, "ESCALATED");
            assertThat(new StepsNow(jdbc, directory).of(PROBLEM))
                    .containsExactly(
                            new Step(
                                    PROBLEM.measure(2),
                                    new ModelText("k", "验收整改措施"),
                                    List.of(SUPERVISOR.name()),
                                    false,
                                    LocalDate.of(2026, 12, 1)),
                            new Step(
                                    PROBLEM.measure(1),
                                    new ModelText("k", "落实整改措施"),
                                    List.of(HANDLER.name()),
                                    true,
                                    LocalDate.of(2026, 12, 24)));
        }
    }

    @EveryDatabase
    void a_case_without_open_steps_has_nobody(TestDatabase database) {
        Directory directory = mock(Directory.class);
        try (HikariDataSource source = database.migrated()) {
            assertThat(new StepsNow(JdbcClient.create(source), directory).of(PROBLEM))
                    .isEmpty();
        }
    }

    private static void item(
            JdbcClient jdbc,
            long id,
            CaseNumber number,
            String step,
            @Nullable Long assignee,
            String due,
            String state) {
        jdbc.sql(
                        "insert into work_item (id, case_number, problem_number, step_key, step_name, title, assignee, due,"
                                + " level, state, created_at) values (?, ?, ?, 'k', ?, 't', ?, ?, 'NORMAL', ?, current_timestamp)")
                .params(id, number.value(), number.problem().value(), step, assignee, LocalDate.parse(due), state)
                .update();
    }

    private static void claimable(JdbcClient jdbc, long principal, long item, String kind) {
        jdbc.sql("insert into work_inbox (principal, kind, due, item_id) values (?, ?, ?, ?)")
                .params(principal, kind, LocalDate.of(2026, 12, 1), item)
                .update();
    }
}
