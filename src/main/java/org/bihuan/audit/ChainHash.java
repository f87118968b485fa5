package org.bihuan.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The hash of one entry: SHA-256 over its parts in a fixed order, each as its length in bytes (four
 * bytes, -1 for none) and its UTF-8 bytes, so that no two different entries encode alike.
 */
final class ChainHash {

    /** Stands where the first entry of a stream has no predecessor. */
    static final String GENESIS = "0".repeat(64);

    private static final String FORM = "bihuan-audit-1";

    private final MessageDigest digest;

    private ChainHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The hash of {@code entry} after the entry with {@code previous}; its own hash field is ignored. */
    static String of(String previous, AuditRecord entry) {
        ChainHash hash = new ChainHash();
        hash.add(FORM);
        hash.add(previous);
        hash.add(Long.toString(entry.id()));
        hash.add(entry.stream());
        hash.add(Long.toString(entry.seq()));
        hash.add(Long.toString(entry.at().getEpochSecond()));
        hash.add(Integer.toString(entry.at().get(ChronoField.MICRO_OF_SECOND)));
        hash.add(entry.actorId() == null ? null : entry.actorId().toString());
        hash.add(entry.actorName());
        hash.add(entry.onBehalfOf());
        hash.add(entry.action());
        hash.add(entry.origin());
        Map<String, String> facts = new TreeMap<>(entry.facts());
        hash.add(Integer.toString(facts.size()));
        facts.forEach((name, value) -> {
            hash.add(name);
            hash.add(value);
        });
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(@Nullable String part) {
        byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(part == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }
}
