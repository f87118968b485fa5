package org.bihuan.audit;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One thing that happened: {@code stream} is the full case number, "person:id", "unit:id" or
 * "round:code"; {@code action} the suffix of the message key {@code audit.<action>}.
 */
public record AuditEntry(
        String stream,
        String action,
        Map<String, String> facts,
        @Nullable Long actorId,
        String actorName,
        @Nullable String onBehalfOf,
        String origin) {}
