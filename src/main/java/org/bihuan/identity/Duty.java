package org.bihuan.identity;

/** What a person answers for in a unit. */
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
    DISTRICT_READER
}
