package org.bihuan.shared;

import org.jspecify.annotations.Nullable;

/**
 * A refusal by a rule of the field: names the rule by a message key, so that the user reads it in
 * their own language, beside the field it concerns where there is one.
 */
public class RuleViolation extends RuntimeException {

    private final String key;
    private final Object[] args;
    private final @Nullable String field;

    public RuleViolation(String key, Object... args) {
        this(null, key, args);
    }

    private RuleViolation(@Nullable String field, String key, Object[] args) {
        super(key);
        this.key = key;
        this.args = args.clone();
        this.field = field;
    }

    /** A refusal that belongs beside the form field {@code field}. */
    public static RuleViolation at(String field, String key, Object... args) {
        return new RuleViolation(field, key, args);
    }

    /** Message key of the sentence that says what is wrong and what to do. */
    public String key() {
        return key;
    }

    /** Arguments of the sentence; may be empty. */
    public Object[] args() {
        return args.clone();
    }

    /** Name of the form field concerned, or null where the refusal concerns the whole act. */
    public @Nullable String field() {
        return field;
    }
}
