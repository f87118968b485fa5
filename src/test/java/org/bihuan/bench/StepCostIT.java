package org.bihuan.bench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.bihuan.shared.CaseNumber;
import org.bihuan.testing.StatementCounter;
import org.junit.jupiter.api.Test;

/** What a completed step costs beside the bare engine: statements and commits, which do not drift. */
class StepCostIT {

    private static final int MEASURES = 2;

    /** What the guard, the read model, the trail and the outbox may cost in addition. */
    private static final int MORE = 12;

    /** The same for each further case that the step starts: its trail and its line in the list. */
    private static final int MORE_PER_STARTED = 4;

    private record Cost(List<String> sql, int commits) {

        int statements() {
            return sql.size();
        }
    }

    @Test
    void a_completed_step_is_one_commit_and_at_most_twelve_statements_more_than_the_bare_engine() {
        StatementCounter ours = new StatementCounter();
        StatementCounter bare = new StatementCounter();
        Map<Step, Cost> product;
        Map<Step, Cost> engine;
        try (ProductSide side = new ProductSide(ours::wrap)) {
            product = costs(side, ours);
        }
        try (BareSide side = BareSide.tuned(bare::wrap)) {
            engine = costs(side, bare);
        }
        List<String> faults = new ArrayList<>();
        StringBuilder table = new StringBuilder();
        for (Step step : Step.values()) {
            Cost cost = requireNonNull(product.get(step));
            Cost limit = requireNonNull(engine.get(step));
            table.append("%-16s %3d statements, engine %3d, %+d%n"
                    .formatted(step, cost.statements(), limit.statements(), cost.statements() - limit.statements()));
            int more = MORE + (step == Step.REVIEW_PLAN ? MEASURES * MORE_PER_STARTED : 0);
            if (cost.statements() > limit.statements() + more || cost.commits() != 1) {
                faults.add("%s: %d commits, %d statements:%n%s%nengine:%n%s"
                        .formatted(
                                step,
                                cost.commits(),
                                cost.statements(),
                                String.join("\n", cost.sql()),
                                String.join("\n", limit.sql())));
            }
        }
        assertThat(faults).as(table.toString()).isEmpty();
        assertThat(product.values())
                .flatExtracting(Cost::sql)
                .noneMatch(sql -> sql.contains("PARENT_TASK_ID_ = ?"))
                .noneMatch(sql ->
                        sql.contains("ACT_RU_VARIABLE RES") && sql.strip().endsWith(" TASK_ID_ = ?"));
    }

    /** The second of two cases: the first fills what each side remembers. */
    private static Map<Step, Cost> costs(Side side, StatementCounter counter) {
        List<CaseNumber> problems = side.prepare(2, MEASURES);
        new CaseRun(side, problems.get(0), MEASURES).all();
        Map<Step, Cost> costs = new EnumMap<>(Step.class);
        CaseRun second = new CaseRun(side, problems.get(1), MEASURES);
        second.start();
        for (Step step : Step.values()) {
            second.each(step, number -> {
                String task = second.claimed(step, number);
                side.as(step.who(), () -> {
                    counter.reset();
                    side.complete(step, number, task);
                    costs.putIfAbsent(step, new Cost(counter.sql(), counter.commits()));
                });
            });
        }
        return costs;
    }
}
