package org.bihuan.identity;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.persistence.EntityManager;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Number of the last change of units, people, duties and substitutes. Who remembers anything of them
 * asks here whether it still holds: at once for a change on this node, within a second for one on
 * another.
 */
@Component
class OrganisationRevision {

    private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(1);

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final AtomicLong changesHere = new AtomicLong();
    private volatile Seen seen = new Seen(-1, 0, -1);

    OrganisationRevision(JdbcClient jdbc, EntityManager entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    private record Seen(long revision, long at, long changesHere) {}

    /** Records a change: writes what is pending, so that plain SQL sees it, and counts up. */
    void changed() {
        entities.flush();
        jdbc.sql("update identity_revision set revision = revision + 1 where id = 1")
                .update();
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(OrganisationRevision.this);
                changesHere.incrementAndGet();
            }
        });
    }

    /** Whether the running transaction has made changes, so that nothing remembered holds in it. */
    boolean changedHere() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    /** The present number; read at most once a second. */
    long current() {
        Seen last = seen;
        long changes = changesHere.get();
        long now = System.nanoTime();
        if (last.changesHere() == changes && now - last.at() < GOOD_FOR) {
            return last.revision();
        }
        long revision = jdbc.sql("select revision from identity_revision where id = 1")
                .query(Long.class)
                .single();
        seen = new Seen(revision, now, changes);
        return revision;
    }
}
