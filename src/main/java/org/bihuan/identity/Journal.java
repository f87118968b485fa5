package org.bihuan.identity;

import java.util.Map;

import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what was done to people and units into the audit trail, in the transaction that does it. */
@Component
class Journal {

    private static final String SYSTEM = "system";

    private final AuditTrail audit;

    Journal(AuditTrail audit) {
        this.audit = audit;
    }

    /** An act on a person; {@code by} is null for the product itself, and for whoever redeems the first link. */
    void person(long personId, String action, Map<String, String> facts, @Nullable Actor by) {
        append("person:" + personId, action, facts, by);
    }

    /** An act on a unit; {@code by} is null for the product itself. */
    void unit(long unitId, String action, Map<String, String> facts, @Nullable Actor by) {
        append("unit:" + unitId, action, facts, by);
    }

    private void append(String stream, String action, Map<String, String> facts, @Nullable Actor by) {
        audit.append(
                by == null
                        ? new AuditEntry(stream, action, facts, null, SYSTEM, null, SessionActor.origin())
                        : new AuditEntry(stream, action, facts, by.personId(), by.name(), null, by.origin()));
    }
}
