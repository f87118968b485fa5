package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * What accepting a year would change.
 *
 * @param workdays working days of the year afterwards
 * @param becomeRest days that are working days now, or would be in ordinary weeks, and become days off
 * @param becomeWork days that are off now, or would be in ordinary weeks, and become working days
 */
public record CalendarPreview(HolidayYear year, int workdays, List<LocalDate> becomeRest, List<LocalDate> becomeWork) {}
