package org.bihuan.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.shared.Dates;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.springframework.stereotype.Component;

/** Keeps who acts for whom; callers have checked that the actor may decide it. */
@Component
class Substitutions {

    private final SubstitutionRepository substitutions;
    private final PersonRepository persons;
    private final Directory directory;
    private final OrganisationRevision revision;
    private final Journal journal;
    private final Clock clock;

    Substitutions(
            SubstitutionRepository substitutions,
            PersonRepository persons,
            Directory directory,
            OrganisationRevision revision,
            Journal journal,
            Clock clock) {
        this.substitutions = substitutions;
        this.persons = persons;
        this.directory = directory;
        this.revision = revision;
        this.journal = journal;
        this.clock = clock;
    }

    /** Running and coming ones that concern the person, on either side. */
    List<SubstitutionRef> of(long personId) {
        List<Substitution> found = substitutions.concerning(List.of(personId), Dates.day(clock.instant()));
        Set<Long> ids = found.stream()
                .flatMap(s -> Stream.of(s.absentId(), s.substituteId()))
                .collect(Collectors.toSet());
        Map<Long, PersonRef> people = directory.persons(ids);
        return found.stream()
                .map(s -> new SubstitutionRef(
                        s.id(),
                        known(people, s.absentId()),
                        known(people, s.substituteId()),
                        s.fromDate(),
                        s.toDate(),
                        s.reason()))
                .toList();
    }

    void set(long absentId, long substituteId, LocalDate from, LocalDate to, String reason, Actor by) {
        Substitution wanted = new Substitution(absentId, substituteId, from, to, reason, Dates.day(clock.instant()));
        List<Person> both = persons.lock(List.of(absentId, substituteId));
        if (both.size() < 2) {
            throw new NotFound("person");
        }
        if (!both.stream().allMatch(Person::enabled)) {
            throw RuleViolation.at("substitute", "identity.substitution.disabled");
        }
        substitutions.concerning(List.of(absentId, substituteId), from).forEach(wanted::checkBeside);
        substitutions.save(wanted);
        journal.person(
                absentId,
                "substitution.set",
                Map.of(
                        "substitute", directory.person(substituteId).name(),
                        "from", from.toString(),
                        "to", to.toString(),
                        "reason", reason.strip()),
                by);
        revision.changed();
    }

    void end(Substitution substitution, Actor by) {
        Map<String, String> facts = Map.of(
                "substitute", directory.person(substitution.substituteId()).name(),
                "from", substitution.fromDate().toString(),
                "to", substitution.toDate().toString());
        if (!substitution.endBefore(Dates.day(clock.instant()))) {
            substitutions.delete(substitution);
        }
        journal.person(substitution.absentId(), "substitution.ended", facts, by);
        revision.changed();
    }

    /** Ends whatever concerns a person who leaves. */
    void endAll(long personId, Actor by) {
        substitutions.concerning(List.of(personId), Dates.day(clock.instant())).forEach(s -> end(s, by));
    }

    Substitution get(long id) {
        return substitutions.findById(id).orElseThrow(() -> new NotFound("substitution " + id));
    }

    private static PersonRef known(Map<Long, PersonRef> people, long id) {
        PersonRef person = people.get(id);
        if (person == null) {
            throw new NotFound("person " + id);
        }
        return person;
    }
}
