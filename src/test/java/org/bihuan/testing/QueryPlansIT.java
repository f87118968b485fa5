package org.bihuan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The detector detects: each kind of fault is found, and good plans pass. */
class QueryPlansIT {

    private static final QueryPlans PLANS = new QueryPlans();

    private static HikariDataSource source;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void fill() {
        source = TestDatabase.MYSQL.fresh();
        jdbc = new JdbcTemplate(PLANS.wrap(source));
        jdbc.execute("create table line (id bigint primary key, owner int not null, due int not null,"
                + " text varchar(20), key by_owner (owner, due))");
        jdbc.update("insert into line values (1, 1, 1, 'a')");
        for (int size = 1; size < 4096; size *= 2) {
            jdbc.update("insert into line select id + ?, mod(id + ?, 3), mod(id * 31, 97), 'b' from line", size, size);
        }
        jdbc.execute("analyze table line");
    }

    @AfterAll
    static void close() {
        source.close();
    }

    private static List<String> faults(String sql, Object... values) {
        List<QueryPlan> plans = PLANS.of(() -> jdbc.query(sql, rs -> {}, values));
        assertThat(plans).hasSize(1);
        return plans.get(0).faults(500, Set.of());
    }

    @Test
    void a_full_scan_is_found() {
        assertThat(faults("select * from line where text = ?", "a")).anyMatch(fault -> fault.contains("as a whole"));
    }

    @Test
    void a_whole_index_is_found() {
        assertThat(faults("select owner, due from line where mod(due, 7) = ?", 5))
                .isNotEmpty();
    }

    @Test
    void a_sort_of_many_rows_is_found() {
        assertThat(faults("select * from line where owner = ? order by text limit 10", 1))
                .anyMatch(fault -> fault.contains("sorted"));
    }

    @Test
    void a_sort_below_a_union_is_found() {
        assertThat(faults(
                        "select count(*) from ((select id from line where owner = ? order by text limit 5)"
                                + " union all (select id from line where owner = 2 order by due limit 5)) u",
                        1))
                .anyMatch(fault -> fault.contains("sorted"));
    }

    @Test
    void pages_by_index_pass() {
        assertThat(faults("select * from line where owner = ? order by due, id limit 10", 1))
                .isEmpty();
        assertThat(faults("select * from line where id = ?", 77)).isEmpty();
        assertThat(faults("select * from line order by id desc limit 10")).isEmpty();
    }

    @Test
    void a_change_that_looks_at_every_row_is_found() {
        List<QueryPlan> plans = PLANS.of(() -> {
            jdbc.update("update line set text = 'c' where text = ?", "a");
            jdbc.update("delete from line where id = ?", 1);
        });
        assertThat(plans)
                .filteredOn(plan -> !plan.faults(500, Set.of()).isEmpty())
                .extracting(QueryPlan::sql)
                .containsExactly("update line set text = 'c' where text = ?");
    }
}
