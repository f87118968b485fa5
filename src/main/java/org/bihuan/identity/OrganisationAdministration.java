package org.bihuan.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the system administrator decides: units, people, duties, substitutes. Every method refuses
 * others with {@link Forbidden}; every change is in the audit trail of the same transaction.
 */
@Service
@Transactional
public class OrganisationAdministration {

    private final CurrentActor currentActor;
    private final UnitRepository units;
    private final PersonRepository persons;
    private final Duties duties;
    private final Substitutions substitutions;
    private final Sessions sessions;
    private final ObjectProvider<OpenWork> openWork;
    private final PasswordRules passwordRules;
    private final PasswordEncoder encoder;
    private final OrganisationRevision revision;
    private final Journal journal;
    private final Clock clock;

    OrganisationAdministration(
            CurrentActor currentActor,
            UnitRepository units,
            PersonRepository persons,
            Duties duties,
            Substitutions substitutions,
            Sessions sessions,
            ObjectProvider<OpenWork> openWork,
            PasswordRules passwordRules,
            PasswordEncoder encoder,
            OrganisationRevision revision,
            Journal journal,
            Clock clock) {
        this.currentActor = currentActor;
        this.units = units;
        this.persons = persons;
        this.duties = duties;
        this.substitutions = substitutions;
        this.sessions = sessions;
        this.openWork = openWork;
        this.passwordRules = passwordRules;
        this.encoder = encoder;
        this.revision = revision;
        this.journal = journal;
        this.clock = clock;
    }

    /** Creates a unit as the last one below {@code parentId}, null for the top; refuses an inactive parent, a taken name. */
    public UnitRef createUnit(@Nullable Long parentId, UnitKind kind, String name) {
        Actor actor = systemAdmin();
        if (parentId != null) {
            activeUnit(parentId);
        }
        Unit unit = units.save(new Unit(parentId, kind, name, (int) units.count()));
        journal.unit(unit.id(), "unit.created", Map.of("unit", unit.name(), "kind", kind.name()), actor);
        revision.changed();
        units.requireNameIsFree(unit, "identity.unit.nameTaken");
        return unit.ref();
    }

    /** Gives a unit another name in the place of {@code from}; refuses a taken one, and where it is called otherwise. */
    public void renameUnit(long unitId, String from, String name) {
        Actor actor = systemAdmin();
        Unit unit = unit(unitId);
        unit.rename(from, name);
        journal.unit(unitId, "unit.renamed", Map.of("from", from, "unit", unit.name()), actor);
        revision.changed();
        units.requireNameIsFree(unit, "identity.unit.nameTaken");
    }

    /**
     * Hangs a unit, so far below {@code from}, below another one, null for the top; refuses itself and whatever
     * lies below it, and where the unit has been moved meanwhile.
     */
    public void moveUnit(long unitId, @Nullable Long from, @Nullable Long newParentId) {
        Actor actor = systemAdmin();
        Map<Long, Unit> tree = new HashMap<>();
        units.lockAll().forEach(unit -> tree.put(unit.id(), unit));
        Unit moved = existing(tree.get(unitId), unitId);
        for (Long above = newParentId; above != null; ) {
            if (above == unitId) {
                throw RuleViolation.at("parent", "identity.unit.belowItself");
            }
            above = existing(tree.get(above), above).parentId();
        }
        if (newParentId != null) {
            activeUnit(newParentId);
        }
        moved.move(from, newParentId);
        if (Objects.equals(from, newParentId)) {
            return;
        }
        journal.unit(
                unitId,
                "unit.moved",
                Map.of("unit", moved.name(), "from", nameOf(tree, from), "parent", nameOf(tree, newParentId)),
                actor);
        revision.changed();
    }

    /** Empty for the top. */
    private static String nameOf(Map<Long, Unit> tree, @Nullable Long unitId) {
        Unit unit = unitId == null ? null : tree.get(unitId);
        return unit == null ? "" : unit.name();
    }

    /** Takes a unit out of use; refuses while a unit below it is in use or a person holds a duty in it. */
    public void deactivateUnit(long unitId) {
        Actor actor = systemAdmin();
        Unit unit = unit(unitId);
        if (units.existsByParentIdAndActiveTrue(unitId)) {
            throw new RuleViolation("identity.unit.hasUnitsBelow", unit.name());
        }
        if (duties.heldIn(unitId)) {
            throw new RuleViolation("identity.unit.hasHolders", unit.name());
        }
        unit.deactivate();
        journal.unit(unitId, "unit.deactivated", Map.of("unit", unit.name()), actor);
        revision.changed();
    }

    /** Takes a unit into use again; refuses while the unit above it is out of use or its name is taken. */
    public void activateUnit(long unitId) {
        Actor actor = systemAdmin();
        Unit unit = unit(unitId);
        if (unit.parentId() != null) {
            activeUnit(unit.parentId());
        }
        unit.activate();
        journal.unit(unitId, "unit.activated", Map.of("unit", unit.name()), actor);
        revision.changed();
        units.requireNameIsFree(unit, "identity.unit.nameTakenMeanwhile");
    }

    /** Creates an account without duties; the password is shown once and must be changed at first login. */
    public OneTimePassword createPerson(String login, String name) {
        Actor actor = systemAdmin();
        String wanted = Person.normalised(login);
        RuleViolation.gather(
                () -> Person.checkName(name), () -> Person.checkLogin(wanted), () -> checkLoginIsFree(wanted));
        String password = passwordRules.oneTime();
        Person person = persons.save(new Person(wanted, name, encoder.encode(password), true, clock.instant()));
        journal.person(person.id(), "person.created", Map.of("login", wanted), actor);
        revision.changed();
        return new OneTimePassword(person.id(), wanted, password);
    }

    private void checkLoginIsFree(String login) {
        if (persons.existsByLogin(login)) {
            throw RuleViolation.at("login", "identity.login.taken", login);
        }
    }

    /** Gives a person another name in the place of {@code from}; refuses where they are called otherwise by now. */
    public void renamePerson(long personId, String from, String name) {
        Actor actor = systemAdmin();
        Person person = locked(personId);
        person.rename(from, name);
        journal.person(personId, "person.renamed", Map.of("from", from, "name", person.displayName()), actor);
        revision.changed();
    }

    /**
     * Gives an enabled person a duty in an active unit; refuses two of the three officers' duties (三员), and to let
     * anybody approve outside a leading group.
     */
    public void grant(long personId, long unitId, Duty duty) {
        Actor actor = systemAdmin();
        Person person = locked(personId);
        if (!person.enabled()) {
            throw new RuleViolation("identity.person.alreadyDisabled", person.displayName());
        }
        Unit unit = activeUnit(unitId);
        duties.grant(personId, unit.ref(), duty);
        journal.person(personId, "person.dutyGranted", facts(duty, unit), actor);
        revision.changed();
    }

    /**
     * Takes a duty from a person; refuses to take the last system administrator's, and one with work before it
     * that nobody else could do.
     */
    public void revoke(long personId, long unitId, Duty duty) {
        Actor actor = systemAdmin();
        Person person = locked(personId);
        List<PostRef> taken = duties.of(personId).stream()
                .filter(post -> post.unitId() == unitId && post.duty() == duty)
                .toList();
        if (!duties.revoke(personId, unitId, duty)) {
            throw new NotFound("duty");
        }
        if (duty == Duty.SYSTEM_ADMIN) {
            duties.checkSomebodyAdministers();
        }
        revision.changed();
        requireNothingWaits(person, taken);
        journal.person(personId, "person.dutyRevoked", facts(duty, unit(unitId)), actor);
    }

    /**
     * Disables a person and ends their sessions and substitutions. Whatever they have to do or answer for goes
     * to the successor in the same transaction; without a successor a person who has any of it is not disabled,
     * nor is one without whom a post with work before it would stand empty.
     */
    public void disable(long personId, @Nullable Long successorId) {
        Actor actor = systemAdmin();
        if (personId == actor.personId()) {
            throw new RuleViolation("identity.person.notYourself");
        }
        if (successorId != null) {
            // Both at once, in the order of their ids, so that two who succeed each other do not wait crosswise.
            persons.lock(List.of(personId, successorId));
        }
        Person person = locked(personId);
        Person successor = successorId == null ? null : successor(personId, successorId);
        OpenWork work = openWork.getIfAvailable();
        OpenWork.Own own = work == null ? OpenWork.Own.NOTHING : work.own(personId);
        if (own.any() && successor == null) {
            throw RuleViolation.at(
                    "successor",
                    "identity.person.openWork",
                    person.displayName(),
                    own.tasks(),
                    own.problems(),
                    own.measures());
        }
        person.disable();
        // From here on the directory knows, so that whatever is checked below no longer counts on them.
        revision.changed();
        Map<String, String> facts = new HashMap<>();
        if (successor != null) {
            facts.put("successor", successor.displayName());
            if (work != null) {
                work.handOver(personId, successor.id(), actor);
            }
        }
        requireNothingWaits(person, duties.of(personId));
        sessions.endAll(personId);
        substitutions.endAll(personId, actor);
        journal.person(personId, "person.disabled", facts, actor);
        duties.checkSomebodyAdministers();
    }

    /** Refuses what leaves steps before a post that nobody could take any more. */
    private void requireNothingWaits(Person person, List<PostRef> posts) {
        List<RuleViolation> found = waiting(person.id(), posts).stream()
                .map(waiting -> {
                    PostRef post = waiting.post();
                    return new RuleViolation(
                            "identity.duty.nobodyElse",
                            person.displayName(),
                            unit(post.unitId()).name(),
                            new RuleViolation(post.duty().key()),
                            waiting.steps());
                })
                .toList();
        if (!found.isEmpty()) {
            throw RuleViolation.together(found);
        }
    }

    private List<OpenWork.Waiting> waiting(long personId, List<PostRef> posts) {
        OpenWork work = openWork.getIfAvailable();
        return work == null ? List.of() : work.waiting(personId, posts);
    }

    /** Lets a disabled person in again, with the duties they held. */
    public void enable(long personId) {
        Actor actor = systemAdmin();
        locked(personId).enable();
        journal.person(personId, "person.enabled", Map.of(), actor);
        revision.changed();
    }

    /** What a person would leave behind, were their account disabled now. */
    @Transactional(readOnly = true)
    public LeftBehind leftBehind(long personId) {
        systemAdmin();
        OpenWork work = openWork.getIfAvailable();
        return new LeftBehind(
                work == null ? OpenWork.Own.NOTHING : work.own(personId), waiting(personId, duties.of(personId)));
    }

    /** Lets {@code substituteId} act for {@code absentId} between two days, both included. */
    public void substitute(long absentId, long substituteId, LocalDate from, LocalDate to, String reason) {
        substitutions.set(absentId, substituteId, from, to, reason, systemAdmin());
    }

    /** Ends a substitution from today on. */
    public void endSubstitution(long id) {
        Actor actor = systemAdmin();
        substitutions.end(substitutions.get(id), actor);
    }

    private Actor systemAdmin() {
        Actor actor = currentActor.require();
        if (!actor.has(Duty.SYSTEM_ADMIN)) {
            throw new Forbidden("identity.needs.SYSTEM_ADMIN");
        }
        return actor;
    }

    private Person successor(long personId, long successorId) {
        if (personId == successorId) {
            throw RuleViolation.at("successor", "identity.person.successorSame");
        }
        Person successor = locked(successorId);
        if (!successor.enabled()) {
            throw RuleViolation.at("successor", "identity.person.successorDisabled");
        }
        return successor;
    }

    private Person locked(long personId) {
        List<Person> found = persons.lock(List.of(personId));
        if (found.isEmpty()) {
            throw new NotFound("person " + personId);
        }
        return found.get(0);
    }

    private Unit unit(long unitId) {
        return units.findById(unitId).orElseThrow(() -> new NotFound("unit " + unitId));
    }

    private Unit activeUnit(long unitId) {
        Unit unit = unit(unitId);
        if (!unit.active()) {
            throw RuleViolation.at("unit", "identity.unit.inactive", unit.name());
        }
        return unit;
    }

    private static Unit existing(@Nullable Unit unit, long id) {
        if (unit == null) {
            throw new NotFound("unit " + id);
        }
        return Objects.requireNonNull(unit);
    }

    private static Map<String, String> facts(Duty duty, Unit unit) {
        return Map.of("duty", duty.name(), "unit", unit.name());
    }
}
