package org.bihuan.rectification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.bihuan.identity.CurrentActor;
import org.bihuan.shared.Level;
import org.bihuan.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of a round (整改台账): problems and measures with figures over stated denominators. */
@Service
@Transactional(readOnly = true)
public class Ledger {

    private final CurrentActor currentActor;
    private final RoundRepository rounds;
    private final AspectRepository aspects;
    private final LedgerLines lines;
    private final SourceFacts facts;

    Ledger(
            CurrentActor currentActor,
            RoundRepository rounds,
            AspectRepository aspects,
            LedgerLines lines,
            SourceFacts facts) {
        this.currentActor = currentActor;
        this.rounds = rounds;
        this.aspects = aspects;
        this.lines = lines;
        this.facts = facts;
    }

    /** All rounds, newest feedback first. */
    public List<RoundView> rounds() {
        currentActor.require();
        return rounds.findAll().stream()
                .map(Round::view)
                .sorted(Comparator.comparing(RoundView::feedbackDate).reversed())
                .toList();
    }

    /** The aspects of a round in their order. */
    public List<AspectView> aspects(String roundCode) {
        return aspects.findByRoundIdOrderByOrdinal(round(roundCode).id()).stream()
                .map(aspect -> new AspectView(aspect.id(), aspect.ordinal(), aspect.title()))
                .toList();
    }

    /** What the imported document counts and names for the round as a whole: how the work was organised. */
    public CaseSource source(String roundCode) {
        return facts.ofRound(round(roundCode).id());
    }

    /**
     * Every problem that the caller may read, each followed by its measures; two statements, however
     * many there are.
     */
    public List<LedgerRow> rows(String roundCode) {
        ReadingRights rights = ReadingRights.of(currentActor.require());
        long round = round(roundCode).id();
        Map<Long, List<LedgerLines.Line>> byProblem =
                lines.measures(round, rights).stream().collect(Collectors.groupingBy(LedgerLines.Line::problem));
        List<LedgerRow> rows = new ArrayList<>();
        for (LedgerLines.Line problem : lines.problems(round, rights)) {
            List<LedgerLines.Line> own = byProblem.getOrDefault(problem.problem(), List.of());
            rows.add(problem.row(own));
            own.forEach(measure -> rows.add(measure.row(List.of())));
        }
        return rows;
    }

    /** The figures over exactly the given rows. */
    public LedgerFigures figures(List<LedgerRow> rows) {
        List<LedgerRow> ps = rows.stream().filter(row -> !row.measure()).toList();
        List<LedgerRow> ms = rows.stream().filter(LedgerRow::measure).toList();
        return new LedgerFigures(
                ps.size(),
                count(ps, row -> ProblemState.valueOf(row.state()).closed()),
                count(ps, row -> ProblemState.valueOf(row.state()) != ProblemState.IMPORTED),
                ms.size(),
                count(ms, row -> row.state().equals(MeasureState.ACCEPTED.name())),
                count(ms, row -> row.level() == Level.WARNING || row.level() == Level.NOTICE),
                count(ms, row -> row.level().compareTo(Level.OVERDUE) >= 0),
                count(ms, row -> row.attempt() > 1));
    }

    private static int count(List<LedgerRow> rows, java.util.function.Predicate<LedgerRow> which) {
        return (int) rows.stream().filter(which).count();
    }

    private Round round(String code) {
        currentActor.require();
        return rounds.findByCode(code).orElseThrow(() -> new NotFound(code));
    }
}
