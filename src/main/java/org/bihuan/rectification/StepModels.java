package org.bihuan.rectification;

/** The models as the rectification reads them; no engine type. */
public interface StepModels {

    /**
     * How the model draws an open step.
     *
     * @throws org.bihuan.shared.AlreadyDone if the work item is no longer open
     */
    StepModel of(long workItem);
}
