package org.bihuan.rectification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A field of a form that a process admin has drawn ({@code camunda:formData}).
 *
 * @param options values and words of an {@code ENUM} in the order of the model, else empty
 * @param min smallest number, or null
 * @param max largest number, or null
 * @param minLength shortest text, or null
 * @param maxLength longest text, or null
 * @param value what the process holds under this name so far, as text, or null
 */
public record FormField(
        String id,
        String label,
        Type type,
        boolean required,
        boolean readOnly,
        Map<String, String> options,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable Long minLength,
        @Nullable Long maxLength,
        @Nullable String value) {

    /** Name of the field whose values become the buttons of the form. */
    public static final String OUTCOME = "outcome";

    /** Names that no field may have: variables that timers and calls read, computed by the product. */
    public static final Set<String> RESERVED = Set.of("remindAt", "escalateAt", "followUpAt", "measureCase");

    /** The closed kinds of value: texts, whole numbers, yes or no, days, choices. */
    public enum Type {
        STRING,
        LONG,
        BOOLEAN,
        DATE,
        ENUM
    }

    public FormField {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Whether this field would write what the product computes, or a decision that it does not offer. */
    boolean isReserved() {
        return RESERVED.contains(id) || (id.equals(OUTCOME) && !isOutcome());
    }

    /** Whether the values of this field are the buttons of the form. */
    public boolean isOutcome() {
        return id.equals(OUTCOME) && type == Type.ENUM && !options.isEmpty();
    }
}
