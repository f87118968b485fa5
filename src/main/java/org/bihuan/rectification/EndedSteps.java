package org.bihuan.rectification;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Implemented by who keeps the done work: tells whoever comes too late who was first. */
@FunctionalInterface
public interface EndedSteps {

    /** How a work item ended, or empty while it is open or where it is unknown. */
    Optional<Ended> ended(long workItem);

    /**
     * An ended step.
     *
     * @param by the person who did it, or null where it was cancelled with its case
     */
    record Ended(@Nullable Long by, Instant at) {}
}
