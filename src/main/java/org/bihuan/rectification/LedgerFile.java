package org.bihuan.rectification;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.bihuan.audit.AuditTrail;
import org.bihuan.evidence.Evidence;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger in full, for lists and official tables. */
@Service
@Transactional(readOnly = true)
public class LedgerFile {

    private final Ledger ledger;
    private final RoundRepository rounds;
    private final Aggregates aggregates;
    private final LedgerLines lines;
    private final Evidence evidence;
    private final AuditTrail trail;

    LedgerFile(
            Ledger ledger,
            RoundRepository rounds,
            Aggregates aggregates,
            LedgerLines lines,
            Evidence evidence,
            AuditTrail trail) {
        this.ledger = ledger;
        this.rounds = rounds;
        this.aggregates = aggregates;
        this.lines = lines;
        this.evidence = evidence;
        this.trail = trail;
    }

    /** What stands beside the cases of a round, each read at once. */
    private record Beside(
            Map<Long, AspectView> aspects,
            LedgerSigns signs,
            Map<CaseNumber, Set<Long>> supporting,
            Map<String, List<String>> files) {}

    /**
     * Problems of a round with those of their measures that are asked for, in the order of the ledger; what
     * the caller may not read, or is of another round, is left out. As many statements for two as for two hundred.
     *
     * @param cases numbers of problems and of measures; a measure brings its problem along
     * @throws NotFound where there is no such round
     */
    public List<LedgerEntry> entries(String roundCode, Collection<CaseNumber> cases) {
        Set<CaseNumber> wanted = new HashSet<>(cases);
        cases.forEach(number -> wanted.add(number.problem()));
        Set<CaseNumber> readable = ledger.rows(roundCode).stream()
                .map(row -> new CaseNumber(row.caseNumber()))
                .collect(Collectors.toSet());
        wanted.retainAll(readable);
        Beside beside = new Beside(
                ledger.aspects(roundCode).stream().collect(Collectors.toMap(AspectView::id, Function.identity())),
                new LedgerSigns(trail.ofRound(roundCode, LedgerSigns.ACTIONS)),
                lines.supporting(roundCode),
                evidence.fileNames(roundCode));
        long round = rounds.findByCode(roundCode)
                .orElseThrow(() -> new NotFound(roundCode))
                .id();
        return aggregates.ofRound(round).entrySet().stream()
                .filter(one -> wanted.contains(one.getKey().caseNumber()))
                .map(one -> entry(one.getKey().view(), one.getValue(), wanted, beside))
                .toList();
    }

    private static LedgerEntry entry(
            ProblemView problem, List<Measure> measures, Set<CaseNumber> wanted, Beside beside) {
        AspectView aspect = beside.aspects.get(problem.aspectId());
        if (aspect == null) {
            throw new IllegalStateException("No aspect for " + problem.caseNumber());
        }
        return new LedgerEntry(
                aspect,
                problem,
                beside.supporting.getOrDefault(problem.caseNumber(), Set.of()),
                beside.signs.verified(problem),
                beside.signs.approved(problem),
                measures.stream()
                        .filter(measure -> wanted.contains(measure.caseNumber()))
                        .map(measure -> entry(measure.view(), beside))
                        .toList());
    }

    private static LedgerEntry.Measure entry(MeasureView measure, Beside beside) {
        return new LedgerEntry.Measure(
                measure,
                beside.supporting.getOrDefault(measure.caseNumber(), Set.of()),
                beside.signs.accepted(measure),
                beside.files.getOrDefault(measure.caseNumber().value(), List.of()));
    }
}
