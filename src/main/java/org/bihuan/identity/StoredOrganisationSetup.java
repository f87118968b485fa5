package org.bihuan.identity;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills the organisation on behalf of the product itself. */
@Service
@Transactional
class StoredOrganisationSetup implements OrganisationSetup {

    private final UnitRepository units;
    private final PersonRepository persons;
    private final Duties duties;
    private final PasswordEncoder encoder;
    private final OrganisationRevision revision;
    private final Journal journal;
    private final Clock clock;

    StoredOrganisationSetup(
            UnitRepository units,
            PersonRepository persons,
            Duties duties,
            PasswordEncoder encoder,
            OrganisationRevision revision,
            Journal journal,
            Clock clock) {
        this.units = units;
        this.persons = persons;
        this.duties = duties;
        this.encoder = encoder;
        this.revision = revision;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean empty() {
        return persons.count() == 0;
    }

    @Override
    public Made create(List<SetupUnit> wantedUnits, List<SetupPerson> people, String password, boolean mustChange) {
        Map<String, UnitRef> made = new HashMap<>();
        int order = (int) units.count();
        for (SetupUnit wanted : wantedUnits) {
            Long parent = wanted.parentKey() == null
                    ? null
                    : made(made, wanted.parentKey()).id();
            Unit unit = units.save(new Unit(parent, wanted.kind(), wanted.name(), order++));
            made.put(wanted.key(), unit.ref());
            units.requireNameIsFree(unit, "identity.unit.nameTaken");
            journal.unit(unit.id(), "unit.created", Map.of("unit", unit.name()), null);
        }
        String hash = encoder.encode(password);
        Map<String, Long> personIds = new HashMap<>();
        for (SetupPerson wanted : people) {
            if (persons.existsByLogin(Person.normalised(wanted.login()))) {
                throw RuleViolation.at("login", "identity.login.taken", wanted.login());
            }
            Person person =
                    persons.saveAndFlush(new Person(wanted.login(), wanted.name(), hash, mustChange, clock.instant()));
            personIds.put(wanted.login(), person.id());
            journal.person(person.id(), "person.created", Map.of("login", person.login()), null);
            for (SetupDuty duty : wanted.duties()) {
                UnitRef unit = made(made, duty.unitKey());
                duties.grant(person.id(), unit, duty.duty());
                journal.person(
                        person.id(),
                        "person.dutyGranted",
                        Map.of("duty", duty.duty().name(), "unit", unit.name()),
                        null);
            }
        }
        revision.changed();
        Map<String, Long> unitIds = new HashMap<>();
        made.forEach((key, unit) -> unitIds.put(key, unit.id()));
        return new Made(unitIds, personIds);
    }

    private static UnitRef made(Map<String, UnitRef> units, String key) {
        @Nullable UnitRef unit = units.get(key);
        if (unit == null) {
            throw new RuleViolation("identity.setup.unknownUnit", key);
        }
        return unit;
    }
}
