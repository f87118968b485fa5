package org.bihuan.rectification;

/** 立行立改, 限期整改, 长期坚持 (domain.md section 5). */
public enum MeasureKind {
    IMMEDIATE,
    TIME_LIMITED,
    SUSTAINED;

    /** Message key of the word. */
    public String key() {
        return "rectification.measureKind." + name();
    }
}
