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

    /**
     * A rule refused an act on what was read a moment before. Another may have acted in between, so it is
     * asked once more: then either what was read has gone, or the refusal stands.
     */
    public static LostRace perhapsStale(RuleViolation refusal) {
        return new LostRace(refusal, false);
    }

    /** Whether a rule's refusal stands behind it, which the second time counts as what it says. */
    boolean isRefusal() {
        return getCause() instanceof RuleViolation;
    }

    boolean isCertain() {
        return certain;
    }
}
