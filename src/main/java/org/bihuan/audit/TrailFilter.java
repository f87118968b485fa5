package org.bihuan.audit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Which entries to show. A period goes with everything; a person and a kind go together, and what the
 * entries are about stands alone beside them: an index is in order for each of these.
 *
 * @param from the first day in Chinese time, null for the beginning of the trail
 * @param to the last day, null for today
 * @param actor id of who acted, {@link #SYSTEM} for the product itself, null for everybody
 * @param about a stream, or the number of a problem, which brings the entries of its measures too
 */
public record TrailFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long actor,
        @Nullable TrailKind kind,
        @Nullable String about) {

    /** Stands for the product itself where a person is chosen. */
    public static final long SYSTEM = 0;

    /** Everything. */
    public static final TrailFilter NONE = new TrailFilter(null, null, null, null, null);

    public TrailFilter {
        if (about != null && (actor != null || kind != null)) {
            throw new IllegalArgumentException("No index is in order for this");
        }
    }

    /** Whether it leaves anything out. */
    public boolean narrows() {
        return !equals(NONE);
    }
}
