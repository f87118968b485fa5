package org.bihuan.worklist.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.bihuan.evidence.Evidence;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.CaseWork;
import org.bihuan.rectification.ui.StepForms;
import org.bihuan.shared.NotFound;
import org.bihuan.worklist.FormDrafts;
import org.bihuan.worklist.Inbox;
import org.springframework.stereotype.Component;

/** What a task panel needs of the services, gathered once. */
@Component
record TaskPanelFactory(
        Inbox inbox,
        FormDrafts drafts,
        CaseWork work,
        CaseFile cases,
        StepForms forms,
        Directory directory,
        Evidence evidence,
        CurrentActor currentActor,
        DueText dueText,
        ObjectMapper json) {

    /** The panel of a work item that stands before the caller; not found for any other. */
    TaskPanel create(long item, Runnable onDone) {
        return new TaskPanel(this, inbox.find(item).orElseThrow(() -> new NotFound("work item")), onDone);
    }
}
