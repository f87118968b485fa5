package org.bihuan.worklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells open screens that work has changed. It reads the outbox, which every node writes, so a
 * change made on another node reaches this one's screens as well; rows are read a few seconds back,
 * since a transaction that began earlier may commit later.
 */
@Component
public class WorkChanges {

    private static final Logger LOG = LoggerFactory.getLogger(WorkChanges.class);
    private static final int OVERLAP_SECONDS = 10;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final Set<Long> seen = ConcurrentHashMap.newKeySet();

    WorkChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Calls the listener, on another thread, whenever work has changed; close the result to stop. */
    public Subscription subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** A running subscription. */
    @FunctionalInterface
    public interface Subscription {

        void remove();
    }

    @Scheduled(fixedDelayString = "${bihuan.worklist.refresh:1000}")
    void look() {
        if (listeners.isEmpty()) {
            return;
        }
        Instant since = clock.instant().minusSeconds(OVERLAP_SECONDS);
        List<Long> recent = jdbc.sql("select id from work_outbox where at > ? order by id")
                .param(Timestamp.from(since))
                .query(Long.class)
                .list();
        boolean fresh = !seen.containsAll(recent);
        seen.retainAll(recent);
        seen.addAll(recent);
        if (fresh) {
            listeners.forEach(this::tell);
        }
    }

    private void tell(Runnable listener) {
        try {
            listener.run();
        } catch (IllegalStateException gone) {
            LOG.debug("A screen closed while it was told", gone);
            listeners.remove(listener);
        }
    }
}
