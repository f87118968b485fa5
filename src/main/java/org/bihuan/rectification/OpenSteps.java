package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.List;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.ModelText;

/** Before whom a case stands now; the work list knows it. Reached through {@link CaseFile}, which checks the reader. */
public interface OpenSteps {

    /** The open steps of a problem and of its measures, the earliest due first. */
    List<Step> of(CaseNumber problem);

    /**
     * A step that waits for a person.
     *
     * @param step its name as the model has it
     * @param who names of those who may take it; one name where it has been given or claimed
     * @param claimed whether one person has it; otherwise any of those named may claim it
     */
    record Step(CaseNumber caseNumber, ModelText step, List<String> who, boolean claimed, LocalDate due) {
        public Step {
            who = List.copyOf(who);
        }
    }
}
