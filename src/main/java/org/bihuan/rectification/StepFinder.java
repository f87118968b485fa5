package org.bihuan.rectification;

import java.util.Optional;

import org.bihuan.identity.Actor;
import org.bihuan.identity.Directory;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.Dates;
import org.bihuan.shared.LogContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The step behind a work item; whoever comes too late is told who was first, and when. */
@Component
class StepFinder {

    private final ProcessPort process;
    private final Directory directory;
    private final ObjectProvider<EndedSteps> ended;

    StepFinder(ProcessPort process, Directory directory, ObjectProvider<EndedSteps> ended) {
        this.process = process;
        this.directory = directory;
        this.ended = ended;
    }

    /**
     * The open step.
     *
     * @throws AlreadyDone if it is no longer open; a repeated command of the same person is told so
     */
    OpenStep require(long workItem, Actor actor) {
        OpenStep step = process.step(workItem).orElseThrow(() -> tooLate(workItem, actor));
        LogContext.about(step.caseNumber());
        return step;
    }

    private AlreadyDone tooLate(long workItem, Actor actor) {
        EndedSteps known = ended.getIfAvailable();
        Optional<EndedSteps.Ended> end = known == null ? Optional.empty() : known.ended(workItem);
        if (end.isEmpty()) {
            return new AlreadyDone("rectification.step.alreadyDone");
        }
        String at = Dates.time(end.get().at());
        Long by = end.get().by();
        if (by == null) {
            return new AlreadyDone("rectification.step.cancelled", at);
        }
        return by == actor.personId()
                ? new AlreadyDone("rectification.step.doneByYou", at)
                : new AlreadyDone(
                        "rectification.step.doneBy", directory.person(by).name(), at);
    }

    /** The refusal of a second claim, which names the first. */
    AlreadyDone claimed(long assignee) {
        return new AlreadyDone(
                "rectification.step.claimedAlready", directory.person(assignee).name());
    }
}
