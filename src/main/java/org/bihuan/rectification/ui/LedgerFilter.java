package org.bihuan.rectification.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.ProblemState;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger shows; null or blank lets everything through.
 *
 * @param state state of the problem; its measures follow it
 * @param level the level of the row
 * @param text part of number, title or the unit's name
 * @param unitNames names of units by id
 */
record LedgerFilter(
        @Nullable Long aspect,
        @Nullable Long unit,
        @Nullable ProblemState state,
        @Nullable Level level,
        String text,
        Function<@Nullable Long, String> unitNames) {

    boolean isEmpty() {
        return aspect == null && unit == null && state == null && level == null && text.isBlank();
    }

    /** Whether the row itself, of this problem, passes. */
    boolean keeps(LedgerRow problem, LedgerRow row) {
        return (aspect == null || aspect == row.aspectId())
                && (unit == null || unit.equals(row.responsibleUnit()))
                && (state == null || state.name().equals(problem.state()))
                && (level == null || level == row.level())
                && hasText(row);
    }

    /** The measures to show under a problem: those that pass, or all where only the problem does. */
    List<LedgerRow> measures(LedgerRow problem, List<LedgerRow> measures) {
        List<LedgerRow> passing =
                measures.stream().filter(row -> keeps(problem, row)).toList();
        return passing.isEmpty() && keeps(problem, problem) ? measures : passing;
    }

    private boolean hasText(LedgerRow row) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || row.caseNumber().toLowerCase(Locale.ROOT).contains(wanted)
                || row.title().toLowerCase(Locale.ROOT).contains(wanted)
                || unitNames
                        .apply(row.responsibleUnit())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }
}
