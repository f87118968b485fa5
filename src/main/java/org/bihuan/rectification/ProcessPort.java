package org.bihuan.rectification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.LostRace;
import org.jspecify.annotations.Nullable;

/**
 * The engine as the rectification sees it: work items and case numbers, no engine type. Every call
 * takes part in the caller's transaction.
 */
public interface ProcessPort {

    /** Starts the problem's process. */
    void startProblem(CaseNumber problem);

    /** Lets a measure that was added later join the running problem. */
    void joinMeasure(CaseNumber measure);

    /**
     * Runs the act as one command of the engine: nothing is read twice, and what was read when the act
     * decided is what its writing is checked against, so that a change in between is noticed.
     *
     * @throws LostRace if another transaction was faster; the whole command is to be tried again
     */
    void together(Runnable act);

    /** The open step behind a work item, or empty if it is no longer open. */
    Optional<OpenStep> step(long workItem);

    /**
     * Completes a step.
     *
     * @param outcome what a gateway reads ({@code approved}, {@code returned}), or null
     * @throws LostRace if another transaction was faster; the whole command is to be tried again
     */
    void complete(OpenStep step, @Nullable String outcome, Map<String, Instant> dates);

    /**
     * Gives a step to one person, or back to its post for null.
     *
     * @throws LostRace if another transaction was faster
     */
    void assign(OpenStep step, @Nullable Long person);

    /** Gives the open steps of a case to whom their rules name now; returns them as they stand afterwards. */
    List<OpenStep> reassign(CaseNumber number);

    /**
     * Completes a step whose form a process admin has drawn.
     *
     * @param values {@code String}, {@code Long}, {@code Boolean} or {@code LocalDate} by variable
     * @throws LostRace if another transaction was faster
     */
    void completeDrawn(OpenStep step, Map<String, Object> values);

    /** Moves reminder and escalation of a measure's running work; nothing happens where none runs. */
    void reschedule(CaseNumber measure, Instant remindAt, Instant escalateAt);

    /**
     * Takes the steps of a problem that wait for the engine's own threads, in the caller's: for a
     * set-up that runs before those threads do.
     */
    void carryOn(CaseNumber problem);

    /** The diagram of a case with its tokens; for an unknown case an empty one. */
    CaseDiagram diagram(CaseNumber number);
}
