package org.bihuan.worklist;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the outbox is kept. {@code kept} is the age from which a row goes; {@code batch} is how many rows go
 * in one transaction, so that no other waits long for their locks.
 */
@ConfigurationProperties("bihuan.worklist.outbox")
record OutboxPolicy(
        @DefaultValue("7d") Duration kept,
        @DefaultValue("1000") int batch) {

    /** Nodes read a few seconds back, and their clocks may differ. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    OutboxPolicy {
        if (kept.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("bihuan.worklist.outbox.kept must be at least one hour");
        }
        if (batch < 1 || batch > 10_000) {
            throw new IllegalArgumentException("bihuan.worklist.outbox.batch must be between 1 and 10000");
        }
    }
}
