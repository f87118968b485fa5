package org.bihuan.identity;

/** Kinds of unit below a street working committee, and the district above it. */
public enum UnitKind {
    WORKING_COMMITTEE,
    LEADING_GROUP,
    TASK_FORCE,
    DISCIPLINE_COMMITTEE,
    OFFICE,
    LINE,
    VILLAGE_ORG,
    DISTRICT;

    /** Message key of the kind's name. */
    public String key() {
        return "identity.unitKind." + name();
    }
}
