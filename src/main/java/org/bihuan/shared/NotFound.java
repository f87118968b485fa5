package org.bihuan.shared;

/** What was asked for does not exist, or the caller may not know that it does: the same answer for both. */
public class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what);
    }
}
