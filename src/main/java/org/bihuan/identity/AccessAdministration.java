package org.bihuan.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the security administrator decides: passwords, locks, sessions. Every method refuses others with
 * {@link Forbidden}; every change is in the audit trail of the same transaction.
 */
@Service
@Transactional
public class AccessAdministration {

    private final CurrentActor currentActor;
    private final PersonRepository persons;
    private final Sessions sessions;
    private final PasswordRules passwordRules;
    private final PasswordEncoder encoder;
    private final OrganisationRevision revision;
    private final Journal journal;
    private final Clock clock;

    AccessAdministration(
            CurrentActor currentActor,
            PersonRepository persons,
            Sessions sessions,
            PasswordRules passwordRules,
            PasswordEncoder encoder,
            OrganisationRevision revision,
            Journal journal,
            Clock clock) {
        this.currentActor = currentActor;
        this.persons = persons;
        this.sessions = sessions;
        this.passwordRules = passwordRules;
        this.encoder = encoder;
        this.revision = revision;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Sets a one-time password in the place of the one that holds {@code since}, unlocks the account and ends its
     * sessions; refuses the caller's own, and where the password has been changed or reset meanwhile.
     */
    public OneTimePassword resetPassword(long personId, Instant since) {
        Actor actor = securityAdmin();
        if (personId == actor.personId()) {
            throw new RuleViolation("identity.password.notYourOwn");
        }
        Person person = locked(personId);
        String password = passwordRules.oneTime();
        person.resetPassword(since, encoder.encode(password), clock.instant());
        sessions.endAll(personId);
        journal.person(personId, "person.passwordReset", Map.of(), actor);
        revision.changed();
        return new OneTimePassword(personId, person.login(), password);
    }

    /** Lets a person try again before the lock runs out; refuses where it has, or where another officer did so. */
    public void unlock(long personId) {
        Actor actor = securityAdmin();
        locked(personId).release(clock.instant());
        journal.person(personId, "person.unlocked", Map.of(), actor);
    }

    /** Running sessions of a person, the last seen first. */
    @Transactional(readOnly = true)
    public List<SessionRef> sessions(long personId) {
        securityAdmin();
        return sessions.running(personId);
    }

    /** Ends a session: its next request is logged out. */
    public void endSession(long sessionId) {
        Actor actor = securityAdmin();
        LoginSession session = sessions.find(sessionId).orElseThrow(() -> new NotFound("session " + sessionId));
        session.revoke(clock.instant());
        journal.person(
                session.personId(),
                "session.revoked",
                Map.of("address", session.ref().address()),
                actor);
    }

    private Actor securityAdmin() {
        Actor actor = currentActor.require();
        if (!actor.has(Duty.SECURITY_ADMIN)) {
            throw new Forbidden("identity.needs.SECURITY_ADMIN");
        }
        return actor;
    }

    private Person locked(long personId) {
        List<Person> found = persons.lock(List.of(personId));
        if (found.isEmpty()) {
            throw new NotFound("person " + personId);
        }
        return found.get(0);
    }
}
