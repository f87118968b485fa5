package org.bihuan.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.bihuan.identity.Actor;
import org.bihuan.shared.RuleViolation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The steps of a measure: aggregate, trail and history together. */
@Component
class MeasureSteps {

    private static final String REMIND_AT = "remindAt";
    private static final String ESCALATE_AT = "escalateAt";

    private final Aggregates aggregates;
    private final SystemSteps systemSteps;
    private final Deadlines deadlines;
    private final Recorder recorder;
    private final History history;
    private final EarlierRows earlier;
    private final ApplicationEventPublisher events;

    MeasureSteps(
            Aggregates aggregates,
            SystemSteps systemSteps,
            Deadlines deadlines,
            Recorder recorder,
            History history,
            EarlierRows earlier,
            ApplicationEventPublisher events) {
        this.aggregates = aggregates;
        this.systemSteps = systemSteps;
        this.deadlines = deadlines;
        this.recorder = recorder;
        this.history = history;
        this.earlier = earlier;
        this.events = events;
    }

    void acknowledge(StepContext step) {
        aggregates.measure(step.number()).acknowledge();
        recorder.by(step.actor(), step.hands(), step.number(), "measure.acknowledged", Map.of());
    }

    void carryOut(StepContext step, Submission.CarryOut work) {
        Measure measure = aggregates.measure(step.number());
        measure.submit(step.hands(), work.report(), systemSteps.kindsPresent(measure));
        history.submitted(measure, work.report(), step.hands(), step.at());
        recorder.by(
                step.actor(),
                step.hands(),
                step.number(),
                "measure.submitted",
                Map.of("attempt", String.valueOf(measure.attempt())));
    }

    Map<String, Instant> review(StepContext step, Decision decision) {
        Measure measure = aggregates.measure(step.number());
        if (!decision.approved()) {
            return sendBack(step, WorkForms.MEASURE_REVIEW, measure, decision);
        }
        measure.review(step.hands(), earlier.of(measure));
        opinion(step, "measure.reviewed", decision);
        return Map.of();
    }

    Map<String, Instant> verify(StepContext step, Decision decision) {
        Measure measure = aggregates.measure(step.number());
        if (!decision.approved()) {
            if (decision.newDue() == null) {
                throw RuleViolation.at("newDue", "rectification.decision.noNewDue");
            }
            return sendBack(step, WorkForms.MEASURE_VERIFY, measure, decision);
        }
        measure.verify(step.hands(), earlier.of(measure), systemSteps.kindsPresent(measure));
        opinion(step, "measure.accepted", decision);
        return Map.of();
    }

    private Map<String, Instant> sendBack(StepContext step, String form, Measure measure, Decision decision) {
        int attempt = measure.attempt();
        Signature judge = Signature.of(step.hands());
        History.Judges judges = form.equals(WorkForms.MEASURE_VERIFY)
                ? new History.Judges(measure.reviewed(), judge)
                : new History.Judges(judge, measure.verified());
        measure.sendBack(form, step.hands(), earlier.of(measure), decision.opinion(), step.at());
        history.ended(step.number(), attempt, "RETURNED", decision.opinion(), judges, step.at());
        LocalDate newDue = decision.newDue();
        recorder.by(
                step.actor(),
                step.hands(),
                step.number(),
                "measure.returned",
                Map.of(
                        "reason",
                        decision.opinion(),
                        "newDue",
                        String.valueOf(newDue == null ? measure.due() : newDue)));
        if (newDue != null && !newDue.equals(measure.due())) {
            move(step.actor(), step.hands(), measure, newDue, decision.opinion());
        }
        SystemSteps.Timers timers = systemSteps.timers(measure);
        return Map.of(REMIND_AT, timers.remindAt(), ESCALATE_AT, timers.escalateAt());
    }

    /** Moves the date; returns whether it was another one. */
    boolean move(Actor actor, Hands hands, Measure measure, LocalDate to, String reason) {
        LocalDate settled = deadlines.ahead(
                to,
                aggregates.round(measure.roundId()),
                RuleViolation.at("newDue", "rectification.decision.newDuePast"));
        LocalDate from = measure.due();
        if (settled.equals(from)) {
            return false;
        }
        LocalDate original = measure.view().originalDue();
        measure.moveDue(settled);
        history.moved(measure.caseNumber(), from, settled, reason, actor.personId(), deadlines.now());
        recorder.by(
                actor,
                hands,
                measure.caseNumber().value(),
                "measure.dueMoved",
                Map.of(
                        "from", from.toString(),
                        "to", settled.toString(),
                        "original", original.toString(),
                        "reason", reason));
        events.publishEvent(new CaseEvents.DueMoved(measure.caseNumber(), settled));
        return true;
    }

    private void opinion(StepContext step, String action, Decision decision) {
        recorder.by(step.actor(), step.hands(), step.number(), action, Map.of("opinion", decision.opinion()));
    }
}
