package org.bihuan.rectification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.audit.AuditRecord;
import org.bihuan.rectification.LedgerEntry.Sign;
import org.jspecify.annotations.Nullable;

/** The approvals that stand, out of the trail of a round: what was asked for anew, or returned, has none any more. */
final class LedgerSigns {

    private static final String ACCEPTED = "measure.accepted";
    private static final String VERIFIED = "closure.verified";
    private static final String APPROVED = "closure.approved";

    /** What ends the approvals of a case. */
    private static final Set<String> ANEW =
            Set.of("measure.submitted", "measure.returned", "measure.started", "closure.proposed", "closure.returned");

    /** Every action that has to be read. */
    static final Set<String> ACTIONS = Stream.concat(ANEW.stream(), Stream.of(ACCEPTED, VERIFIED, APPROVED))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Map<String, Sign>> standing = new HashMap<>();

    /** @param entries those with {@link #ACTIONS}, each case's in their order */
    LedgerSigns(List<AuditRecord> entries) {
        for (AuditRecord entry : entries) {
            Map<String, Sign> signs = standing.computeIfAbsent(entry.stream(), none -> new HashMap<>());
            if (ANEW.contains(entry.action())) {
                signs.clear();
            } else {
                signs.put(
                        entry.action(),
                        new Sign(
                                entry.actorName(),
                                entry.onBehalfOf(),
                                entry.at(),
                                entry.facts().getOrDefault("opinion", "")));
            }
        }
    }

    @Nullable
    Sign accepted(MeasureView measure) {
        return measure.state() == MeasureState.ACCEPTED
                ? sign(measure.caseNumber().value(), ACCEPTED)
                : null;
    }

    @Nullable
    Sign verified(ProblemView problem) {
        return sign(problem.caseNumber().value(), VERIFIED);
    }

    @Nullable
    Sign approved(ProblemView problem) {
        return sign(problem.caseNumber().value(), APPROVED);
    }

    private @Nullable Sign sign(String number, String action) {
        return standing.getOrDefault(number, Map.of()).get(action);
    }
}
