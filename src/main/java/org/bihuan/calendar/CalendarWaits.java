package org.bihuan.calendar;

import java.util.Map;

/** What stands still because a year has not been entered; implemented by whoever counts in working days unattended. */
public interface CalendarWaits {

    /** How many cases wait for each year that has any. */
    Map<Integer, Integer> casesByYear();
}
