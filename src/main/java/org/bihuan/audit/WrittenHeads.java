package org.bihuan.audit;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.bihuan.audit.AuditRows.Head;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The ends of the streams as this node last wrote them: in the running transaction, where nobody else
 * can have moved them, and in those committed before, where another node can. A remembered end that is
 * no longer the end costs one attempt: the unique key of the chain refuses what follows it.
 */
final class WrittenHeads {

    private static final int MOST_REMEMBERED = 20_000;

    private final Map<String, Head> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Head> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    /** The end as this node last committed it, or null; perhaps no longer the end. */
    @Nullable
    Head remembered(String stream) {
        return remembered.get(stream);
    }

    /** What was remembered has turned out not to be the end. */
    void forget(String stream) {
        remembered.remove(stream);
    }

    /** Those of the running transaction, by stream. */
    @SuppressWarnings("unchecked")
    Map<String, Head> written() {
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return (Map<String, Head>) bound;
        }
        Map<String, Head> fresh = new HashMap<>();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(this, fresh);
            TransactionSynchronizationManager.registerSynchronization(new Boundary(fresh));
        }
        return fresh;
    }

    private final class Boundary implements TransactionSynchronization {

        private final Map<String, Head> heads;

        private Boundary(Map<String, Head> heads) {
            this.heads = heads;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(WrittenHeads.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(WrittenHeads.this, heads);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(WrittenHeads.this);
            if (status == STATUS_COMMITTED) {
                heads.forEach((stream, head) -> remembered.compute(
                        stream, (same, other) -> other != null && other.seq() > head.seq() ? other : head));
            } else {
                heads.keySet().forEach(WrittenHeads.this::forget);
            }
        }
    }
}
