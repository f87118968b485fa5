package org.bihuan.e2e;

import org.bihuan.testing.AppProcess;
import org.jspecify.annotations.Nullable;

/** One running product with the demo round, for all tests that only look or that work on cases of their own. */
final class DemoProduct {

    private static @Nullable AppProcess shared;

    private DemoProduct() {}

    /** Starts the product at the first call; it ends with the JVM. */
    static synchronized AppProcess shared() {
        AppProcess running = shared;
        if (running == null) {
            running = AppProcess.with().start();
            shared = running;
        }
        return running;
    }
}
