package org.bihuan.reporting;

import java.util.ArrayList;
import java.util.List;

import org.bihuan.rectification.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table: a measure with its problem, or a problem alone.
 *
 * @param number of the problem in this table, from 1
 */
record LedgerLine(int number, LedgerEntry entry, LedgerEntry.@Nullable Measure measure) {

    /** A line for every measure, and one for a problem without any. */
    static List<LedgerLine> ofMeasures(List<LedgerEntry> entries) {
        List<LedgerLine> lines = new ArrayList<>();
        int number = 0;
        for (LedgerEntry entry : entries) {
            number++;
            if (entry.measures().isEmpty()) {
                lines.add(new LedgerLine(number, entry, null));
            }
            for (LedgerEntry.Measure measure : entry.measures()) {
                lines.add(new LedgerLine(number, entry, measure));
            }
        }
        return lines;
    }

    /** A line for every problem. */
    static List<LedgerLine> ofProblems(List<LedgerEntry> entries) {
        List<LedgerLine> lines = new ArrayList<>();
        entries.forEach(entry -> lines.add(new LedgerLine(lines.size() + 1, entry, null)));
        return lines;
    }

    /** What cells of the group have in common with those above and below them; null for cells of their own. */
    @Nullable
    Object group(LedgerColumn.Group group) {
        return switch (group) {
            case ASPECT -> entry.aspect().id();
            case PROBLEM -> entry.problem().caseNumber();
            case LINE -> null;
        };
    }
}
