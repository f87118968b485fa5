package org.bihuan.rectification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** One handed-in version of a measure's work; verdict {@code ACCEPTED} or {@code RETURNED}, null while open. */
public record AttemptView(
        int attempt,
        String report,
        long submittedBy,
        Instant submittedAt,
        @Nullable Instant endedAt,
        @Nullable String verdict,
        @Nullable String opinion) {}
