package org.bihuan.rectification.workflow;

/** The process variables: what gateways and timers read, and nothing else. */
final class CaseVariables {

    /** {@code approved} or {@code returned}; read by every decision gateway. */
    static final String OUTCOME = "outcome";

    /** Moment of the reminder; date. */
    static final String REMIND_AT = "remindAt";

    /** Moment of the escalation; date. */
    static final String ESCALATE_AT = "escalateAt";

    /** Moment of the follow-up inspection; date. */
    static final String FOLLOW_UP_AT = "followUpAt";

    /** Case number of the measure that a call activity starts; text. */
    static final String MEASURE_CASE = "measureCase";

    private CaseVariables() {}
}
