package org.bihuan.evidence;

import org.bihuan.identity.Actor;

/** Who may do what with the evidence of a case: answered by the module that owns the cases. */
public interface EvidenceAccess {

    /**
     * Whether the actor may read the case, and so its evidence; false for a case that does not exist.
     * A measure may be read by exactly those who may read its problem.
     */
    boolean mayRead(String caseNumber, Actor a);

    /** Throws Forbidden or RuleViolation if the actor may not add evidence to the case now. */
    void checkMayAdd(String caseNumber, Actor a);

    /** Throws Forbidden or RuleViolation if the actor may not withdraw the item now. */
    void checkMayWithdraw(EvidenceItem item, Actor a);
}
