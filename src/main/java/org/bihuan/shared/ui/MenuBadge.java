package org.bihuan.shared.ui;

import java.util.Optional;

/** A count beside an entry of the navigation; implemented as a bean by the module that owns the screen. */
public interface MenuBadge {

    /** Route of the entry, without a leading slash: {@code my-work}. */
    String route();

    /** The short text beside the entry for the person signed in, or empty where there is nothing to count. */
    Optional<String> badge();

    /** What the badge says to a screen reader: “12 项待办”. */
    Optional<String> label();

    /**
     * Calls {@code changed}, on any thread, whenever the count of the person signed in may have changed;
     * the result ends it. Without this the count is read anew with each navigation only.
     */
    default Runnable watch(Runnable changed) {
        return () -> {};
    }
}
