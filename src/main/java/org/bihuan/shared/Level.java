package org.bihuan.shared;

/**
 * How near a deadline is (domain.md section 4): stored as a level, shown by word and shape; colours
 * are a setting of the theme and never the only signal.
 */
public enum Level {
    NORMAL,
    NOTICE,
    WARNING,
    OVERDUE,
    SERIOUS;

    /** Message key of the word. */
    public String key() {
        return "shared.level." + name();
    }
}
