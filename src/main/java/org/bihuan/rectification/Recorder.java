package org.bihuan.rectification;

import java.util.Map;

import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditTrail;
import org.bihuan.identity.Actor;
import org.bihuan.shared.CaseNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes the audit trail of cases: who, when, what, from where, in the transaction of the change. */
@Component
class Recorder {

    private static final String SYSTEM = "system";

    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    Recorder(AuditTrail trail, ApplicationEventPublisher events) {
        this.trail = trail;
        this.events = events;
    }

    void by(Actor actor, Hands hands, CaseNumber number, String action, Map<String, String> facts) {
        trail.append(new AuditEntry(
                number.value(), action, facts, hands.by(), hands.name(), hands.onBehalfOfName(), actor.origin()));
        events.publishEvent(new CaseEvents.Recorded(number, action));
    }

    /** Of a stream that nobody follows, or where nobody is to hear of it. */
    void by(Actor actor, Hands hands, String stream, String action, Map<String, String> facts) {
        trail.append(new AuditEntry(
                stream, action, facts, hands.by(), hands.name(), hands.onBehalfOfName(), actor.origin()));
    }

    void by(Actor actor, String stream, String action, Map<String, String> facts) {
        trail.append(new AuditEntry(stream, action, facts, actor.personId(), actor.name(), null, actor.origin()));
    }

    void bySystem(CaseNumber number, String action, Map<String, String> facts) {
        trail.append(new AuditEntry(number.value(), action, facts, null, SYSTEM, null, SYSTEM));
        events.publishEvent(new CaseEvents.Recorded(number, action));
    }
}
