package org.bihuan.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.bihuan.shared.Ids;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** A person who can log in: name, password, and the state of their account. */
@Entity(name = "IdentityPerson")
@Table(name = "identity_person")
class Person {

    static final int NAME_MAX = 120;

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

    @Id
    private long id;

    @Column
    private String login;

    @Column
    private String displayName;

    @Column
    private String sortKey;

    @Column
    private String passwordHash;

    @Column
    private Instant passwordChangedAt;

    @Column
    private boolean mustChangePassword;

    @Column
    private boolean enabled;

    @Column
    private int failedAttempts;

    @Column
    private @Nullable Instant lockedUntil;

    @Column
    private @Nullable Instant lastLoginAt;

    @Column
    private @Nullable String locale;

    @Version
    private @Nullable Long version;

    protected Person() {}

    Person(String login, String displayName, String passwordHash, boolean mustChangePassword, Instant now) {
        this.id = Ids.next();
        this.login = checkLogin(login);
        this.displayName = checkName(displayName);
        this.sortKey = Pinyin.sortKey(this.displayName);
        this.passwordHash = passwordHash;
        this.passwordChangedAt = now;
        this.mustChangePassword = mustChangePassword;
        this.enabled = true;
    }

    /** The one form in which logins are stored and looked up. */
    static String normalised(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /** The login as it is kept; refuses what cannot be one. */
    static String checkLogin(String login) {
        String normalised = normalised(login);
        if (!LOGIN.matcher(normalised).matches()) {
            throw RuleViolation.at("login", "identity.login.malformed");
        }
        return normalised;
    }

    /** Refuses where the name is not {@code from} any more: whoever asks has not seen the present one. */
    void rename(String from, String newName) {
        if (!displayName.equals(from)) {
            throw RuleViolation.at("name", "identity.renamedMeanwhile", displayName);
        }
        this.displayName = checkName(newName);
        this.sortKey = Pinyin.sortKey(this.displayName);
    }

    /** The person has chosen a password of their own. */
    void changePassword(String hash, Instant now) {
        this.passwordHash = hash;
        this.passwordChangedAt = now;
        this.mustChangePassword = false;
    }

    /**
     * Somebody else has set a password, which serves for one login only. Refuses where the present one is not that of
     * {@code since} any more: a password just handed over would stop working unseen.
     */
    void resetPassword(Instant since, String hash, Instant now) {
        if (!passwordChangedAt.equals(since)) {
            throw new RuleViolation("identity.password.changedMeanwhile", displayName);
        }
        this.passwordHash = hash;
        this.passwordChangedAt = now;
        this.mustChangePassword = true;
        unlock();
    }

    /** Counts a failed login; returns whether this one locks the account. */
    boolean loginFailed(int attemptsAllowed, Duration lockFor, Instant now) {
        if (lockedUntil != null && !lockedAt(now)) {
            unlock();
        }
        failedAttempts++;
        if (failedAttempts < attemptsAllowed || lockedAt(now)) {
            return false;
        }
        lockedUntil = now.plus(lockFor);
        return true;
    }

    void loginSucceeded(Instant now) {
        unlock();
        this.lastLoginAt = now;
    }

    /** Somebody lets the person try again; refused where nothing is locked any more. */
    void release(Instant now) {
        if (!lockedAt(now)) {
            throw new RuleViolation("identity.person.notLocked", displayName);
        }
        unlock();
    }

    private void unlock() {
        this.failedAttempts = 0;
        this.lockedUntil = null;
    }

    void disable() {
        if (!enabled) {
            throw new RuleViolation("identity.person.alreadyDisabled", displayName);
        }
        this.enabled = false;
    }

    void enable() {
        if (enabled) {
            throw new RuleViolation("identity.person.alreadyEnabled", displayName);
        }
        this.enabled = true;
    }

    void speak(Locale language) {
        this.locale = language.toLanguageTag();
    }

    boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    long id() {
        return id;
    }

    String login() {
        return login;
    }

    String displayName() {
        return displayName;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean enabled() {
        return enabled;
    }

    @Nullable
    String locale() {
        return locale;
    }

    /** The name as it is kept; refuses one that is missing or too long. */
    static String checkName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw RuleViolation.at("name", "identity.person.nameMissing");
        }
        if (stripped.length() > NAME_MAX) {
            throw RuleViolation.at("name", "identity.nameTooLong", NAME_MAX);
        }
        return stripped;
    }
}
