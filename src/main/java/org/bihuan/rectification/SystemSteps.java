package org.bihuan.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.identity.PostRef;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the engine's service tasks ask for. Nobody is logged in on the engine's threads, so these
 * steps check no duty; the aggregates' guards hold all the same.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SystemSteps {

    private final Aggregates aggregates;
    private final Deadlines deadlines;
    private final Assignments assignments;
    private final Evidence evidence;
    private final Recorder recorder;
    private final History history;
    private final ApplicationEventPublisher events;

    SystemSteps(
            Aggregates aggregates,
            Deadlines deadlines,
            Assignments assignments,
            Evidence evidence,
            Recorder recorder,
            History history,
            ApplicationEventPublisher events) {
        this.aggregates = aggregates;
        this.deadlines = deadlines;
        this.assignments = assignments;
        this.evidence = evidence;
        this.recorder = recorder;
        this.history = history;
        this.events = events;
    }

    /** When a measure is reminded and escalated. */
    public record Timers(Instant remindAt, Instant escalateAt) {}

    /** Measures of a problem that are not yet accepted, in their order: each gets a process of its own. */
    public List<CaseNumber> openMeasures(CaseNumber problem) {
        return aggregates.measuresOf(aggregates.problem(problem)).stream()
                .filter(measure -> !measure.accepted())
                .map(Measure::caseNumber)
                .toList();
    }

    /** Opens a measure's work and says when it is reminded and escalated. */
    public Timers openMeasure(CaseNumber number) {
        Measure measure = aggregates.measure(number);
        measure.open();
        recorder.bySystem(number, "measure.started", Map.of("due", measure.due().toString()));
        return timers(measure);
    }

    Timers timers(Measure measure) {
        Round round = aggregates.round(measure.roundId());
        return new Timers(deadlines.remindAt(measure.due(), round), deadlines.escalateAt(measure.due(), round));
    }

    /** Reminds: raises the level and puts it before the person responsible. */
    public void remind(CaseNumber number) {
        raise(number, Level.WARNING, "measure.reminded", Set.of());
    }

    /** Escalates: raises the level and puts it before the head of the responsible unit as well. */
    public void escalate(CaseNumber number) {
        Set<Long> heads = assignments.unitHead(number).map(PostRef::id).stream().collect(Collectors.toSet());
        raise(number, Level.OVERDUE, "measure.escalated", heads);
    }

    private void raise(CaseNumber number, Level level, String action, Set<Long> alsoBefore) {
        Measure measure = aggregates.measure(number);
        if (measure.raise(level)) {
            recorder.bySystem(number, action, Map.of("due", measure.due().toString()));
            events.publishEvent(new CaseEvents.LevelRaised(number, level, alsoBefore));
        }
    }

    /** Accepts a verified measure. */
    public void acceptMeasure(CaseNumber number) {
        Measure measure = aggregates.measure(number);
        measure.accept(kindsPresent(measure), deadlines.now());
        History.Judges judges = new History.Judges(measure.reviewed(), measure.verified());
        history.ended(number, measure.attempt(), "ACCEPTED", null, judges, deadlines.now());
    }

    /** Closes a problem out and says when the follow-up inspection is due. */
    public Instant closeOut(CaseNumber number) {
        Problem problem = aggregates.problem(number);
        List<Measure> measures = aggregates.measuresOf(problem);
        problem.close(measures, deadlines.now());
        requireEvidence(measures);
        recorder.bySystem(number, "problem.closed", Map.of());
        LocalDate today = deadlines.today();
        return deadlines.followUpAt(today, aggregates.round(problem.roundId()));
    }

    /** A case that had stopped for want of a year in the calendar goes on. */
    public void resume(CaseNumber number, int year) {
        recorder.bySystem(number, "step.resumed", Map.of("year", Integer.toString(year)));
    }

    /** Evidence may have been withdrawn since a measure was accepted, so close-out looks again. */
    private void requireEvidence(List<Measure> measures) {
        Map<String, Integer> attempts = new HashMap<>();
        measures.forEach(measure -> attempts.put(measure.caseNumber().value(), measure.attempt()));
        Map<String, Set<EvidenceKind>> present = evidence.kindsPresent(attempts);
        measures.forEach(measure -> measure.requireEvidence(
                present.getOrDefault(measure.caseNumber().value(), Set.of())));
    }

    /** Kinds of evidence that stand for a measure, of this attempt or an earlier one. */
    Set<EvidenceKind> kindsPresent(Measure measure) {
        return evidence.kindsPresent(measure.caseNumber().value(), measure.attempt());
    }
}
