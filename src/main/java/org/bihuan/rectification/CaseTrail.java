package org.bihuan.rectification;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.audit.TrailCases;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.shared.CaseNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From an entry of the trail one goes on to a dossier by the rights of reading cases. */
@Component
@Transactional(readOnly = true)
class CaseTrail implements TrailCases {

    private final CaseFile cases;
    private final CurrentActor currentActor;

    CaseTrail(CaseFile cases, CurrentActor currentActor) {
        this.cases = cases;
        this.currentActor = currentActor;
    }

    @Override
    public Set<String> readable(Collection<String> caseNumbers) {
        Actor actor = currentActor.require();
        return caseNumbers.stream()
                .distinct()
                .filter(number -> cases.mayRead(new CaseNumber(number), actor))
                .collect(Collectors.toSet());
    }
}
