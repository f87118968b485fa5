package org.bihuan.evidence;

/** What a file proves: the kinds that a class of measure may ask for. */
public enum EvidenceKind {
    DOCUMENT,
    MEETING_RECORD,
    TRAINING_RECORD,
    CHECK_RECORD,
    PHOTO,
    FIGURES,
    OTHER;

    /** Message key of the word. */
    public String key() {
        return "evidence.kind." + name();
    }
}
