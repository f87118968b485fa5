package org.bihuan.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody decides about their own account; each method acts on who is logged in. */
@Service
@Transactional
public class OwnAccount {

    private final SessionActor sessionActor;
    private final Accounts accounts;
    private final PersonRepository persons;
    private final Sessions sessions;
    private final Substitutions substitutions;
    private final PasswordRules passwordRules;
    private final LoginAttempts attempts;
    private final PasswordEncoder encoder;
    private final OrganisationRevision revision;
    private final Journal journal;
    private final Clock clock;

    OwnAccount(
            SessionActor sessionActor,
            Accounts accounts,
            PersonRepository persons,
            Sessions sessions,
            Substitutions substitutions,
            PasswordRules passwordRules,
            LoginAttempts attempts,
            PasswordEncoder encoder,
            OrganisationRevision revision,
            Journal journal,
            Clock clock) {
        this.sessionActor = sessionActor;
        this.accounts = accounts;
        this.persons = persons;
        this.sessions = sessions;
        this.substitutions = substitutions;
        this.passwordRules = passwordRules;
        this.attempts = attempts;
        this.encoder = encoder;
        this.revision = revision;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether who is logged in must choose a new password before anything else. */
    @Transactional(readOnly = true)
    public boolean mustChangePassword() {
        return sessionActor.account().map(accounts::mustChangePassword).orElse(false);
    }

    /** What a new password must be. */
    public PasswordAdvice passwordAdvice() {
        return passwordRules.advice();
    }

    /** Refuses what cannot become my password whatever the present one is, beside the field {@code password}. */
    @Transactional(readOnly = true)
    public void checkPassword(String wanted) {
        passwordRules.check(persons.findById(account().personId()).orElseThrow().login(), wanted);
    }

    /**
     * Changes the password; works also while it must be changed. All sessions but this one end. Wrong
     * present passwords count as failed logins do; they stay counted though the act is refused.
     *
     * @param keptSession id of the session that goes on, 0 for none
     */
    @Transactional(noRollbackFor = RuleViolation.class)
    public void changePassword(String present, String wanted, long keptSession) {
        Accounts.Account account = account();
        Person person = persons.lock(List.of(account.personId())).get(0);
        if (person.lockedAt(clock.instant())) {
            throw RuleViolation.at("present", "identity.password.locked");
        }
        RuleViolation.gather(
                () -> checkPresent(person, present), () -> passwordRules.check(person.login(), wanted), () -> {
                    if (present.equals(wanted)) {
                        throw RuleViolation.at("password", "identity.password.same");
                    }
                });
        person.changePassword(encoder.encode(wanted), clock.instant());
        sessions.endOthers(person.id(), keptSession);
        journal.person(person.id(), "person.passwordChanged", Map.of(), account.actor(SessionActor.origin()));
        revision.changed();
    }

    private void checkPresent(Person person, String present) {
        if (!encoder.matches(present, person.passwordHash())) {
            attempts.guessed(person, SessionActor.origin());
            throw RuleViolation.at("present", "identity.password.wrong");
        }
    }

    /** My running sessions, the last seen first. */
    @Transactional(readOnly = true)
    public List<SessionRef> sessions() {
        return sessions.running(sessionActor.require().personId());
    }

    /** Ends one of my sessions. */
    public void endSession(long sessionId) {
        Actor me = sessionActor.require();
        LoginSession session = sessions.find(sessionId)
                .filter(found -> found.personId() == me.personId())
                .orElseThrow(() -> new NotFound("session " + sessionId));
        session.revoke(clock.instant());
        journal.person(
                me.personId(),
                "session.revoked",
                Map.of("address", session.ref().address()),
                me);
    }

    /** Running and coming substitutions that concern me, on either side. */
    @Transactional(readOnly = true)
    public List<SubstitutionRef> substitutions() {
        return substitutions.of(sessionActor.require().personId());
    }

    /** Lets somebody act for me between two days, both included. */
    public void substitute(long substituteId, LocalDate from, LocalDate to, String reason) {
        Actor me = sessionActor.require();
        substitutions.set(me.personId(), substituteId, from, to, reason, me);
    }

    /** Ends a substitution for me from today on; others' are refused. */
    public void endSubstitution(long id) {
        Actor me = sessionActor.require();
        Substitution substitution = substitutions.get(id);
        if (substitution.absentId() != me.personId()) {
            throw new Forbidden("identity.substitution.notYours");
        }
        substitutions.end(substitution, me);
    }

    /** The language I have chosen, empty where I have not. */
    @Transactional(readOnly = true)
    public Optional<Locale> language() {
        return persons.findById(account().personId()).map(Person::locale).map(Locale::forLanguageTag);
    }

    /** Remembers the language for my next logins. */
    public void speak(Locale language) {
        persons.lock(List.of(account().personId())).get(0).speak(language);
    }

    private Accounts.Account account() {
        return sessionActor.account().orElseThrow(() -> new AccessDeniedException("nobody is logged in"));
    }
}
