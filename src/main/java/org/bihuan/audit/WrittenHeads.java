package org.bihuan.audit;

import java.util.HashMap;
import java.util.Map;

import org.bihuan.audit.AuditRows.Head;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The ends of the streams that the running transaction has written to: nobody else can have moved them since. */
final class WrittenHeads {

    /** By stream; forgotten with the transaction. */
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
        }
    }
}
