package org.bihuan.worklist.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.bihuan.audit.AuditSentences;
import org.bihuan.evidence.Evidence;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.CaseWork;
import org.bihuan.rectification.StepGuides;
import org.bihuan.rectification.ui.CaseParts;
import org.bihuan.rectification.ui.StepForms;
import org.bihuan.shared.ModelTexts;
import org.bihuan.worklist.FormDrafts;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.Receipts;
import org.bihuan.worklist.WorkFates;
import org.springframework.stereotype.Component;

/** What a task panel needs of the services, gathered once. */
@Component
record TaskPanelFactory(
        Inbox inbox,
        WorkFates fates,
        FormDrafts drafts,
        CaseWork work,
        Receipts receipts,
        CaseFile cases,
        StepGuides guides,
        StepForms forms,
        CaseParts parts,
        Directory directory,
        Evidence evidence,
        AuditSentences sentences,
        ModelTexts models,
        CurrentActor currentActor,
        DueText dueText,
        ObjectMapper json) {

    /**
     * The panel of a work item; not found where the caller may not know of it.
     *
     * @param onDone called when the task was handed in
     * @param onAgain called when the task was claimed or given back, and is to be shown anew
     */
    TaskPanel create(long item, Runnable onDone, Runnable onAgain) {
        return new TaskPanel(this, item, onDone, onAgain);
    }
}
