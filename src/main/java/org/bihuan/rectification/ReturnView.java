package org.bihuan.rectification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** The last return as screens see it. */
public record ReturnView(String reason, String by, @Nullable Instant at) {}
