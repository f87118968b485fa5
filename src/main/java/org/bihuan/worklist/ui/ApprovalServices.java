package org.bihuan.worklist.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.identity.Directory;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.ClosureFile;
import org.bihuan.rectification.ui.CaseParts;
import org.bihuan.shared.CaseNumber;
import org.bihuan.worklist.Approvals;
import org.bihuan.worklist.FormDrafts;
import org.bihuan.worklist.WorkChanges;
import org.springframework.stereotype.Component;

/** What the approval screen needs of the services, gathered once. */
@Component
record ApprovalServices(
        Approvals approvals,
        CaseFile cases,
        ClosureFile closures,
        Evidence evidence,
        Directory directory,
        FormDrafts drafts,
        CaseParts parts,
        WorkChanges changes,
        ObjectMapper json) {

    /** How many files stand for a problem and its measures. */
    long evidenceCount(CaseNumber problem) {
        return evidence.ofProblem(problem.value()).stream()
                .filter(item -> !item.withdrawn())
                .map(EvidenceItem::id)
                .count();
    }
}
