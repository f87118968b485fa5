package org.bihuan.rectification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.bihuan.identity.Actor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.PersonRef;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person answers for in cases that are not closed yet, and its passing to a successor when a system
 * administrator disables them. An accepted measure is part of it as long as its problem is open: sent back
 * from close-out, it would come before whoever is named there.
 */
@Service
@Transactional
public class Succession {

    private static final String FIELD = "successor";

    /** As many numbers as a refusal names before it breaks off. */
    private static final int NAMED = 5;

    private static final String OPEN_PROBLEM = " p.state not in ('CLOSED', 'ARCHIVED')";
    private static final String PROBLEMS =
            "select p.case_number from rect_problem p where p.person_responsible = :person"
                    + " and" + OPEN_PROBLEM
                    + " union select p.case_number from rect_problem p where p.lead_official = :person and"
                    + OPEN_PROBLEM;
    private static final String MEASURES = " from rect_measure m join rect_problem p on p.id = m.problem_id"
            + " where m.person_responsible = :person and" + OPEN_PROBLEM;

    private final StepFinder steps;
    private final ProcessPort process;
    private final Aggregates aggregates;
    private final EarlierRows earlier;
    private final ResponsibilityRules rules;
    private final ClaimRules claims;
    private final Directory directory;
    private final Recorder recorder;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    Succession(
            StepFinder steps,
            ProcessPort process,
            Aggregates aggregates,
            EarlierRows earlier,
            ResponsibilityRules rules,
            ClaimRules claims,
            Directory directory,
            Recorder recorder,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.steps = steps;
        this.process = process;
        this.aggregates = aggregates;
        this.earlier = earlier;
        this.rules = rules;
        this.claims = claims;
        this.directory = directory;
        this.recorder = recorder;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** How many open problems a person leads or is responsible for. */
    @Transactional(readOnly = true)
    public int problemsOf(long person) {
        return count("select count(*) from (" + PROBLEMS + ") led", person);
    }

    /** How many measures of open problems a person is responsible for. */
    @Transactional(readOnly = true)
    public int measuresOf(long person) {
        return count("select count(*)" + MEASURES, person);
    }

    private int count(String sql, long person) {
        return jdbc.sql(sql).param("person", person).query(Integer.class).single();
    }

    /**
     * Names the successor wherever a person who leaves answers for an open case, whatever its state.
     *
     * @throws RuleViolation for everything that keeps the successor from being named, with the cases
     */
    public void takeOver(long from, long to, Actor by) {
        requireSystemAdmin(by);
        PersonRef successor = directory.person(to);
        Map<String, String> names = Map.of("from", directory.person(from).name(), "to", successor.name());
        Map<Problem, List<Measure>> open = aggregates.withMeasures(numbers(from));
        Map<List<Object>, Refused> refused = new LinkedHashMap<>();
        open.forEach((problem, measures) -> {
            Responsibility after = replaced(problem, from, to);
            check(refused, problem.caseNumber(), () -> requireProblem(problem, measures, after, from, successor));
            of(from, measures)
                    .forEach(measure -> check(
                            refused, measure.caseNumber(), () -> requireMeasure(measure, to, after.leadOfficial())));
        });
        if (!refused.isEmpty()) {
            throw RuleViolation.together(
                    refused.values().stream().map(Refused::said).toList());
        }
        open.forEach((problem, measures) -> {
            of(from, measures).forEach(measure -> {
                measure.assign(measure.responsibleUnit(), to);
                taken(by, measure.caseNumber(), "measure.takenOver", names);
            });
            Responsibility after = replaced(problem, from, to);
            if (!after.equals(problem.responsibility(Set.of()))) {
                problem.name(after);
                taken(by, problem.caseNumber(), "problem.takenOver", names);
            }
        });
    }

    private List<CaseNumber> numbers(long person) {
        return jdbc
                .sql(PROBLEMS + " union select p.case_number" + MEASURES)
                .param("person", person)
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }

    private static List<Measure> of(long person, List<Measure> measures) {
        return measures.stream()
                .filter(measure -> Objects.equals(measure.personResponsible(), person))
                .toList();
    }

    private static Responsibility replaced(Problem problem, long from, long to) {
        Responsibility now = problem.responsibility(Set.of());
        return new Responsibility(
                replaced(now.leadOfficial(), from, to),
                now.leadUnit(),
                now.responsibleUnit(),
                replaced(now.personResponsible(), from, to),
                Set.of());
    }

    private static @Nullable Long replaced(@Nullable Long person, long from, long to) {
        return person != null && person == from ? Long.valueOf(to) : person;
    }

    private void requireProblem(
            Problem problem, List<Measure> measures, Responsibility after, long from, PersonRef successor) {
        Earlier before = earlier.of(problem, measures);
        List<MeasureResponsibility> then = measures.stream()
                .map(measure -> new MeasureResponsibility(
                        measure.caseNumber(),
                        measure.responsibleUnit(),
                        replaced(measure.personResponsible(), from, successor.id()),
                        Set.of()))
                .toList();
        if (after.equals(problem.responsibility(Set.of()))) {
            rules.requireJudges(after, then, before);
            return;
        }
        rules.require(after, then, before);
        if (!Objects.equals(after.leadOfficial(), problem.leadOfficial())) {
            measures.forEach(measure -> ResponsibilityBook.requireNotLed(measure, after));
            problem.requireMayLead(new Hands(successor.id(), successor.name(), null, null, Set.of()));
        }
    }

    private void requireMeasure(Measure measure, long to, @Nullable Long lead) {
        if (lead != null && lead == to) {
            // Its number stands before the sentence, so that one sentence serves all.
            throw RuleViolation.at(FIELD, "findings.assign.leadIsDoer");
        }
        if (measure.responsibleUnit() != null) {
            rules.requireBesideMeasure(
                    new MeasureResponsibility(measure.caseNumber(), measure.responsibleUnit(), to, Set.of()), lead);
        }
    }

    /** One refusal, and the cases of which it is said. */
    private record Refused(RuleViolation refusal, List<CaseNumber> numbers) {

        RuleViolation said() {
            List<String> cases = new ArrayList<>(
                    numbers.stream().limit(NAMED).map(CaseNumber::value).toList());
            if (numbers.size() > NAMED) {
                cases.set(NAMED - 1, cases.get(NAMED - 1) + "…");
            }
            return RuleViolation.at(FIELD, refusal.key(), refusal.args()).about(cases);
        }
    }

    private static void check(Map<List<Object>, Refused> refused, CaseNumber number, Runnable rule) {
        try {
            rule.run();
        } catch (RuleViolation refusal) {
            refusal.all().forEach(one -> refused.computeIfAbsent(
                            List.of(one.key(), List.of(one.args())), key -> new Refused(one, new ArrayList<>()))
                    .numbers()
                    .add(number));
        }
    }

    private void taken(Actor by, CaseNumber number, String action, Map<String, String> names) {
        recorder.by(by, number.value(), action, names);
        events.publishEvent(new CaseEvents.TakenOver(number));
    }

    /**
     * Hands an open step over. One that was claimed out of a post goes to the successor only where they hold
     * such a post as well and may do it; else it stands before the post again.
     */
    public void handOver(long workItem, long from, long to, Actor by) {
        requireSystemAdmin(by);
        OpenStep step = steps.require(workItem, by);
        boolean mayTake = step.candidates().isEmpty() || (holdsOneOf(step.candidates(), to) && !barred(step, to));
        process.assign(step, mayTake ? to : null);
        String fromName = directory.person(from).name();
        String number = step.caseNumber().value();
        if (mayTake) {
            recorder.by(
                    by,
                    number,
                    "task.handedOver",
                    Map.of("from", fromName, "to", directory.person(to).name()));
        } else {
            recorder.by(by, number, "task.unclaimed", Map.of("from", fromName));
        }
    }

    private boolean holdsOneOf(Set<Long> posts, long person) {
        return posts.stream()
                .flatMap(post -> directory.holders(post).stream())
                .anyMatch(holder -> holder.id() == person);
    }

    private boolean barred(OpenStep step, long person) {
        Set<Long> barred = claims.barred(step.caseNumber(), step.formKey());
        return barred.contains(person) || directory.unitsOf(person).stream().anyMatch(barred::contains);
    }

    private static void requireSystemAdmin(Actor by) {
        if (!by.has(Duty.SYSTEM_ADMIN)) {
            throw new Forbidden("rectification.duty.handOver");
        }
    }
}
