package org.bihuan.rectification;

import java.time.Instant;
import java.util.Map;

import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
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
     * The open step behind a work item.
     *
     * @throws AlreadyDone if the work item is no longer open
     */
    OpenStep step(long workItem);

    /**
     * Completes a work item.
     *
     * @param outcome what a gateway reads ({@code approved}, {@code returned}), or null
     * @throws AlreadyDone if somebody else was first
     */
    void complete(long workItem, @Nullable String outcome, Map<String, Instant> dates);

    /**
     * Completes a work item whose form a process admin has drawn.
     *
     * @param values {@code String}, {@code Long}, {@code Boolean} or {@code LocalDate} by variable
     * @throws AlreadyDone if somebody else was first
     */
    void completeDrawn(long workItem, Map<String, Object> values);

    /** Gives the work item to one person, or back to its post for null. */
    void assign(long workItem, @Nullable Long person);

    /** Moves reminder and escalation of a measure's running work; nothing happens where none runs. */
    void reschedule(CaseNumber measure, Instant remindAt, Instant escalateAt);

    /** The diagram of a case with its tokens; for an unknown case an empty one. */
    CaseDiagram diagram(CaseNumber number);
}
