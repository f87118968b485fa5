package org.bihuan.rectification;

import org.bihuan.shared.RuleViolation;

/** How long people's words in a case may be, in characters, so that every one of them fits its column. */
public final class Wording {

    /** Heading of a measure. */
    public static final int HEADING = 500;

    /** A reason, or what a follow-up found. */
    public static final int REASON = 2_000;

    /** A text of several paragraphs. */
    public static final int LONG = 10_000;

    private Wording() {}

    /** Refuses beside {@code field} a text that says nothing or is longer than {@code limit}. */
    static void require(String field, String text, int limit) {
        if (text.isBlank()) {
            throw RuleViolation.at(field, "rectification.plan.textMissing");
        }
        requireWithin(field, text, limit);
    }

    /** Refuses beside {@code field} a text that is longer than {@code limit}. */
    static void requireWithin(String field, String text, int limit) {
        if (text.length() > limit) {
            throw RuleViolation.at(field, "rectification.plan.textTooLong", limit);
        }
    }
}
