package org.bihuan.shared;

/** The caller lacks the duty for this act; the message key names the duty that would be needed. */
public class Forbidden extends RuleViolation {

    public Forbidden(String key, Object... args) {
        super(key, args);
    }
}
