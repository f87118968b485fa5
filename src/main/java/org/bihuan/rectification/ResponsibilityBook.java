package org.bihuan.rectification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.audit.FactList;
import org.bihuan.identity.Actor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.PostRef;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down who answers for problems and measures: aggregate, supporting units, trail, and the open
 * steps of what is running already. What changes nothing is not written.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ResponsibilityBook {

    private final Aggregates aggregates;
    private final EarlierRows earlier;
    private final Directory directory;
    private final ResponsibilityRules rules;
    private final ProcessPort process;
    private final Recorder recorder;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    ResponsibilityBook(
            Aggregates aggregates,
            EarlierRows earlier,
            Directory directory,
            ResponsibilityRules rules,
            ProcessPort process,
            Recorder recorder,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.aggregates = aggregates;
        this.earlier = earlier;
        this.directory = directory;
        this.rules = rules;
        this.process = process;
        this.recorder = recorder;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** Who answers for a problem now. */
    Responsibility of(Problem problem) {
        return problem.responsibility(supporting(problem.caseNumber()));
    }

    /** Refuses for all that keeps {@code wanted} from being named in place of {@code before}; names nobody. */
    void require(Problem problem, Responsibility before, Responsibility wanted) {
        Responsibility to = tidied(wanted);
        if (to.equals(before)) {
            return;
        }
        problem.requireChangesHands();
        List<Measure> measures = aggregates.measuresOf(problem);
        RuleViolation.gather(
                () -> rules.require(to, afterwards(measures, before, to, Map.of()), earlier.of(problem, measures)),
                () -> measures.stream()
                        .filter(measure -> !followed(measure, before))
                        .forEach(measure -> requireNotLed(measure, to)));
    }

    /** The lead official is responsible for no measure that is still open. */
    static void requireNotLed(Measure measure, Responsibility to) {
        if (Objects.equals(measure.personResponsible(), to.leadOfficial()) && running(measure)) {
            throw RuleViolation.at("leadOfficial", "findings.assign.measureByLead", measure.caseNumber());
        }
    }

    /** Names who answers for a problem; measures that followed it go on following, others as {@code own} says. */
    void write(Actor actor, Problem problem, Responsibility wanted, List<MeasureResponsibility> own) {
        Responsibility before = of(problem);
        Responsibility to = tidied(wanted);
        List<Measure> measures = aggregates.measuresOf(problem);
        Map<CaseNumber, MeasureResponsibility> asked = asked(problem, measures, own);
        boolean changed = !to.equals(before);
        List<MeasureResponsibility> then = afterwards(measures, before, to, asked);
        RuleViolation.gather(Stream.concat(
                        Stream.of(() -> requireTogether(problem, measures, to, then, changed)),
                        measures.stream().map(measure ->
                                (Runnable) () -> requireOwn(measure, asked.get(measure.caseNumber()), to)))
                .toArray(Runnable[]::new));
        if (changed) {
            rules.hold(before.leadOfficial(), to.leadOfficial());
            rules.hold(before.personResponsible(), to.personResponsible());
            problem.assign(to);
            aggregates.flush();
            support(problem.caseNumber(), to.supportingUnits());
            recorder.by(actor, hands(actor), problem.caseNumber().value(), "problem.assigned", facts(to, before));
        }
        for (Measure measure : measures) {
            MeasureResponsibility order = asked.get(measure.caseNumber());
            if (order != null && !order.follows()) {
                writeOwn(actor, measure, order);
            } else if (order != null || followed(measure, before)) {
                follow(actor, measure, to, order != null);
            } else if (changed) {
                requireNotLed(measure, to);
            }
        }
        if (changed && problem.state() != ProblemState.IMPORTED) {
            handOn(problem.caseNumber(), to.responsibleUnit());
        }
    }

    /** It is the clerk who names people. */
    private static Hands hands(Actor actor) {
        return Hands.as(actor, Duty.CLERK);
    }

    /** All that will then be named; where nothing changes nothing is refused. */
    private void requireTogether(
            Problem problem,
            List<Measure> measures,
            Responsibility to,
            List<MeasureResponsibility> then,
            boolean changed) {
        if (changed) {
            rules.require(to, then, earlier.of(problem, measures));
        } else if (!then.equals(measures.stream().map(Measure::responsibility).toList())) {
            rules.requireJudges(to, then, earlier.of(problem, measures));
        }
    }

    /** Who will answer for each measure once {@code to} answers for the problem. */
    private static List<MeasureResponsibility> afterwards(
            List<Measure> measures,
            Responsibility before,
            Responsibility to,
            Map<CaseNumber, MeasureResponsibility> asked) {
        return measures.stream()
                .map(measure -> {
                    MeasureResponsibility order = asked.get(measure.caseNumber());
                    boolean follows = order == null ? followed(measure, before) : order.follows();
                    if (order == null && !(follows && measure.changesHands())) {
                        return measure.responsibility();
                    }
                    return new MeasureResponsibility(
                            measure.caseNumber(),
                            follows || order == null ? to.responsibleUnit() : order.unit(),
                            follows || order == null ? to.personResponsible() : order.person(),
                            Set.of());
                })
                .toList();
    }

    private static boolean running(Measure measure) {
        return !measure.accepted() && measure.personResponsible() != null;
    }

    /** Whether a measure has nobody of its own: nobody at all, or exactly whom its problem had. */
    private static boolean followed(Measure measure, Responsibility problem) {
        return measure.personResponsible() == null
                || measure.responsibleUnit() == null
                || (measure.personResponsible().equals(problem.personResponsible())
                        && measure.responsibleUnit().equals(problem.responsibleUnit()));
    }

    private void follow(Actor actor, Measure measure, Responsibility to, boolean asked) {
        if (asked) {
            support(measure.caseNumber(), Set.of());
        }
        change(actor, measure, to.responsibleUnit(), to.personResponsible(), asked);
    }

    /** Whom a measure is newly given is held to the rules, beside the measure's own field. */
    private void requireOwn(Measure measure, @Nullable MeasureResponsibility own, Responsibility problem) {
        if (own != null && !own.follows() && !sameHands(measure, own)) {
            rules.requireBesideMeasure(own, problem.leadOfficial());
        }
    }

    private static boolean sameHands(Measure measure, MeasureResponsibility own) {
        return Objects.equals(own.unit(), measure.responsibleUnit())
                && Objects.equals(own.person(), measure.personResponsible());
    }

    private void writeOwn(Actor actor, Measure measure, MeasureResponsibility own) {
        boolean same = sameHands(measure, own);
        Set<Long> helpers = new TreeSet<>(own.supportingUnits());
        helpers.remove(own.unit());
        boolean otherHelp = !helpers.equals(supporting(measure.caseNumber()));
        if (otherHelp) {
            support(measure.caseNumber(), helpers);
        }
        change(actor, measure, own.unit(), own.person(), true);
        if (!same || otherHelp) {
            Map<String, String> facts = new HashMap<>();
            putName(facts, "unit", unit(own.unit()));
            putName(facts, "person", person(own.person()));
            putName(facts, "support", units(helpers));
            recorder.by(actor, hands(actor), measure.caseNumber().value(), "measure.assigned", facts);
        }
    }

    /** Changes hands where they differ; refused, or left where nobody asked for it, while the work is judged. */
    private void change(Actor actor, Measure measure, @Nullable Long unit, @Nullable Long person, boolean asked) {
        if (Objects.equals(measure.responsibleUnit(), unit) && Objects.equals(measure.personResponsible(), person)) {
            return;
        }
        if (!measure.changesHands()) {
            if (asked) {
                throw new RuleViolation("findings.assign.measureJudged", measure.caseNumber());
            }
            return;
        }
        rules.hold(measure.personResponsible(), person);
        measure.assign(unit, person);
        if (measure.state() != MeasureState.PLANNED) {
            aggregates.flush();
            handOn(measure.caseNumber(), unit);
        }
    }

    private void handOn(CaseNumber number, @Nullable Long unit) {
        List<OpenStep> steps = process.reassign(number);
        Set<Long> head = unit == null
                ? Set.of()
                : directory.post(unit, Duty.UNIT_HEAD).map(PostRef::id).stream().collect(Collectors.toSet());
        events.publishEvent(
                new CaseEvents.HandsChanged(number, steps, unit == null ? null : directory.unit(unit), head));
    }

    private static Map<CaseNumber, MeasureResponsibility> asked(
            Problem problem, List<Measure> measures, List<MeasureResponsibility> own) {
        Map<CaseNumber, MeasureResponsibility> asked = new HashMap<>();
        own.forEach(order -> asked.put(order.measure(), order));
        Set<CaseNumber> foreign = new HashSet<>(asked.keySet());
        measures.forEach(measure -> foreign.remove(measure.caseNumber()));
        if (!foreign.isEmpty()) {
            throw new NotFound(foreign + " of " + problem.caseNumber());
        }
        return asked;
    }

    /** The responsible unit does not support itself. */
    private static Responsibility tidied(Responsibility to) {
        Set<Long> helpers = new HashSet<>(to.supportingUnits());
        helpers.remove(to.responsibleUnit());
        return new Responsibility(
                to.leadOfficial(), to.leadUnit(), to.responsibleUnit(), to.personResponsible(), helpers);
    }

    private Set<Long> supporting(CaseNumber number) {
        return new TreeSet<>(jdbc.sql("select unit_id from rect_support where case_number = ?")
                .param(number.value())
                .query(Long.class)
                .list());
    }

    private void support(CaseNumber number, Set<Long> units) {
        jdbc.sql("delete from rect_support where case_number = ?")
                .param(number.value())
                .update();
        units.forEach(unit -> jdbc.sql("insert into rect_support (case_number, unit_id) values (?, ?)")
                .params(number.value(), unit)
                .update());
    }

    private Map<String, String> facts(Responsibility to, Responsibility before) {
        Map<String, String> facts = new HashMap<>();
        fact(facts, "lead", person(to.leadOfficial()), person(before.leadOfficial()));
        fact(facts, "leadUnit", unit(to.leadUnit()), unit(before.leadUnit()));
        fact(facts, "unit", unit(to.responsibleUnit()), unit(before.responsibleUnit()));
        fact(facts, "person", person(to.personResponsible()), person(before.personResponsible()));
        fact(facts, "support", units(to.supportingUnits()), units(before.supportingUnits()));
        return facts;
    }

    private static void fact(Map<String, String> facts, String name, String now, String before) {
        putName(facts, name, now);
        if (!before.equals(now)) {
            putName(facts, name + "Before", before);
        }
    }

    private static void putName(Map<String, String> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, value);
        }
    }

    private String person(@Nullable Long id) {
        return id == null ? "" : directory.person(id).name();
    }

    private String unit(@Nullable Long id) {
        return id == null ? "" : directory.unit(id).name();
    }

    private String units(Set<Long> ids) {
        return FactList.of(ids.stream().sorted().map(this::unit));
    }
}
