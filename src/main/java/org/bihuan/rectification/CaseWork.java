package org.bihuan.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Duty;
import org.bihuan.identity.Presence;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.LogContext;
import org.bihuan.shared.LostRace;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The commands of people on cases. Each checks that the step stands before the caller, lets the
 * aggregate permit it, writes the trail and moves the engine on, in one transaction, which is tried
 * again where it lost a race. The work item and the case number are the keys by which a command that
 * comes twice is known: the second time it is refused or does nothing.
 */
@Service
@Transactional
public class CaseWork {

    private static final String APPROVED = "approved";
    private static final String RETURNED = "returned";

    private final CurrentActor currentActor;
    private final ProcessPort process;
    private final StepFinder steps;
    private final StepModels models;
    private final Aggregates aggregates;
    private final MeasureSteps measureSteps;
    private final ProblemSteps problemSteps;
    private final SystemSteps systemSteps;
    private final Deadlines deadlines;
    private final EvidenceRule evidenceRule;
    private final Recorder recorder;
    private final ResponsibilityRules rules;
    private final ClaimRules claims;
    private final Presence presence;

    CaseWork(
            CurrentActor currentActor,
            ProcessPort process,
            StepFinder steps,
            StepModels models,
            Aggregates aggregates,
            MeasureSteps measureSteps,
            ProblemSteps problemSteps,
            SystemSteps systemSteps,
            Deadlines deadlines,
            EvidenceRule evidenceRule,
            Recorder recorder,
            ResponsibilityRules rules,
            ClaimRules claims,
            Presence presence) {
        this.presence = presence;
        this.claims = claims;
        this.rules = rules;
        this.currentActor = currentActor;
        this.process = process;
        this.steps = steps;
        this.models = models;
        this.aggregates = aggregates;
        this.measureSteps = measureSteps;
        this.problemSteps = problemSteps;
        this.systemSteps = systemSteps;
        this.deadlines = deadlines;
        this.evidenceRule = evidenceRule;
        this.recorder = recorder;
    }

    /**
     * Hands in a step.
     *
     * @throws org.bihuan.shared.AlreadyDone if somebody else was first
     * @throws Forbidden if the step does not stand before the caller
     * @throws RuleViolation if a rule of the field refuses it
     */
    public void submit(long workItem, Submission submission) {
        process.together(() -> {
            Actor actor = currentActor.require();
            OpenStep step = steps.require(workItem, actor);
            StepContext context = new StepContext(actor, entitled(actor, step), step, deadlines.now());
            try {
                handIn(context, submission);
            } catch (RuleViolation refusal) {
                throw refusal.field() == null ? LostRace.perhapsStale(refusal) : refusal;
            }
        });
    }

    private void handIn(StepContext context, Submission submission) {
        OpenStep step = context.step();
        aggregates.load(step.caseNumber());
        if (submission instanceof Submission.Decided decided) {
            decide(context, decided.decision());
        } else if (submission instanceof Submission.Acknowledge) {
            expect(step, WorkForms.MEASURE_ACKNOWLEDGE);
            measureSteps.acknowledge(context);
            process.complete(step, null, Map.of());
        } else if (submission instanceof Submission.CarryOut work) {
            expect(step, WorkForms.MEASURE_CARRY_OUT);
            measureSteps.carryOut(context, work);
            process.complete(step, null, Map.of());
        } else if (submission instanceof Submission.Plan plan) {
            expect(step, WorkForms.PLAN_DRAFT);
            problemSteps.draftPlan(context, plan);
            process.complete(step, null, Map.of());
        } else if (submission instanceof Submission.Closure closure) {
            expect(step, WorkForms.CLOSURE_PROPOSE);
            problemSteps.proposeClosure(context, closure);
            process.complete(step, null, Map.of());
        } else if (submission instanceof Submission.FollowUp followUp) {
            expect(step, WorkForms.FOLLOW_UP);
            problemSteps.followUp(context, followUp);
            process.complete(step, null, Map.of());
        } else if (submission instanceof Submission.Drawn drawn) {
            drawn(context, drawn);
        }
    }

    /** A form that a process admin has drawn stands only where the product has none of its own. */
    private void drawn(StepContext context, Submission.Drawn drawn) {
        OpenStep step = context.step();
        if (step.formKey() != null && WorkForms.ALL.contains(step.formKey())) {
            throw new RuleViolation("rectification.step.wrongForm");
        }
        StepModel model = models.of(step.workItem());
        FormValues values = FormValues.read(model.fields(), drawn.entered());
        recorder.by(
                context.actor(),
                context.hands(),
                context.number(),
                "step.done",
                Map.of(
                        "step", model.name(),
                        "outcome", Objects.requireNonNullElse(values.outcome(), ""),
                        "entries", values.summary()));
        process.completeDrawn(step, values.values());
    }

    private void decide(StepContext context, Decision decision) {
        String form = String.valueOf(context.step().formKey());
        Map<String, Instant> dates =
                switch (form) {
                    case WorkForms.MEASURE_REVIEW -> measureSteps.review(context, decision);
                    case WorkForms.MEASURE_VERIFY -> measureSteps.verify(context, decision);
                    case WorkForms.PLAN_REVIEW -> problemSteps.reviewPlan(context, decision);
                    case WorkForms.CLOSURE_REVIEW, WorkForms.CLOSURE_VERIFY, WorkForms.CLOSURE_APPROVE ->
                        problemSteps.decideClosure(context, form, decision);
                    default -> throw new RuleViolation("rectification.step.wrongForm");
                };
        process.complete(context.step(), decision.approved() ? APPROVED : RETURNED, dates);
    }

    /**
     * Takes a step of one's unit upon oneself; a second time it is one's own already, and nothing happens.
     *
     * @throws RuleViolation if the caller may not judge what the step is for
     */
    public void claim(long workItem) {
        process.together(() -> take(workItem));
    }

    private void take(long workItem) {
        Actor actor = currentActor.require();
        OpenStep step = steps.require(workItem, actor);
        Long holder = step.assignee();
        if (holder != null) {
            if (holder == actor.personId()) {
                return;
            }
            throw steps.claimed(holder);
        }
        Hands hands = entitled(actor, step);
        claims.require(step, hands);
        presence.hold(actor.personId());
        process.assign(step, actor.personId());
        recorder.by(actor, hands, step.caseNumber(), "task.claimed", Map.of());
    }

    /** Gives a claimed step back to the unit; refused where the step was given to the person by rule. */
    public void unclaim(long workItem) {
        process.together(() -> giveBack(workItem));
    }

    private void giveBack(long workItem) {
        Actor actor = currentActor.require();
        OpenStep step = steps.require(workItem, actor);
        if (step.assignee() == null
                || step.assignee() != actor.personId()
                || step.candidates().isEmpty()) {
            throw new RuleViolation("rectification.step.notClaimed");
        }
        process.assign(step, null);
        recorder.by(actor, Hands.of(actor, step.candidates()), step.caseNumber(), "task.unclaimed", Map.of());
    }

    /** Adds a measure to a problem; where the work is already running it joins it. The same one twice is refused. */
    public CaseNumber addMeasure(CaseNumber problemNumber, NewMeasure draft) {
        Actor actor = currentActor.require();
        LogContext.about(problemNumber);
        Problem problem = aggregates.problem(problemNumber);
        Set<Long> entitled = new HashSet<>(actor.postsFor(Duty.CLERK, Duty.SUPERVISOR));
        entitled.add(orNone(problem.personResponsible()));
        entitled.add(orNone(problem.leadOfficial()));
        if (actor.principals().stream().noneMatch(entitled::contains)) {
            throw new Forbidden("rectification.duty.addMeasure");
        }
        problem.requireOpenForMeasures();
        boolean running = problem.state() == ProblemState.RECTIFYING;
        List<Measure> there = aggregates.measuresOf(problem);
        if (there.stream().anyMatch(measure -> measure.says(draft))) {
            throw RuleViolation.at("content", "rectification.measure.addedAlready", problemNumber.value());
        }
        int ordinal = there.stream().mapToInt(Measure::ordinal).max().orElse(0) + 1;
        Measure measure = new Measure(problem, ordinal, settled(problem, problemNumber.measure(ordinal), draft));
        rules.hold(null, measure.personResponsible());
        aggregates.add(problem, measure);
        Hands hands = Hands.of(actor, entitled);
        recorder.by(actor, hands, measure.caseNumber().value(), "measure.added", added(measure.view()));
        if (running) {
            process.joinMeasure(measure.caseNumber());
        }
        return measure.caseNumber();
    }

    /** The measure as it may be added; refuses beside each field. */
    private NewMeasure settled(Problem problem, CaseNumber number, NewMeasure draft) {
        Round round = aggregates.round(problem.roundId());
        RuleViolation past = RuleViolation.at("due", "rectification.decision.newDuePast");
        String standard = draft.standard();
        List<NewMeasure> settled = new ArrayList<>();
        RuleViolation.gather(
                () -> Wording.require("heading", draft.heading(), Wording.HEADING),
                () -> Wording.require("content", draft.content(), Wording.LONG),
                () -> Wording.requireWithin("standard", standard == null ? "" : standard, Wording.LONG),
                () -> settled.add(
                        draft.settled(deadlines.ahead(draft.due(), round, past), evidenceRule.of(draft.kind()))),
                () -> {
                    if (draft.responsibleUnit() != null || draft.personResponsible() != null) {
                        rules.requireOfMeasure(
                                new MeasureResponsibility(
                                        number, draft.responsibleUnit(), draft.personResponsible(), Set.of()),
                                problem.leadOfficial());
                    }
                });
        return settled.get(0);
    }

    private static Map<String, String> added(MeasureView measure) {
        return Map.of("heading", measure.heading(), "due", measure.due().toString());
    }

    /** Moves the due date of a measure, with a reason; the original date stays, timers follow. */
    public void moveDue(CaseNumber number, LocalDate to, String reason) {
        Actor actor = currentActor.require();
        LogContext.about(number);
        Set<Long> entitled = actor.postsFor(Duty.SUPERVISOR, Duty.APPROVER_HEAD, Duty.APPROVER_DEPUTY);
        if (entitled.isEmpty()) {
            throw new Forbidden("rectification.duty.moveDue");
        }
        if (reason.isBlank()) {
            throw RuleViolation.at("reason", "rectification.moveDue.noReason");
        }
        Wording.requireWithin("reason", reason, Wording.REASON);
        Measure measure = aggregates.measure(number);
        Hands hands = Hands.of(actor, entitled);
        if (measure.doneBy(hands)) {
            throw new RuleViolation("rectification.duty.doerMovesDue");
        }
        if (!measureSteps.move(actor, hands, measure, to, reason)) {
            throw RuleViolation.at(
                    "newDue", "rectification.measure.dueAlready", measure.due().toString());
        }
        SystemSteps.Timers timers = systemSteps.timers(measure);
        process.reschedule(number, timers.remindAt(), timers.escalateAt());
    }

    private static long orNone(@Nullable Long id) {
        return id == null ? 0 : id;
    }

    private static Hands entitled(Actor actor, OpenStep step) {
        Set<Long> entitled = new HashSet<>();
        if (step.assignee() != null) {
            entitled.add(step.assignee());
        } else {
            entitled.addAll(step.candidates());
        }
        if (actor.principals().stream().noneMatch(entitled::contains)) {
            throw new Forbidden("rectification.step.notYours");
        }
        Hands own = Hands.of(actor, entitled);
        // A claimed step of a post that the claimer holds only as substitute is still done for the absent person.
        return step.assignee() != null
                        && step.assignee() == actor.personId()
                        && !step.candidates().isEmpty()
                ? Hands.of(actor, step.candidates())
                : own;
    }

    private static void expect(OpenStep step, String form) {
        if (!form.equals(step.formKey())) {
            throw new RuleViolation("rectification.step.wrongForm");
        }
    }
}
