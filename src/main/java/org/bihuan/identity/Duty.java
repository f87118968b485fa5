package org.bihuan.identity;

import java.util.EnumSet;
import java.util.Set;

/** What a person is called to do; always held in a unit (domain.md section 5). */
public enum Duty {
    HANDLER,
    UNIT_HEAD,
    LEADERSHIP_MEMBER,
    SUPERVISOR,
    APPROVER_DEPUTY,
    APPROVER_HEAD,
    CLERK,
    PROCESS_ADMIN,
    SYSTEM_ADMIN,
    SECURITY_ADMIN,
    AUDIT_ADMIN,
    DISTRICT_READER;

    private static final Set<Duty> THREE_OFFICERS = EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN);
    private static final Set<Duty> LEADERS_OF_THE_GROUP = EnumSet.of(APPROVER_HEAD, APPROVER_DEPUTY);

    /**
     * Whether this is one of the three officers (三员), of which nobody may hold two and which no
     * substitute takes over.
     */
    public boolean isOfficer() {
        return THREE_OFFICERS.contains(this);
    }

    /** Whether the duty can be held in a unit of this kind: who approves does so in a leading group. */
    public boolean fits(UnitKind kind) {
        return kind == UnitKind.LEADING_GROUP || !LEADERS_OF_THE_GROUP.contains(this);
    }

    /** Message key of the duty's name. */
    public String key() {
        return "identity.duty." + name();
    }

    /** Name of the security role that views are guarded with: the bare name of the duty. */
    public String role() {
        return name();
    }
}
