package org.bihuan.modeling;

import java.time.Duration;

/** Sizes above which a model is refused; measured on the plain engine, see ADR 0006. */
final class ModelLimits {

    static final int BYTES = 2 * 1024 * 1024;
    static final int ELEMENTS = 2_000;
    static final int XML_ELEMENTS = 20_000;
    static final int DEPTH = 40;
    static final int INSTANCES = 500;
    static final int TEXT = 4_000;
    static final Duration SHORTEST_REPEAT = Duration.ofHours(1);

    private ModelLimits() {}
}
