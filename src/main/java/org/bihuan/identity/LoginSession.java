package org.bihuan.identity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.bihuan.shared.Ids;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** A login that lasts, on whichever node: listed for its owner and ended from outside. */
@Entity(name = "IdentityLoginSession")
@Table(name = "identity_login_session")
class LoginSession {

    private static final int ADDRESS_MAX = 64;
    private static final int DEVICE_MAX = 200;

    @Id
    private long id;

    @Column
    private long personId;

    @Column
    private String address;

    @Column
    private String device;

    @Column
    private Instant createdAt;

    @Column
    private Instant lastSeenAt;

    @Column
    private @Nullable Instant endedAt;

    @Version
    private @Nullable Long version;

    protected LoginSession() {}

    LoginSession(long personId, String address, String device, Instant now) {
        this.id = Ids.next();
        this.personId = personId;
        this.address = cut(address, ADDRESS_MAX);
        this.device = cut(device, DEVICE_MAX);
        this.createdAt = now;
        this.lastSeenAt = now;
    }

    /** Ends it by somebody's decision; refuses where it has ended already. */
    void revoke(Instant now) {
        if (endedAt != null) {
            throw new RuleViolation("identity.session.alreadyEnded");
        }
        endedAt = now;
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    long id() {
        return id;
    }

    long personId() {
        return personId;
    }

    SessionRef ref() {
        return new SessionRef(id, personId, address, device, createdAt, lastSeenAt);
    }

    private static String cut(String text, int max) {
        return text.substring(0, Math.min(text.length(), max));
    }
}
