package org.bihuan.identity;

/** A duty in a unit; its id is the principal for group work. */
public record PostRef(long id, long unitId, Duty duty) {}
