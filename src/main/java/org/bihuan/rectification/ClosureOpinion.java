package org.bihuan.rectification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What somebody said on a request for close-out; {@code onBehalfOf} where a substitute said it. */
public record ClosureOpinion(Kind kind, String by, @Nullable String onBehalfOf, Instant at, String text) {

    /** The step at which it was said. */
    public enum Kind {
        REVIEWED,
        VERIFIED,
        APPROVED,
        RETURNED
    }
}
