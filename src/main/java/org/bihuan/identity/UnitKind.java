package org.bihuan.identity;

/** What a unit is (domain.md section 1, "Bodies and roles"). */
public enum UnitKind {
    WORKING_COMMITTEE,
    LEADING_GROUP,
    TASK_FORCE,
    DISCIPLINE_COMMITTEE,
    OFFICE,
    LINE,
    VILLAGE_ORG,
    DISTRICT
}
