package org.bihuan.worklist;

import java.time.Clock;
import java.util.Set;

import org.bihuan.rectification.CaseEvents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the read model in step with levels and dates, in the transaction of the change. */
@Component
class CaseFollower {

    /** Steps that carry the measure's own due date. */
    private static final Set<String> WORK_STEPS = Set.of("userTask_carryOut");

    private final WorkItemStore store;
    private final Clock clock;

    CaseFollower(WorkItemStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @EventListener
    void on(CaseEvents.LevelRaised event) {
        String action = event.alsoBefore().isEmpty() ? "measure.reminded" : "measure.escalated";
        store.raised(event.number().value(), event.level(), event.alsoBefore(), action, clock.instant());
        store.announce(action, 0, event.number().value(), null, Set.of(), clock.instant());
    }

    @EventListener
    void on(CaseEvents.DueMoved event) {
        store.dueMoved(event.number().value(), event.due(), WORK_STEPS, clock.instant());
        store.announce("measure.dueMoved", 0, event.number().value(), null, Set.of(), clock.instant());
    }
}
