package org.bihuan.audit;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail as stored; the parts of {@link AuditEntry}, and
 *
 * @param id grows within a stream; the key for paging through a timeline
 * @param seq its place in the stream, from 1 without gaps
 * @param at to the microsecond
 * @param hash SHA-256 over this entry and the hash before it, 64 hexadecimal digits
 */
public record AuditRecord(
        long id,
        String stream,
        long seq,
        Instant at,
        @Nullable Long actorId,
        String actorName,
        @Nullable String onBehalfOf,
        String action,
        Map<String, String> facts,
        String origin,
        String hash) {

    AuditRecord sealed(String newHash) {
        return new AuditRecord(id, stream, seq, at, actorId, actorName, onBehalfOf, action, facts, origin, newHash);
    }
}
