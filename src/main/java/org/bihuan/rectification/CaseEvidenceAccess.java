package org.bihuan.rectification;

import java.util.Set;

import org.bihuan.evidence.EvidenceAccess;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.identity.Actor;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.RuleViolation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Evidence follows its case: who may read it, and who may add to or withdraw from it while it is open. */
@Component
@Transactional(readOnly = true)
class CaseEvidenceAccess implements EvidenceAccess {

    private final CaseFile cases;
    private final Aggregates aggregates;

    CaseEvidenceAccess(CaseFile cases, Aggregates aggregates) {
        this.cases = cases;
        this.aggregates = aggregates;
    }

    @Override
    public boolean mayRead(String caseNumber, Actor actor) {
        return cases.mayRead(new CaseNumber(caseNumber), actor);
    }

    @Override
    public void checkMayAdd(String caseNumber, Actor actor) {
        CaseNumber number = new CaseNumber(caseNumber);
        if (!number.isMeasure()) {
            throw new RuleViolation("rectification.evidence.onMeasuresOnly");
        }
        Measure measure = aggregates.measure(number);
        requireWorker(measure, actor);
        switch (measure.state()) {
            case IN_PROGRESS -> {}
            case PLANNED, ASSIGNED -> throw new RuleViolation("rectification.evidence.notReceived", caseNumber);
            default -> throw new RuleViolation("rectification.evidence.notWhileJudged", caseNumber);
        }
    }

    @Override
    public void checkMayWithdraw(EvidenceItem item, Actor actor) {
        checkMayAdd(item.caseNumber(), actor);
    }

    private static void requireWorker(Measure measure, Actor actor) {
        Set<Long> principals = actor.principals();
        Long person = measure.personResponsible();
        Long unit = measure.responsibleUnit();
        boolean works = (person != null && principals.contains(person))
                || (unit != null && actor.unitIds().contains(unit));
        if (!works) {
            throw new Forbidden("rectification.duty.addEvidence");
        }
    }
}
