package org.bihuan.rectification.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.rectification.ui.CaseSamples.ASPECTS;
import static org.bihuan.rectification.ui.CaseSamples.measureRow;
import static org.bihuan.rectification.ui.CaseSamples.problemRow;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.vaadin.flow.router.QueryParameters;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.ProblemState;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ledger's tree and what its filters let through. */
class LedgerNodeTest {

    private static final Function<@Nullable Long, String> UNITS = id -> id != null && id == 10 ? "党建办" : "平安办";

    private static final List<LedgerRow> ROWS = List.of(
            problemRow("XH2025-P01", 10, Level.OVERDUE),
            measureRow("XH2025-P01-M01", 10, Level.OVERDUE, MeasureState.IN_PROGRESS),
            measureRow("XH2025-P01-M02", 11, Level.WARNING, MeasureState.IN_PROGRESS),
            measureRow("XH2025-P01-M03", 10, Level.OVERDUE, MeasureState.ACCEPTED),
            problemRow("XH2025-P02", 11, Level.NORMAL),
            measureRow("XH2025-P02-M01", 11, Level.NORMAL, MeasureState.IN_PROGRESS));

    @Test
    void a_problem_says_which_of_its_measures_are_late_and_keeps_its_own_level_apart() {
        LedgerNode problem = tree(LedgerFilter.NONE).get(0).children().get(0);
        assertThat(problem.own()).isEqualTo(Level.NORMAL);
        assertThat(problem.late()).isEqualTo(1);
        assertThat(problem.soon()).isEqualTo(1);
        assertThat(problem.children()).hasSize(3);
    }

    @Test
    void a_problem_that_is_late_itself_says_so() {
        List<LedgerRow> rows = List.of(
                problemRow("XH2025-P01", 10, Level.OVERDUE),
                measureRow("XH2025-P01-M01", 10, Level.WARNING, MeasureState.IN_PROGRESS));
        LedgerNode problem = LedgerNode.tree(ASPECTS, rows, LedgerFilter.NONE, UNITS)
                .get(0)
                .children()
                .get(0);
        assertThat(problem.own()).isEqualTo(Level.OVERDUE);
        assertThat(problem.late()).isZero();
    }

    @Test
    void late_measures_are_counted_even_where_the_filter_hides_them() {
        LedgerFilter soon = new LedgerFilter(null, null, null, Level.WARNING, "");
        LedgerNode problem = tree(soon).get(0).children().get(0);
        assertThat(problem.children()).extracting(LedgerNode::key).containsExactly("XH2025-P01-M02");
        assertThat(problem.late()).isEqualTo(1);
    }

    @Test
    void the_text_is_looked_for_in_numbers_titles_and_units() {
        assertThat(keys(new LedgerFilter(null, null, null, null, "p02")))
                .containsExactly("XH2025-P02", "XH2025-P02-M01");
        assertThat(keys(new LedgerFilter(null, null, null, null, " 党建 ")))
                .containsExactly("XH2025-P01", "XH2025-P01-M01", "XH2025-P01-M03");
        assertThat(keys(new LedgerFilter(null, null, null, null, "没有这样的字"))).isEmpty();
    }

    @Test
    void unit_and_state_narrow_the_rows() {
        assertThat(keys(new LedgerFilter(null, 11L, null, null, "")))
                .containsExactly("XH2025-P01", "XH2025-P01-M02", "XH2025-P02", "XH2025-P02-M01");
        assertThat(keys(new LedgerFilter(null, null, ProblemState.CLOSED, null, "")))
                .isEmpty();
        assertThat(keys(new LedgerFilter(2L, null, null, null, ""))).isEmpty();
    }

    @Test
    void the_address_keeps_the_filter() {
        LedgerFilter filter = new LedgerFilter(1L, 10L, ProblemState.RECTIFYING, Level.OVERDUE, "提升");
        assertThat(LedgerFilter.of(filter.inAddress())).isEqualTo(filter);
        assertThat(LedgerFilter.of(QueryParameters.empty())).isEqualTo(LedgerFilter.NONE);
        assertThat(LedgerFilter.NONE.inAddress().getParameters()).isEmpty();
        assertThat(filter.conditions()).isEqualTo(4);
    }

    @Test
    void what_an_address_names_wrongly_counts_as_not_set() {
        QueryParameters wrong =
                QueryParameters.simple(Map.of("aspect", "x", "unit", "9".repeat(30), "state", "NO", "level", "1"));
        assertThat(LedgerFilter.of(wrong)).isEqualTo(LedgerFilter.NONE);
    }

    private static List<LedgerNode> tree(LedgerFilter filter) {
        return LedgerNode.tree(ASPECTS, ROWS, filter, UNITS);
    }

    private static List<String> keys(LedgerFilter filter) {
        return LedgerNode.rows(tree(filter)).stream().map(LedgerRow::caseNumber).toList();
    }
}
