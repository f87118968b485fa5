package org.bihuan.worklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.rectification.CaseWork;
import org.bihuan.rectification.ClosureFile;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.Submission;
import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The leading group's approvals: what waits, and the decisions on it. A decision needs no claim
 * before it; each is a transaction of its own, so that of several one may be refused and the others
 * stand. Not transactional itself for that reason.
 */
@Service
public class Approvals {

    /** How many closures one act approves at most: as many as a person reads through in one list. */
    public static final int BATCH_LIMIT = 20;

    private static final int TRIES = 3;

    private final CurrentActor currentActor;
    private final WaitingClosures waiting;
    private final ClosureFile closures;
    private final CaseWork work;

    Approvals(CurrentActor currentActor, WaitingClosures waiting, ClosureFile closures, CaseWork work) {
        this.currentActor = currentActor;
        this.waiting = waiting;
        this.closures = closures;
        this.work = work;
    }

    /** What became of one closure in {@link #approveAll}; {@code refusal} is null where it was approved. */
    public record Outcome(
            long item,
            CaseNumber number,
            String title,
            @Nullable RuleViolation refusal) {}

    /**
     * A page of what waits, the most urgent first, with those that the caller may not decide.
     *
     * @param after the last row of the page before, or null for the first page
     */
    public List<WaitingClosure> page(@Nullable WaitingClosure after, int limit) {
        Actor approver = requireApprover();
        return withObjections(waiting.page(approver, after, limit));
    }

    /** How many closures the caller may decide, at most {@link Inbox#COUNT_BOUND}. */
    public int count() {
        return waiting.count(requireApprover());
    }

    /** One that still waits. */
    public Optional<WaitingClosure> find(long item) {
        Actor approver = requireApprover();
        return withObjections(waiting.find(approver, item).stream().toList()).stream()
                .findFirst();
    }

    /** Who has decided on one that waits no more. */
    public Optional<DecidedClosure> decided(long item) {
        requireApprover();
        return waiting.decided(item);
    }

    private List<WaitingClosure> withObjections(List<WaitingClosure> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<CaseNumber, RuleViolation> objections = closures.objections(
                WorkForms.CLOSURE_APPROVE,
                rows.stream().map(WaitingClosure::number).toList());
        return rows.stream()
                .map(row -> new WaitingClosure(
                        row.item(),
                        row.number(),
                        row.title(),
                        row.unitName(),
                        row.due(),
                        row.level(),
                        row.since(),
                        row.takenBy(),
                        row.objection() != null ? row.objection() : objections.get(row.number())))
                .toList();
    }

    /**
     * Approves or returns one closure.
     *
     * @throws AlreadyDone if somebody else was first: names who and when
     * @throws Forbidden if the caller is no approver, or somebody else has claimed it: names who
     * @throws RuleViolation if a rule of the field refuses it
     */
    public void decide(long item, Decision decision) {
        Actor approver = requireApprover();
        if (waiting.named(item).isEmpty()) {
            throw new NotFound("closure " + item);
        }
        for (int tries = 1; ; tries++) {
            try {
                work.submit(item, new Submission.Decided(decision));
                return;
            } catch (AlreadyDone | Forbidden refusal) {
                throw inWords(approver, item, refusal);
            } catch (ConcurrencyFailureException | DuplicateKeyException lost) {
                if (tries == TRIES) {
                    AlreadyDone busy = new AlreadyDone("worklist.approval.busy");
                    busy.addSuppressed(lost);
                    throw busy;
                }
            }
        }
    }

    /** The refusal with the name of whoever was first, where there is one. */
    private RuleViolation inWords(Actor approver, long item, RuleViolation refusal) {
        Optional<DecidedClosure> decided = waiting.decided(item);
        if (decided.isPresent()) {
            DecidedClosure first = decided.get();
            return new AlreadyDone("worklist.approval.decidedBy", first.by(), first.time());
        }
        return waiting.find(approver, item)
                .map(WaitingClosure::takenBy)
                .<RuleViolation>map(name -> new Forbidden("worklist.approval.takenBy", name))
                .orElse(refusal);
    }

    /**
     * Approves several closures with one opinion, each for itself.
     *
     * @return what became of each, in the order given
     * @throws RuleViolation if there is no opinion, or nothing or too much is named: then nothing is decided
     */
    public List<Outcome> approveAll(List<Long> items, String opinion) {
        requireApprover();
        if (items.isEmpty()) {
            throw new RuleViolation("worklist.approval.nothingChosen");
        }
        if (items.size() > BATCH_LIMIT) {
            throw new RuleViolation("worklist.approval.tooMany", BATCH_LIMIT);
        }
        Decision decision = Decision.approve(opinion);
        Map<Long, WaitingClosures.Named> named = new LinkedHashMap<>();
        for (long item : items) {
            named.put(item, waiting.named(item).orElseThrow(() -> new NotFound("closure " + item)));
        }
        List<Outcome> outcomes = new ArrayList<>();
        named.forEach((item, closure) -> outcomes.add(outcome(item, closure, decision)));
        return outcomes;
    }

    private Outcome outcome(long item, WaitingClosures.Named named, Decision decision) {
        try {
            decide(item, decision);
            return new Outcome(item, named.number(), named.title(), null);
        } catch (RuleViolation refusal) {
            return new Outcome(item, named.number(), named.title(), refusal);
        }
    }

    private Actor requireApprover() {
        Actor actor = currentActor.require();
        if (Barred.APPROVERS.stream().noneMatch(actor::mayActAs)) {
            throw new Forbidden("worklist.approval.notApprover");
        }
        return actor;
    }
}
