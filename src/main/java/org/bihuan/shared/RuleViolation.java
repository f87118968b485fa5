package org.bihuan.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A refusal by a rule of the field: names the rule by a message key, so that the user reads it in
 * their own language, beside the field it concerns where there is one.
 */
public class RuleViolation extends RuntimeException {

    private final String key;
    private final Object[] args;
    private final @Nullable String field;
    private final List<RuleViolation> others;

    public RuleViolation(String key, Object... args) {
        this(null, key, args, List.of());
    }

    private RuleViolation(@Nullable String field, String key, Object[] args, List<RuleViolation> others) {
        super(key);
        this.key = key;
        this.args = args.clone();
        this.field = field;
        this.others = List.copyOf(others);
    }

    /** A refusal that belongs beside the form field {@code field}. */
    public static RuleViolation at(String field, String key, Object... args) {
        return new RuleViolation(field, key, args, List.of());
    }

    /**
     * Runs every check and refuses once for all fields concerned, so that a form shows each refusal beside
     * its own; a refusal of the whole act passes on at once.
     */
    public static void gather(Runnable... checks) {
        List<RuleViolation> found = new ArrayList<>();
        for (Runnable check : checks) {
            try {
                check.run();
            } catch (RuleViolation refusal) {
                if (refusal.field == null) {
                    throw refusal;
                }
                found.addAll(refusal.all());
            }
        }
        if (!found.isEmpty()) {
            throw together(found);
        }
    }

    /** One refusal that holds all that were found, one at least. */
    public static RuleViolation together(List<RuleViolation> found) {
        RuleViolation first = found.get(0);
        return found.size() == 1
                ? first
                : new RuleViolation(first.field, first.key, first.args, found.subList(1, found.size()));
    }

    /** The same refusal, said of {@code subjects}, where a form concerns several things and not all are at fault. */
    public RuleViolation about(List<String> subjects) {
        return new RuleViolation(field, "shared.about", new Object[] {List.copyOf(subjects), this}, List.of());
    }

    /** This refusal and those that were found together with it. */
    public List<RuleViolation> all() {
        return Stream.concat(Stream.of(this), others.stream()).toList();
    }

    /** Message key of the sentence that says what is wrong and what to do. */
    public String key() {
        return key;
    }

    /** Arguments of the sentence; may be empty. One may be a refusal, whose own sentence stands there, or a list. */
    public Object[] args() {
        return args.clone();
    }

    /** Name of the form field concerned, or null where the refusal concerns the whole act. */
    public @Nullable String field() {
        return field;
    }
}
