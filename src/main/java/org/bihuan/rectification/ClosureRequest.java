package org.bihuan.rectification;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One request for close-out (申请销号) as it was handed in, with what was said on it, oldest first.
 *
 * @param ordinal from 1; grows with every return
 */
public record ClosureRequest(
        int ordinal,
        String by,
        @Nullable String onBehalfOf,
        Instant at,
        String summary,
        List<ClosureOpinion> opinions) {

    public ClosureRequest {
        opinions = List.copyOf(opinions);
    }
}
