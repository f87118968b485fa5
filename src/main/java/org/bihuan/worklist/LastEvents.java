package org.bihuan.worklist;

import java.util.HashMap;
import java.util.Map;

import org.bihuan.rectification.CaseEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers, for the length of a transaction, what last happened to a case, so that a step which
 * opens in it shows it without a query of its own.
 */
@Component
public class LastEvents {

    @EventListener
    void on(CaseEvents.Recorded event) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        map().put(event.number().value(), event.action());
    }

    /** The last action on the case in this transaction, or null. */
    public @Nullable String of(String caseNumber) {
        return TransactionSynchronizationManager.isSynchronizationActive() ? map().get(caseNumber) : null;
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> map() {
        Map<String, String> bound = (Map<String, String>) TransactionSynchronizationManager.getResource(this);
        if (bound == null) {
            Map<String, String> fresh = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, fresh);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void suspend() {
                    TransactionSynchronizationManager.unbindResourceIfPossible(LastEvents.this);
                }

                @Override
                public void resume() {
                    TransactionSynchronizationManager.bindResource(LastEvents.this, fresh);
                }

                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(LastEvents.this);
                }
            });
            return fresh;
        }
        return bound;
    }
}
