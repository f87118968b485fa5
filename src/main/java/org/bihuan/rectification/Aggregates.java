package org.bihuan.rectification;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.NotFound;
import org.hibernate.Session;
import org.springframework.stereotype.Component;

/** Finds the aggregates by case number; the natural id answers from the session when they are loaded already. */
@Component
class Aggregates {

    private final EntityManager entities;
    private final ProblemRepository problems;
    private final MeasureRepository measures;

    Aggregates(EntityManager entities, ProblemRepository problems, MeasureRepository measures) {
        this.problems = problems;
        this.entities = entities;
        this.measures = measures;
    }

    /** Loads a measure together with its problem: every step of a measure needs both. */
    void load(CaseNumber number) {
        if (number.isMeasure()) {
            entities.createQuery(
                            "select m, p from Measure m, Problem p where m.caseNumber = :number and p.id = m.problemId",
                            Object[].class)
                    .setParameter("number", number.value())
                    .getResultList();
        }
    }

    Problem problem(CaseNumber number) {
        return findProblem(number.problem()).orElseThrow(() -> new NotFound(number.value()));
    }

    Measure measure(CaseNumber number) {
        return session()
                .bySimpleNaturalId(Measure.class)
                .loadOptional(number.value())
                .orElseThrow(() -> new NotFound(number.value()));
    }

    Optional<Problem> findProblem(CaseNumber number) {
        return session().bySimpleNaturalId(Problem.class).loadOptional(number.value());
    }

    Optional<Measure> findMeasure(CaseNumber number) {
        return session().bySimpleNaturalId(Measure.class).loadOptional(number.value());
    }

    Round round(long id) {
        Round round = entities.find(Round.class, id);
        if (round == null) {
            throw new NotFound("round " + id);
        }
        return round;
    }

    List<Measure> measuresOf(Problem problem) {
        return problem.measures(() -> measures.findByProblemIdOrderByOrdinal(problem.id()));
    }

    /** Problems with their measures, read by two statements however many; unknown numbers are left out. */
    Map<Problem, List<Measure>> withMeasures(Collection<CaseNumber> numbers) {
        List<Problem> found = session()
                .byMultipleNaturalId(Problem.class)
                .enableOrderedReturn(false)
                .multiLoad(numbers.stream().map(CaseNumber::value).toList());
        Map<Long, List<Measure>> byProblem =
                measures
                        .findByProblemIdInOrderByOrdinal(
                                found.stream().map(Problem::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(Measure::problemId));
        Map<Problem, List<Measure>> all = new LinkedHashMap<>();
        found.forEach(problem -> all.put(problem, byProblem.getOrDefault(problem.id(), List.of())));
        return all;
    }

    /** Everything of a round in its order, read by two statements; sorted here, so that the database sorts nothing. */
    Map<Problem, List<Measure>> ofRound(long round) {
        Map<Long, List<Measure>> byProblem = measures.findByRoundId(round).stream()
                .sorted(Comparator.comparing(measure -> measure.view().ordinal()))
                .collect(Collectors.groupingBy(Measure::problemId));
        Map<Problem, List<Measure>> all = new LinkedHashMap<>();
        problems.findByRoundId(round).stream()
                .sorted(Comparator.comparing(problem -> problem.view().ordinal()))
                .forEach(problem -> all.put(problem, byProblem.getOrDefault(problem.id(), List.of())));
        return all;
    }

    void save(Object entity) {
        entities.persist(entity);
    }

    /** Saves a measure that joins a problem. */
    void add(Problem problem, Measure measure) {
        save(measure);
        problem.joined();
    }

    /** Writes what has changed, so that the loser of a race is told before anything else is written. */
    void flush() {
        problems.flush();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
