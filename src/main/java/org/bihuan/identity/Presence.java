package org.bihuan.identity;

import org.bihuan.shared.LostRace;
import org.bihuan.shared.RuleViolation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps people from being disabled in the very moment in which something is given to them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Presence {

    private final PersonRepository persons;
    private final Directory directory;

    Presence(PersonRepository persons, Directory directory) {
        this.persons = persons;
        this.directory = directory;
    }

    /**
     * Holds an account as it is until the running transaction ends: whoever disables it waits, and then finds
     * what was given to the person. Others may hold it at the same time.
     *
     * @throws LostRace with a refusal, if the person is disabled by now: tried again, the command finds whoever is
     *     in their place
     */
    public void hold(long personId) {
        if (persons.holdEnabled(personId).isEmpty()) {
            throw LostRace.perhapsStale(new RuleViolation(
                    "identity.person.goneMeanwhile", directory.person(personId).name()));
        }
    }
}
