package org.bihuan.rectification.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bihuan.rectification.AspectView;
import org.bihuan.rectification.LedgerRow;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger's tree: an aspect, a problem or a measure.
 *
 * @param row the problem or measure, or null for an aspect
 */
record LedgerNode(String key, String title, @Nullable LedgerRow row, List<LedgerNode> children) {

    LedgerNode {
        children = List.copyOf(children);
    }

    /** The rows that the filter keeps, as aspects with problems with measures; empty aspects are left out. */
    static List<LedgerNode> tree(List<AspectView> aspects, List<LedgerRow> rows, LedgerFilter filter) {
        Map<Long, List<LedgerNode>> byAspect = new LinkedHashMap<>();
        for (int at = 0; at < rows.size(); ) {
            LedgerRow problem = rows.get(at);
            int end = at + 1;
            while (end < rows.size() && rows.get(end).measure()) {
                end++;
            }
            List<LedgerRow> kept = filter.measures(problem, rows.subList(at + 1, end));
            if (filter.keeps(problem, problem) || !kept.isEmpty()) {
                byAspect.computeIfAbsent(problem.aspectId(), id -> new ArrayList<>())
                        .add(node(
                                problem,
                                kept.stream().map(m -> node(m, List.of())).toList()));
            }
            at = end;
        }
        return aspects.stream()
                .filter(aspect -> byAspect.containsKey(aspect.id()))
                .map(aspect -> new LedgerNode(
                        "aspect-" + aspect.id(), aspect.title(), null, byAspect.getOrDefault(aspect.id(), List.of())))
                .toList();
    }

    private static LedgerNode node(LedgerRow row, List<LedgerNode> children) {
        return new LedgerNode(row.caseNumber(), row.title(), row, children);
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
