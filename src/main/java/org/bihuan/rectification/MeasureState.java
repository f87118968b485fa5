package org.bihuan.rectification;

/** Where a measure stands; the aggregate's own states, whatever model drives them. */
public enum MeasureState {
    PLANNED,
    ASSIGNED,
    IN_PROGRESS,
    SUBMITTED,
    REVIEWED,
    VERIFIED,
    ACCEPTED;

    /** Message key of the word. */
    public String key() {
        return "rectification.measureState." + name();
    }
}
