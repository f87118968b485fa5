package org.bihuan.worklist;

import java.time.Clock;
import java.util.Set;

import org.bihuan.identity.UnitRef;
import org.bihuan.rectification.CaseEvents;
import org.bihuan.rectification.ClaimRules;
import org.bihuan.rectification.OpenStep;
import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.CaseNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the read model in step with levels and dates, in the transaction of the change. */
@Component
class CaseFollower {

    private static final String HANDS_CHANGED = "problem.assigned";

    private final WorkItemStore store;
    private final ClaimRules claims;
    private final Clock clock;

    CaseFollower(WorkItemStore store, ClaimRules claims, Clock clock) {
        this.store = store;
        this.claims = claims;
        this.clock = clock;
    }

    @EventListener
    void on(CaseEvents.LevelRaised event) {
        String action = event.alsoBefore().isEmpty() ? "measure.reminded" : "measure.escalated";
        store.raised(event.number().value(), event.level(), event.alsoBefore(), action, clock.instant());
        store.announce(action, 0, event.number().value(), null, Set.of(), clock.instant());
    }

    @EventListener
    void on(CaseEvents.TakenOver event) {
        barAgain(event.number().problem());
    }

    private void barAgain(CaseNumber problem) {
        for (WorkItemStore.Judging step : store.judging(problem)) {
            store.barred(step.id(), claims.barred(step.number(), step.form()));
        }
    }

    @EventListener
    void on(CaseEvents.DueMoved event) {
        store.dueMoved(event.number().value(), event.due(), WorkForms.MEASURE_CARRY_OUT, clock.instant());
        store.announce("measure.dueMoved", 0, event.number().value(), null, Set.of(), clock.instant());
    }

    @EventListener
    void on(CaseEvents.HandsChanged event) {
        UnitRef unit = event.unit();
        store.unitChanged(
                event.number().value(),
                unit == null ? null : unit.id(),
                unit == null ? null : unit.name(),
                event.escalatedTo());
        barAgain(event.number().problem());
        for (OpenStep step : event.steps()) {
            Set<Long> stoodBefore = store.handsChanged(
                    step.workItem(),
                    event.number().value(),
                    step.assignee(),
                    step.candidates(),
                    HANDS_CHANGED,
                    clock.instant());
            store.announce(HANDS_CHANGED, step.workItem(), event.number().value(), null, stoodBefore, clock.instant());
        }
    }
}
