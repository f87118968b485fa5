package org.bihuan.calendar;

/** What happens to a deadline that falls on a rest day. */
public enum RestDayRule {
    /** It stays where it is. */
    KEEP,
    /** It moves to the first working day after it. */
    NEXT_WORKDAY,
    /** It moves to the last working day before it. */
    PREVIOUS_WORKDAY
}
