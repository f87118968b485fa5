package org.bihuan.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import org.junit.jupiter.api.Assumptions;

/** Decides what a test does when a real part (a database server, a browser) is not on this machine. */
final class RealParts {

    private static final Set<String> SKIPPED = new ConcurrentSkipListSet<>();

    private RealParts() {}

    /**
     * Skips the running test and notes the part for the report at the end of the build; where the
     * environment says {@code BIHUAN_REAL_PARTS=required}, as {@code bin/test} does, fails it instead.
     */
    static RuntimeException missing(String part, String reason) {
        String line = part + ": " + reason;
        if ("required".equals(System.getenv("BIHUAN_REAL_PARTS"))) {
            return new IllegalStateException("Required, but missing: " + line);
        }
        SKIPPED.add(line);
        return Assumptions.abort("Skipped, since missing: " + line);
    }

    /** The parts missed so far in this JVM, each with its reason. */
    static Set<String> skipped() {
        return Set.copyOf(SKIPPED);
    }
}
