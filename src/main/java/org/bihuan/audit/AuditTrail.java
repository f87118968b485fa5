package org.bihuan.audit;

/** The trail; what is appended stands or falls with the caller's transaction. */
public interface AuditTrail {

    /** Appends an entry; refuses without a running transaction. */
    void append(AuditEntry e);
}
