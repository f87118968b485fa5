package org.bihuan.identity;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.bihuan.shared.Ids;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Somebody acts for an absent person, from one day to another, both included. */
@Entity(name = "IdentitySubstitution")
@Table(name = "identity_substitution")
class Substitution {

    static final int REASON_MAX = 200;

    @Id
    private long id;

    @Column
    private long absentId;

    @Column
    private long substituteId;

    @Column
    private LocalDate fromDate;

    @Column
    private LocalDate toDate;

    @Column
    private String reason;

    @Version
    private @Nullable Long version;

    protected Substitution() {}

    Substitution(
            long absentId, long substituteId, LocalDate fromDate, LocalDate toDate, String reason, LocalDate today) {
        RuleViolation.gather(
                () -> refuse(absentId == substituteId, "substitute", "identity.substitution.self"),
                () -> refuse(fromDate.isBefore(today), "from", "identity.substitution.beginsInThePast"),
                () -> refuse(toDate.isBefore(fromDate), "to", "identity.substitution.endsBeforeItBegins"),
                () -> refuse(toDate.isAfter(fromDate.plusYears(1)), "to", "identity.substitution.tooLong"),
                () -> refuse(reason.strip().length() > REASON_MAX, "reason", "identity.nameTooLong", REASON_MAX));
        this.id = Ids.next();
        this.absentId = absentId;
        this.substituteId = substituteId;
        this.fromDate = fromDate;
        this.toDate = toDate;
        this.reason = reason.strip();
    }

    private static void refuse(boolean wrong, String field, String key, Object... args) {
        if (wrong) {
            throw RuleViolation.at(field, key, args);
        }
    }

    /** Ends with yesterday; returns false where nothing of it has passed, so that it can be dropped. */
    boolean endBefore(LocalDate today) {
        if (!fromDate.isBefore(today)) {
            return false;
        }
        this.toDate = today.minusDays(1);
        return true;
    }

    /** Refuses where {@code other}, at the same time, makes a second substitute or a chain. */
    void checkBeside(Substitution other) {
        if (other.toDate.isBefore(fromDate) || toDate.isBefore(other.fromDate)) {
            return;
        }
        if (other.absentId == absentId) {
            throw RuleViolation.at("from", "identity.substitution.overlaps");
        }
        if (other.absentId == substituteId) {
            throw RuleViolation.at("substitute", "identity.substitution.substituteAbsent");
        }
        if (other.substituteId == absentId) {
            throw RuleViolation.at("from", "identity.substitution.absentSubstitutes");
        }
    }

    long id() {
        return id;
    }

    long absentId() {
        return absentId;
    }

    long substituteId() {
        return substituteId;
    }

    LocalDate fromDate() {
        return fromDate;
    }

    LocalDate toDate() {
        return toDate;
    }

    String reason() {
        return reason;
    }
}
