package org.bihuan.calendar;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bihuan.shared.RuleViolation;

/** A computation touched a year whose holidays are not known yet; says which year and what to do. */
public class NoCalendarData extends RuleViolation {

    /** The message key; the message of each is this and the year. */
    public static final String KEY = "calendar.noData";

    private static final Pattern MESSAGE = Pattern.compile(Pattern.quote(KEY) + " (\\d{1,9})");

    private final int year;

    public NoCalendarData(int year) {
        // As text: a number would be grouped to "2,027".
        super(KEY, Integer.toString(year));
        this.year = year;
    }

    /** The year that such a refusal named, where nothing but a message is left of it; empty for any other message. */
    public static OptionalInt yearIn(String message) {
        Matcher found = MESSAGE.matcher(message);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }

    @Override
    public String getMessage() {
        return KEY + " " + year;
    }

    /** The year without data. */
    public int year() {
        return year;
    }
}
