package org.bihuan.shared;

import io.hypersistence.tsid.TSID;

/**
 * Assigns identifiers before the insert: 64-bit, ordered by time to the millisecond, random below.
 * Assigned ids keep Hibernate's insert batching, which {@code IDENTITY} columns disable.
 */
public final class Ids {

    private static final TSID.Factory FACTORY =
            TSID.Factory.builder().withNodeBits(0).build();

    private Ids() {}

    /** Returns the next identifier; unique over all nodes with 22 random bits a millisecond. */
    public static long next() {
        return FACTORY.generate().toLong();
    }
}
