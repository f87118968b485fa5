package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.bihuan.calendar.WorkCalendar;
import org.bihuan.findings.FindingsDraft;
import org.bihuan.findings.FindingsHeader;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Duty;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens rounds out of accepted findings, names who answers for what, and starts the cases; the clerk's work. */
@Service
@Transactional
public class Rounds {

    private final CurrentActor currentActor;
    private final WorkCalendar calendar;
    private final RoundRepository rounds;
    private final RoundIntake intake;
    private final RoundSuggestions suggestions;
    private final Aggregates aggregates;
    private final ResponsibilityBook book;
    private final BatchRules batch;
    private final ProcessPort process;
    private final Recorder recorder;
    private final Deadlines deadlines;

    Rounds(
            CurrentActor currentActor,
            WorkCalendar calendar,
            RoundRepository rounds,
            RoundIntake intake,
            RoundSuggestions suggestions,
            Aggregates aggregates,
            ResponsibilityBook book,
            BatchRules batch,
            ProcessPort process,
            Recorder recorder,
            Deadlines deadlines) {
        this.currentActor = currentActor;
        this.calendar = calendar;
        this.rounds = rounds;
        this.intake = intake;
        this.suggestions = suggestions;
        this.aggregates = aggregates;
        this.book = book;
        this.batch = batch;
        this.process = process;
        this.recorder = recorder;
        this.deadlines = deadlines;
    }

    /** What the form of a new round may be filled with. */
    @Transactional(readOnly = true)
    public RoundSuggestion suggest(FindingsHeader header) {
        requireClerk();
        return suggestions.of(header);
    }

    /**
     * The dates that a policy comes to; stores nothing.
     *
     * @throws RuleViolation for all fields of the policy that are wrong
     */
    @Transactional(readOnly = true)
    public RoundPreview preview(RoundPolicy policy) {
        requireClerk();
        Round round = sound(policy, false);
        RoundView view = round.view();
        LocalDate remindOn = round.remindOn(calendar);
        LocalDate escalateOn = round.escalateOn(calendar);
        Set<Integer> provisional = new TreeSet<>();
        for (LocalDate day :
                new LocalDate[] {view.planDue(), view.periodEnd(), view.reportDue(), remindOn, escalateOn}) {
            if (calendar.provisional(day.getYear())) {
                provisional.add(day.getYear());
            }
        }
        return new RoundPreview(view, remindOn, escalateOn, provisional);
    }

    /**
     * Stores a previewed draft as a round: all of it or nothing.
     *
     * @param demo marks persons, dates and statuses of this round as invented
     * @throws RuleViolation for all fields of the policy that are wrong, or about the row of the draft
     */
    public RoundView accept(RoundPolicy policy, FindingsDraft findings, boolean demo) {
        Actor actor = requireClerk();
        findings.requireAcceptable();
        Round round = sound(policy, demo);
        round.accepted(deadlines.now());
        try {
            rounds.saveAndFlush(round);
        } catch (DataIntegrityViolationException lost) {
            RuleViolation refusal = taken(policy);
            refusal.addSuppressed(lost);
            throw refusal;
        }
        intake.store(round, findings);
        recorder.by(
                actor,
                Hands.as(actor, Duty.CLERK),
                "round:" + round.code(),
                "round.accepted",
                Map.of(
                        "problems", String.valueOf(findings.problems().size()),
                        "measures", String.valueOf(findings.measures().size())));
        return round.view();
    }

    private Round sound(RoundPolicy policy, boolean demo) {
        LocalDate today = deadlines.today();
        RuleViolation.gather(() -> RoundRules.require(policy, today, calendar), () -> {
            if (rounds.findByCode(policy.code()).isPresent()) {
                throw taken(policy);
            }
        });
        return new Round(policy, today, calendar, demo);
    }

    private static RuleViolation taken(RoundPolicy policy) {
        return RuleViolation.at("code", "rectification.round.codeTaken", policy.code());
    }

    /** Names who answers for a problem; measures without anybody of their own follow it. */
    public void assign(CaseNumber problem, Responsibility to) {
        assign(problem, to, List.of());
    }

    /**
     * Names who answers for a problem, and for those of its measures that {@code own} lists. Naming the
     * same people again changes nothing; on a running case the open steps go over to the new people.
     *
     * @throws RuleViolation beside the field that is wrong, or where the state forbids it
     */
    public void assign(CaseNumber problem, Responsibility to, List<MeasureResponsibility> own) {
        book.write(requireClerk(), aggregates.problem(problem), to, own);
    }

    /**
     * Names who answers for a problem and starts it, both or neither.
     *
     * @throws AlreadyDone if it was started meanwhile with other people
     */
    public void deploy(CaseNumber problemNumber, Responsibility to, List<MeasureResponsibility> own) {
        Actor actor = requireClerk();
        Problem problem = aggregates.problem(problemNumber);
        if (problem.state() != ProblemState.IMPORTED) {
            if (book.of(problem).equals(to)) {
                return;
            }
            throw new AlreadyDone("findings.assign.startedMeanwhile", problemNumber);
        }
        book.write(actor, problem, to, own);
        start(actor, problem);
    }

    /**
     * Names the same people for several problems, all or none; what {@code part} leaves open stays with each
     * problem as it is.
     *
     * @param start whether they are started as well
     * @return how many were started
     * @throws RuleViolation for everything that stands against it, over all problems
     */
    public int assignAll(Collection<CaseNumber> numbers, Responsibility part, boolean start) {
        Actor actor = requireClerk();
        List<Problem> problems = numbers.stream().map(aggregates::problem).toList();
        batch.require(problems, part, start);
        int started = 0;
        for (Problem problem : problems) {
            book.write(actor, problem, book.of(problem).with(part), List.of());
            if (start && start(actor, problem)) {
                started++;
            }
        }
        return started;
    }

    /** Starts the process of a problem (部署); one that runs already goes on undisturbed. */
    public void start(CaseNumber problemNumber) {
        start(requireClerk(), aggregates.problem(problemNumber));
    }

    private boolean start(Actor actor, Problem problem) {
        if (problem.state() != ProblemState.IMPORTED && !problem.state().closed()) {
            return false;
        }
        problem.start();
        aggregates.flush();
        recorder.by(actor, Hands.as(actor, Duty.CLERK), problem.caseNumber(), "problem.started", Map.of());
        process.startProblem(problem.caseNumber());
        return true;
    }

    /** The round's policy and dates. */
    @Transactional(readOnly = true)
    public RoundView round(String code) {
        currentActor.require();
        return rounds.findByCode(code).orElseThrow(() -> new NotFound(code)).view();
    }

    private Actor requireClerk() {
        Actor actor = currentActor.require();
        if (!actor.mayActAs(Duty.CLERK)) {
            throw new Forbidden("rectification.duty.clerk");
        }
        return actor;
    }
}
