package org.bihuan.rectification;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A problem of the ledger with everything that a list or an official table tells of it (domain.md section 3).
 *
 * @param supporting supporting units of the problem, by id
 * @param verified the verification of its present request for close-out, or null where there is none
 * @param approved the approval of it, or null where there is none
 * @param measures those that were asked for, in their order
 */
public record LedgerEntry(
        AspectView aspect,
        ProblemView problem,
        Set<Long> supporting,
        @Nullable Sign verified,
        @Nullable Sign approved,
        List<LedgerEntry.Measure> measures) {

    public LedgerEntry {
        supporting = Set.copyOf(supporting);
        measures = List.copyOf(measures);
    }

    /**
     * A measure of the problem.
     *
     * @param supporting supporting units of the measure, by id
     * @param accepted the acceptance of its present attempt, or null where there is none
     * @param evidence names of the files that stand for it, the oldest first
     */
    public record Measure(
            MeasureView view,
            Set<Long> supporting,
            @Nullable Sign accepted,
            List<String> evidence) {

        public Measure {
            supporting = Set.copyOf(supporting);
            evidence = List.copyOf(evidence);
        }
    }

    /** Who said yes, for which absent person where a substitute did, when, and in which words, which may be none. */
    public record Sign(String by, @Nullable String onBehalfOf, Instant at, String opinion) {}
}
