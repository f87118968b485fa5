package org.bihuan.rectification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.PostRef;
import org.bihuan.identity.Represented;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Explains open steps to those who may read their case: what counts as done, why it is whose, who comes next. */
@Service
public class StepGuides {

    private final CurrentActor currentActor;
    private final StepFinder steps;
    private final StepModels models;
    private final CaseFile cases;
    private final Assignments assignments;
    private final Aggregates aggregates;
    private final Directory directory;
    private final Rehearsal rehearsal;
    private final TransactionTemplate reading;

    StepGuides(
            CurrentActor currentActor,
            StepFinder steps,
            StepModels models,
            CaseFile cases,
            Assignments assignments,
            Aggregates aggregates,
            Directory directory,
            Rehearsal rehearsal,
            PlatformTransactionManager transactions) {
        this.currentActor = currentActor;
        this.steps = steps;
        this.models = models;
        this.cases = cases;
        this.assignments = assignments;
        this.aggregates = aggregates;
        this.directory = directory;
        this.rehearsal = rehearsal;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * The guide to an open step.
     *
     * @throws org.bihuan.shared.AlreadyDone if the step is no longer open
     * @throws NotFound if the caller may not read its case
     */
    public StepGuide of(long workItem) {
        Read read = Objects.requireNonNull(reading.execute(status -> read(workItem)));
        Hands hands = read.hands();
        // Not within the reading: who holds a connection and waits for another one waits for everybody else's.
        RuleViolation obstacle =
                hands == null ? null : rehearsal.obstacle(read.step(), hands).orElse(null);
        return read.guide().with(obstacle);
    }

    /** The guide but for its obstacle; hands are null where the step does not stand before the caller. */
    private record Read(OpenStep step, @Nullable Hands hands, StepGuide guide) {}

    private Read read(long workItem) {
        Actor actor = currentActor.require();
        OpenStep step = steps.require(workItem, actor);
        Set<Long> entitled = step.assignee() == null ? step.candidates() : Set.of(step.assignee());
        boolean before = actor.principals().stream().anyMatch(entitled::contains);
        if (!before && !cases.mayRead(step.caseNumber(), actor)) {
            throw new NotFound("work item " + workItem);
        }
        StepModel model = models.of(workItem);
        boolean mine = step.assignee() != null && step.assignee() == actor.personId();
        boolean mayGiveBack = mine && !step.candidates().isEmpty();
        Set<Long> ground = mayGiveBack ? step.candidates() : entitled;
        StepGuide guide = new StepGuide(
                model.documentation(),
                model.fields(),
                mayGiveBack,
                why(actor, step, model.assignRule(), ground, before),
                model.next().stream().map(flow -> next(flow, step.caseNumber())).toList(),
                null);
        return new Read(step, before ? Hands.of(actor, ground) : null, guide);
    }

    private StepGuide.Why why(Actor actor, OpenStep step, @Nullable String rule, Set<Long> entitled, boolean before) {
        StepGuide.Ground ground;
        if (!before) {
            ground = StepGuide.Ground.OVERSEEN;
        } else if (step.assignee() == null) {
            ground = StepGuide.Ground.CLAIMABLE;
        } else {
            ground = step.candidates().isEmpty() ? StepGuide.Ground.NAMED : StepGuide.Ground.CLAIMED;
        }
        Represented absent = before ? absent(actor, entitled) : null;
        return new StepGuide.Why(
                ground,
                rule,
                unit(actor, entitled),
                absent == null ? null : absent.name(),
                absent == null ? null : absent.until(),
                step.assignee() == null
                        ? null
                        : directory.person(step.assignee()).name());
    }

    /** The absent colleague in whose place the caller acts; null where they act for themselves. */
    private static @Nullable Represented absent(Actor actor, Set<Long> entitled) {
        Long absent = Hands.of(actor, entitled).onBehalfOf();
        return actor.represents().stream()
                .filter(represented -> absent != null && represented.personId() == absent)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String unit(Actor actor, Set<Long> entitled) {
        Set<PostRef> posts = new LinkedHashSet<>(actor.posts());
        actor.represents().forEach(represented -> posts.addAll(represented.posts()));
        return posts.stream()
                .filter(post -> entitled.contains(post.id()))
                .map(post -> directory.unit(post.unitId()).name())
                .findFirst()
                .orElse(null);
    }

    private StepGuide.Next next(StepModel.Flow flow, CaseNumber number) {
        return new StepGuide.Next(
                flow.condition(),
                flow.after(),
                flow.step(),
                flow.assignRule(),
                flow.assignRule() == null ? List.of() : people(flow.assignRule(), flow.where(), number));
    }

    private List<String> people(String rule, StepModel.Where where, CaseNumber number) {
        List<CaseNumber> numbers =
                switch (where) {
                    case HERE -> List.of(number);
                    case PROBLEM -> List.of(number.problem());
                    case MEASURES ->
                        aggregates.measuresOf(aggregates.problem(number)).stream()
                                .filter(measure -> !measure.accepted())
                                .map(Measure::caseNumber)
                                .toList();
                };
        List<Assignments.Assignment> before =
                numbers.stream().flatMap(each -> assigned(rule, each).stream()).toList();
        List<Long> persons = before.stream()
                .map(Assignments.Assignment::person)
                .filter(Objects::nonNull)
                .toList();
        Set<Long> posts = new TreeSet<>();
        before.stream().filter(to -> to.person() == null).forEach(to -> posts.addAll(to.posts()));
        Map<Long, PersonRef> known = directory.persons(persons);
        return Stream.concat(
                        persons.stream().map(known::get),
                        posts.stream().flatMap(post -> directory.holders(post).stream()))
                .filter(Objects::nonNull)
                .map(PersonRef::name)
                .distinct()
                .toList();
    }

    private Optional<Assignments.Assignment> assigned(String rule, CaseNumber number) {
        try {
            return Optional.of(assignments.assign(rule, number));
        } catch (RuleViolation nobodyYet) {
            return Optional.empty();
        }
    }
}
