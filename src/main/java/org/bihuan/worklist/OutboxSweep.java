package org.bihuan.worklist;

import java.time.Clock;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the outbox from growing for ever. Safe on every node at once: a row that another node has dropped
 * meanwhile is merely not there any more.
 */
@Component
@EnableConfigurationProperties(OutboxPolicy.class)
class OutboxSweep {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSweep.class);

    private final OutboxRows rows;
    private final OutboxPolicy policy;
    private final Clock clock;

    OutboxSweep(OutboxRows rows, OutboxPolicy policy, Clock clock) {
        this.rows = rows;
        this.policy = policy;
        this.clock = clock;
    }

    /** Drops all old rows, each batch in a transaction of its own. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "${bihuan.worklist.outbox.sweep-interval:PT6H}")
    void sweep() {
        Instant before = clock.instant().minus(policy.kept());
        int dropped = 0;
        int last;
        do {
            last = rows.drop(before, policy.batch());
            dropped += last;
        } while (last == policy.batch());
        if (dropped > 0) {
            LOG.info("Outbox: dropped {} rows written before {}", dropped, before);
        }
    }
}
