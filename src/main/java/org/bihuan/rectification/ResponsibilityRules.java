package org.bihuan.rectification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.Presence;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses to name people with whom the case would get stuck later: whoever does the work neither
 * reviews, verifies nor closes it (domain.md section 2), so that for each of these steps somebody else
 * must be there. Said when people are named, not months later when the step is reached.
 */
@Component
class ResponsibilityRules {

    private static final String UNIT = "responsibleUnit";

    private static final String PERSON = "personResponsible";
    private static final String LEAD = "leadOfficial";

    private final Directory directory;
    private final Presence presence;
    private final Aggregates aggregates;
    private final EarlierRows earlier;

    ResponsibilityRules(Directory directory, Presence presence, Aggregates aggregates, EarlierRows earlier) {
        this.directory = directory;
        this.presence = presence;
        this.aggregates = aggregates;
        this.earlier = earlier;
    }

    /**
     * Checks all that is named, and refuses once for it; what is not named yet is not missed here.
     *
     * @param measures who will then answer for each measure
     */
    void require(Responsibility to, List<MeasureResponsibility> measures, Earlier before) {
        Long lead = to.leadOfficial();
        Long unit = to.responsibleUnit();
        Long person = to.personResponsible();
        if (unit == null) {
            RuleViolation.gather(() -> lead(lead, person), () -> {
                if (person != null) {
                    throw RuleViolation.at(UNIT, "findings.assign.unitMissing");
                }
            });
            return;
        }
        RuleViolation.gather(
                () -> lead(lead, person),
                () -> doers(unit, person),
                () -> headBesides(unit, lead),
                () -> requireJudges(to, measures, before));
    }

    private void lead(@Nullable Long lead, @Nullable Long person) {
        if (lead != null && !enabled(lead)) {
            throw RuleViolation.at(LEAD, "findings.assign.leadGone");
        }
        if (lead != null && lead.equals(person)) {
            throw RuleViolation.at(LEAD, "findings.assign.leadIsDoer");
        }
    }

    /** A unit without any head is refused by itself. */
    private void headBesides(long unit, @Nullable Long lead) {
        Set<Long> heads = heads(unit);
        if (heads.remove(lead) && heads.isEmpty()) {
            throw RuleViolation.at(LEAD, "findings.assign.leadIsOnlyHead", name(unit));
        }
    }

    /** Checks the people of a measure that joins a problem whose lead official this is. */
    void requireOfMeasure(MeasureResponsibility own, @Nullable Long lead) {
        requireDoers(own, lead);
        Problem problem = aggregates.problem(own.measure());
        List<Measure> others = aggregates.measuresOf(problem);
        List<MeasureResponsibility> all = new ArrayList<>(List.of(own));
        others.stream().map(Measure::responsibility).forEach(all::add);
        requireJudges(problem.responsibility(Set.of()), all, earlier.of(problem, others));
    }

    private void requireDoers(MeasureResponsibility own, @Nullable Long lead) {
        Long unit = own.unit();
        if (unit == null) {
            throw RuleViolation.at(UNIT, "findings.assign.unitMissing");
        }
        if (own.person() == null) {
            throw RuleViolation.at(PERSON, "findings.assign.personMissing", own.measure());
        }
        if (own.person().equals(lead)) {
            throw RuleViolation.at(PERSON, "findings.assign.measureByLead", own.measure());
        }
        doers(unit, own.person());
    }

    /**
     * Checks a measure's own people for themselves, each refusal beside the measure's own field: {@code
     * <number>.unit} or {@code <number>.person}. Together with all others {@link #requireJudges} checks them.
     */
    void requireBesideMeasure(MeasureResponsibility own, @Nullable Long lead) {
        try {
            requireDoers(own, lead);
            requireJudges(new Responsibility(lead, null, null, null, Set.of()), List.of(own), Earlier.NOBODY);
        } catch (RuleViolation refusal) {
            if (refusal.field() == null) {
                throw refusal;
            }
            String field = refusal.field().equals(UNIT) ? ".unit" : ".person";
            throw RuleViolation.at(own.measure().value() + field, refusal.key(), refusal.args());
        }
    }

    private void doers(long unit, @Nullable Long person) {
        Set<Long> heads = heads(unit);
        if (heads.isEmpty()) {
            throw RuleViolation.at(UNIT, "findings.assign.noHead", name(unit));
        }
        if (person == null) {
            return;
        }
        if (directory.members(unit).stream().noneMatch(member -> member.id() == person)) {
            throw RuleViolation.at(
                    PERSON,
                    "findings.assign.notInUnit",
                    directory.person(person).name(),
                    name(unit));
        }
        heads.remove(person);
        if (heads.isEmpty()) {
            throw RuleViolation.at(
                    PERSON, "findings.assign.onlyHead", directory.person(person).name(), name(unit));
        }
    }

    /**
     * Refuses where nobody would be left to verify or to approve the closure. Who verifies the whole belongs
     * to none of the units that answer, so they can verify each measure as well; who approves has had no part
     * before, so that for every step before it somebody else must be there.
     */
    void requireJudges(Responsibility to, List<MeasureResponsibility> measures, Earlier before) {
        Set<Long> units = named(to.responsibleUnit(), measures.stream().map(MeasureResponsibility::unit));
        Set<Long> involved = named(to.personResponsible(), measures.stream().map(MeasureResponsibility::person));
        involved.addAll(before.doers());
        involved.addAll(before.proposers());
        involved.addAll(before.reviewers());
        Long lead = to.leadOfficial();
        if (lead != null) {
            involved.add(lead);
        }
        Set<Long> verifiers = holders(Duty.SUPERVISOR);
        Stream.concat(units.stream(), before.units().stream())
                .forEach(unit -> verifiers.removeAll(ids(directory.members(unit))));
        verifiers.removeAll(involved);
        if (verifiers.isEmpty()) {
            List<String> names = units.stream().map(this::name).toList();
            throw RuleViolation.at(UNIT, "findings.assign.noVerifier", names);
        }
        Set<Long> approvers = holders(Duty.APPROVER_HEAD);
        approvers.addAll(holders(Duty.APPROVER_DEPUTY));
        approvers.removeAll(involved);
        approvers.removeAll(before.verifiers());
        Map<Long, Set<Long>> heads = units.stream().collect(Collectors.toMap(unit -> unit, this::heads));
        List<Set<Long>> others = new ArrayList<>(List.of(verifiers, without(lead, heads.get(to.responsibleUnit()))));
        measures.forEach(measure -> others.add(without(measure.person(), heads.get(measure.unit()))));
        if (approvers.stream().noneMatch(approver -> others.stream().noneMatch(Set.of(approver)::equals))) {
            throw new RuleViolation("findings.assign.noApprover");
        }
    }

    private static Set<Long> named(@Nullable Long first, Stream<@Nullable Long> others) {
        Set<Long> named = new LinkedHashSet<>();
        Stream.concat(Stream.ofNullable(first), others.flatMap(Stream::ofNullable))
                .forEach(named::add);
        return named;
    }

    private static Set<Long> without(@Nullable Long person, @Nullable Set<Long> heads) {
        return heads == null
                ? Set.of()
                : heads.stream().filter(head -> !head.equals(person)).collect(Collectors.toSet());
    }

    private Set<Long> heads(long unit) {
        return directory
                .post(unit, Duty.UNIT_HEAD)
                .map(post -> ids(directory.holders(post.id())))
                .orElseGet(HashSet::new);
    }

    private Set<Long> holders(Duty duty) {
        return directory.posts(duty).stream()
                .flatMap(post -> directory.holders(post.id()).stream())
                .map(PersonRef::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<Long> ids(List<PersonRef> people) {
        return people.stream().map(PersonRef::id).collect(Collectors.toCollection(HashSet::new));
    }

    /** Whoever is named in the place of {@code before} cannot be disabled before the naming is done. */
    void hold(@Nullable Long before, @Nullable Long named) {
        if (named != null && !named.equals(before)) {
            presence.hold(named);
        }
    }

    private boolean enabled(long person) {
        return directory.person(person).enabled();
    }

    private String name(long unit) {
        return directory.unit(unit).name();
    }
}
