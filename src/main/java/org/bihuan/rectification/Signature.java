package org.bihuan.rectification;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/** Who did a step, and for whom as substitute. */
@Embeddable
class Signature {

    private @Nullable Long by;
    private @Nullable Long onBehalfOf;

    protected Signature() {}

    private Signature(long by, @Nullable Long onBehalfOf) {
        this.by = by;
        this.onBehalfOf = onBehalfOf;
    }

    static Signature of(Hands hands) {
        return new Signature(hands.by(), hands.onBehalfOf());
    }

    @Nullable
    Long by() {
        return by;
    }

    @Nullable
    Long onBehalfOf() {
        return onBehalfOf;
    }
}
