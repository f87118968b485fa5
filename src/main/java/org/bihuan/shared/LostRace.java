package org.bihuan.shared;

import org.springframework.dao.ConcurrencyFailureException;

/**
 * Another transaction was faster, so this one is to be tried again from its beginning: whoever asks
 * anew finds what the other left, and either goes on or is told what happened.
 */
public class LostRace extends ConcurrencyFailureException {

    private final boolean certain;

    private LostRace(Throwable cause, boolean certain) {
        super("another transaction was faster", cause);
        this.certain = certain;
    }

    /** The failure says so itself. */
    public static LostRace certain(Throwable cause) {
        return new LostRace(cause, true);
    }

    /** The failure looks like it, but may be a fault of ours: which it is shows when it comes again. */
    public static LostRace suspected(Throwable cause) {
        return new LostRace(cause, false);
    }

    boolean isCertain() {
        return certain;
    }
}
