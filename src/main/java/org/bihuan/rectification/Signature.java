package org.bihuan.rectification;

import java.util.stream.Stream;

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

    /** Whoever signed and for whom; none for a step that is not signed. */
    static Stream<Long> people(@Nullable Signature signature) {
        return signature == null
                ? Stream.of()
                : Stream.of(signature.by, signature.onBehalfOf).flatMap(Stream::ofNullable);
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
