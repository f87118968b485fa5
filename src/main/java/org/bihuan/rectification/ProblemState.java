package org.bihuan.rectification;

/** Where a problem stands; the aggregate's own states, whatever model drives them. */
public enum ProblemState {
    IMPORTED,
    PLANNING,
    PLAN_REVIEW,
    RECTIFYING,
    PROPOSED,
    REVIEWED,
    VERIFIED,
    APPROVED,
    CLOSED,
    ARCHIVED;

    /** Message key of the word. */
    public String key() {
        return "rectification.problemState." + name();
    }

    /** Whether its close-out is being judged, so that who answers for it must not change. */
    public boolean closing() {
        return this == PROPOSED || this == REVIEWED || this == VERIFIED || this == APPROVED;
    }

    /** Whether the problem counts as closed (已销号). */
    public boolean closed() {
        return this == CLOSED || this == ARCHIVED;
    }
}
