package org.bihuan.modeling;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One remark of the {@link ModelCheck}.
 *
 * @param elementId id of the element concerned, or of the nearest one above it that has an id; null for the file
 * @param elementType local name of that element, such as {@code userTask}
 * @param severity an error refuses the model, a warning does not
 * @param key message key
 * @param args arguments of the message, the offending value among them, shortened
 */
public record Finding(
        @Nullable String elementId, String elementType, Severity severity, String key, List<String> args) {

    /** Whether the model can be deployed all the same. */
    public enum Severity {
        ERROR,
        WARNING
    }

    private static final int SHOWN = 120;

    static Finding error(@Nullable String elementId, String elementType, String key, String... args) {
        return of(elementId, elementType, Severity.ERROR, key, args);
    }

    static Finding of(@Nullable String elementId, String elementType, Severity severity, String key, String... args) {
        return new Finding(
                elementId,
                elementType,
                severity,
                key,
                List.of(args).stream().map(Finding::shorten).toList());
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    private static String shorten(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    @Override
    public String toString() {
        return "%s %s: %s %s".formatted(elementType, elementId == null ? "-" : elementId, key, args);
    }
}
