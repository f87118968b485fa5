package org.bihuan.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts failures, locks accounts for a while, and records each attempt on a known account. */
@Component
class LoginAttempts {

    private final PersonRepository persons;
    private final AuditTrail audit;
    private final LoginPolicy policy;
    private final Clock clock;

    LoginAttempts(PersonRepository persons, AuditTrail audit, LoginPolicy policy, Clock clock) {
        this.persons = persons;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    /** What a login is checked against. */
    record Known(long personId, String hash) {}

    @Transactional(readOnly = true)
    Optional<Known> known(String login) {
        return persons.findByLogin(login).map(person -> new Known(person.id(), person.passwordHash()));
    }

    /**
     * Records an attempt whose password was right or wrong; returns whether the person is in. The
     * account is locked meanwhile, so that attempts at the same moment are counted one by one.
     */
    @Transactional
    boolean record(long personId, boolean right, String origin) {
        Person person = persons.lock(List.of(personId)).get(0);
        Instant now = clock.instant();
        boolean in = right && person.enabled() && !person.lockedAt(now);
        if (in) {
            person.loginSucceeded(now);
            append(person, "login.succeeded", origin);
            return true;
        }
        append(person, "login.failed", origin);
        if (!right) {
            count(person, now, origin);
        }
        return false;
    }

    /** A wrong present password where a new one is chosen: whoever finds a session open must not guess on there. */
    @Transactional(propagation = Propagation.MANDATORY)
    void guessed(Person person, String origin) {
        append(person, "person.passwordRefused", origin);
        count(person, clock.instant(), origin);
    }

    private void count(Person person, Instant now, String origin) {
        if (person.loginFailed(policy.attempts(), policy.lockFor(), now)) {
            append(person, "person.lockedOut", origin);
        }
    }

    private void append(Person person, String action, String origin) {
        audit.append(new AuditEntry(
                "person:" + person.id(), action, Map.of(), person.id(), person.displayName(), null, origin));
    }
}
