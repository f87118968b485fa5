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
    private final ProblemRepository problems;
    private final MeasureRepository measures;
    private final CaseFile cases;

    Ledger(
            CurrentActor currentActor,
            RoundRepository rounds,
            AspectRepository aspects,
            ProblemRepository problems,
            MeasureRepository measures,
            CaseFile cases) {
        this.currentActor = currentActor;
        this.rounds = rounds;
        this.aspects = aspects;
        this.problems = problems;
        this.measures = measures;
        this.cases = cases;
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

    /** Every problem that the caller may read, each followed by its measures. */
    public List<LedgerRow> rows(String roundCode) {
        var actor = currentActor.require();
        Round round = round(roundCode);
        boolean all = CaseFile.seesAll(actor);
        Map<Long, List<Measure>> byProblem = measures.findByRoundIdOrderByCaseNumber(round.id()).stream()
                .collect(Collectors.groupingBy(Measure::problemId));
        List<LedgerRow> rows = new ArrayList<>();
        for (Problem problem : problems.findByRoundIdOrderByOrdinal(round.id())) {
            if (!all && !cases.mayRead(problem.caseNumber(), actor)) {
                continue;
            }
            List<Measure> own = byProblem.getOrDefault(problem.id(), List.of());
            rows.add(row(problem, own));
            own.forEach(measure -> rows.add(row(problem, measure)));
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

    private static LedgerRow row(Problem problem, List<Measure> own) {
        ProblemView view = problem.view();
        Level level = own.stream()
                .map(Measure::level)
                .max(Comparator.naturalOrder())
                .filter(worst -> worst.compareTo(view.level()) > 0)
                .orElse(view.level());
        return new LedgerRow(
                view.caseNumber().value(),
                false,
                view.aspectId(),
                view.title(),
                view.state().name(),
                view.state().key(),
                level,
                view.due(),
                view.originalDue(),
                view.leadOfficial(),
                view.responsibleUnit(),
                view.personResponsible(),
                own.size(),
                (int) own.stream().filter(Measure::accepted).count(),
                view.cycle());
    }

    private static LedgerRow row(Problem problem, Measure measure) {
        MeasureView view = measure.view();
        return new LedgerRow(
                view.caseNumber().value(),
                true,
                problem.aspectId(),
                view.heading(),
                view.state().name(),
                view.state().key(),
                view.level(),
                view.due(),
                view.originalDue(),
                problem.leadOfficial(),
                view.responsibleUnit(),
                view.personResponsible(),
                0,
                0,
                view.attempt());
    }

    private Round round(String code) {
        currentActor.require();
        return rounds.findByCode(code).orElseThrow(() -> new NotFound(code));
    }
}
