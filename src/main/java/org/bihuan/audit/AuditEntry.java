package org.bihuan.audit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, to be appended.
 *
 * @param stream the full case number, or "person:id", "unit:id", "round:code"; at most 64 characters
 * @param action the suffix of the message key {@code audit.<action>}
 * @param facts what the sentence names, dates as {@code 2026-11-24}; kept in the order of their names
 * @param actorId the person who acted, null for the product itself
 * @param onBehalfOf the name of the absent person for whom a substitute acted, else null
 * @param origin network address of the caller, or "system"
 */
public record AuditEntry(
        String stream,
        String action,
        Map<String, String> facts,
        @Nullable Long actorId,
        String actorName,
        @Nullable String onBehalfOf,
        String origin) {

    public AuditEntry {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
}
