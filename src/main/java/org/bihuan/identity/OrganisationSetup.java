package org.bihuan.identity;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Fills an organisation in one go, for the demo round and the first administrator; asks for no duty. */
public interface OrganisationSetup {

    /** A unit under its parent, by keys of the caller's own; {@code parentKey} is null at the top. */
    record SetupUnit(String key, @Nullable String parentKey, UnitKind kind, String name) {}

    /** A duty in the unit that has this key. */
    record SetupDuty(String unitKey, Duty duty) {}

    /** A person with their duties. */
    record SetupPerson(String login, String name, List<SetupDuty> duties) {

        public SetupPerson {
            duties = List.copyOf(duties);
        }
    }

    /** What was made: ids by the caller's keys and logins. */
    record Made(Map<String, Long> units, Map<String, Long> persons) {

        public Made {
            units = Map.copyOf(units);
            persons = Map.copyOf(persons);
        }
    }

    /** Whether nobody is there yet. */
    boolean empty();

    /**
     * Creates everything in one transaction, units in the order given; all persons get the same first
     * password, which is hashed once and not held against the password policy.
     *
     * @throws org.bihuan.shared.RuleViolation if the name of a unit or a login is taken, a key unknown, or a person
     *     would hold two of the three officers' duties or approve outside a leading group
     */
    Made create(List<SetupUnit> units, List<SetupPerson> persons, String password, boolean mustChange);
}
