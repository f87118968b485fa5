package org.bihuan.identity;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.bihuan.shared.Ids;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The one-time link for the first administrator, kept as a hash. */
@Entity(name = "IdentitySetupToken")
@Table(name = "identity_setup")
class SetupToken {

    @Id
    private long id;

    @Column
    private String tokenHash;

    @Column
    private Instant expiresAt;

    @Column
    private @Nullable Instant usedAt;

    @Version
    private @Nullable Long version;

    protected SetupToken() {}

    SetupToken(String tokenHash, Instant now, Duration validFor) {
        this.id = Ids.next();
        this.tokenHash = tokenHash;
        this.expiresAt = now.plus(validFor);
    }

    /** Uses the link up; refuses where it has been used or has expired. */
    void redeem(Instant now) {
        if (usedAt != null) {
            throw new RuleViolation("identity.setup.used");
        }
        if (!now.isBefore(expiresAt)) {
            throw new RuleViolation("identity.setup.expired");
        }
        usedAt = now;
    }
}
