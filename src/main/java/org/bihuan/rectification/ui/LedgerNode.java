package org.bihuan.rectification.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.bihuan.rectification.AspectView;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.ProblemState;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger's tree: an aspect, a problem or a measure.
 *
 * @param row the problem or measure, or null for an aspect
 * @param own the level of the row's own date
 * @param late open measures below a problem that are late, whether they are shown or not
 * @param soon open measures below a problem that are due soon
 */
record LedgerNode(
        String key, String title, @Nullable LedgerRow row, Level own, int late, int soon, List<LedgerNode> children) {

    LedgerNode {
        children = List.copyOf(children);
    }

    /** The rows that the filter keeps, as aspects with problems with measures; empty aspects are left out. */
    static List<LedgerNode> tree(
            List<AspectView> aspects,
            List<LedgerRow> rows,
            LedgerFilter filter,
            Function<@Nullable Long, String> unitNames) {
        Map<Long, List<LedgerNode>> byAspect = new LinkedHashMap<>();
        for (int at = 0; at < rows.size(); ) {
            LedgerRow problem = rows.get(at);
            int end = at + 1;
            while (end < rows.size() && rows.get(end).measure()) {
                end++;
            }
            List<LedgerRow> measures = rows.subList(at + 1, end);
            List<LedgerRow> kept = filter.measures(problem, measures, unitNames);
            if (filter.keeps(problem, problem, unitNames) || !kept.isEmpty()) {
                byAspect.computeIfAbsent(problem.aspectId(), id -> new ArrayList<>())
                        .add(problem(problem, measures, kept));
            }
            at = end;
        }
        return aspects.stream()
                .filter(aspect -> byAspect.containsKey(aspect.id()))
                .map(aspect -> new LedgerNode(
                        "aspect-" + aspect.id(),
                        aspect.title(),
                        null,
                        Level.NORMAL,
                        0,
                        0,
                        byAspect.getOrDefault(aspect.id(), List.of())))
                .toList();
    }

    /** The rows with the level they are shown with, a problem's being the worst of its own and its open measures'. */
    static List<LedgerRow> worst(List<LedgerRow> stored, Function<LedgerRow, Level> level) {
        List<LedgerRow> rows = new ArrayList<>(
                stored.stream().map(row -> row.withLevel(level.apply(row))).toList());
        int problem = 0;
        for (int at = 0; at < rows.size(); at++) {
            LedgerRow row = rows.get(at);
            if (!row.measure()) {
                problem = at;
            } else if (open(row)
                    && open(rows.get(problem))
                    && row.level().compareTo(rows.get(problem).level()) > 0) {
                rows.set(problem, rows.get(problem).withLevel(row.level()));
            }
        }
        return rows;
    }

    private static LedgerNode problem(LedgerRow problem, List<LedgerRow> measures, List<LedgerRow> kept) {
        int late = 0;
        int soon = 0;
        Level worst = Level.NORMAL;
        for (LedgerRow measure : measures) {
            if (open(measure)) {
                late += measure.level().compareTo(Level.OVERDUE) >= 0 ? 1 : 0;
                soon += measure.level() == Level.WARNING || measure.level() == Level.NOTICE ? 1 : 0;
                worst = measure.level().compareTo(worst) > 0 ? measure.level() : worst;
            }
        }
        // A problem's row carries the worst level of all; it is the problem's own where no measure has it.
        Level own = problem.level().compareTo(worst) > 0 ? problem.level() : Level.NORMAL;
        return new LedgerNode(
                problem.caseNumber(),
                problem.title(),
                problem,
                own,
                late,
                soon,
                kept.stream().map(LedgerNode::measure).toList());
    }

    private static LedgerNode measure(LedgerRow measure) {
        return new LedgerNode(measure.caseNumber(), measure.title(), measure, measure.level(), 0, 0, List.of());
    }

    /** Whether the row still runs. */
    static boolean open(LedgerRow row) {
        return row.measure()
                ? MeasureState.valueOf(row.state()) != MeasureState.ACCEPTED
                : !ProblemState.valueOf(row.state()).closed();
    }

    /** The problems and measures of a tree, each problem followed by its measures. */
    static List<LedgerRow> rows(List<LedgerNode> tree) {
        List<LedgerRow> rows = new ArrayList<>();
        for (LedgerNode node : tree) {
            if (node.row != null) {
                rows.add(node.row);
            }
            rows.addAll(rows(node.children));
        }
        return rows;
    }
}
