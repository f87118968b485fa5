package org.bihuan.modeling;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What a model may write into a timer: ISO 8601 literals, or one variable that code computes. */
final class TimerRules {

    private static final Pattern CYCLE = Pattern.compile("R(\\d{0,4})/(?:([^/]+)/)?(P[^/]+)");
    private static final Pattern DAYS_AND_TIME =
            Pattern.compile("P(?=.)((?:\\d{1,5}Y)?(?:\\d{1,5}M)?(?:\\d{1,5}W)?(?:\\d{1,5}D)?)(T[0-9HMS.]+)?");

    private TimerRules() {}

    /** Length of a literal ISO duration, a month counted as 28 days; null if it is none. */
    static @Nullable Duration length(String literal) {
        Matcher m = DAYS_AND_TIME.matcher(literal);
        if (!m.matches()) {
            return null;
        }
        try {
            Period period = m.group(1).isEmpty() ? Period.ZERO : Period.parse("P" + m.group(1));
            Duration time = m.group(2) == null ? Duration.ZERO : Duration.parse("P" + m.group(2));
            return time.plusDays(period.toTotalMonths() * 28 + period.getDays());
        } catch (DateTimeException e) {
            return null;
        }
    }

    static boolean isPositiveDuration(String literal) {
        Duration length = length(literal);
        return length != null && length.compareTo(Duration.ZERO) > 0;
    }

    /** Whether the literal is a repeat whose period is an hour or more. */
    static boolean isSlowCycle(String literal) {
        Matcher m = CYCLE.matcher(literal);
        if (!m.matches() || (m.group(2) != null && !isDate(m.group(2)))) {
            return false;
        }
        Duration length = length(m.group(3));
        return length != null && length.compareTo(ModelLimits.SHORTEST_REPEAT) >= 0;
    }

    /** Whether the literal is an ISO date with time, with or without an offset. */
    static boolean isDate(String literal) {
        return parses(() -> LocalDateTime.parse(literal)) || parses(() -> OffsetDateTime.parse(literal));
    }

    private static boolean parses(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
