package org.bihuan.rectification;

import java.time.Instant;

import org.bihuan.identity.Actor;
import org.bihuan.shared.CaseNumber;

/** One act on one step: who, with whose hands, on what, when. */
record StepContext(Actor actor, Hands hands, OpenStep step, Instant at) {

    CaseNumber number() {
        return step.caseNumber();
    }
}
