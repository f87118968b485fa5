package org.bihuan.evidence;

import java.time.Instant;

/** One file of a case; {@code size} in bytes, {@code mediaType} as recognised by content, {@code attempt} from 1. */
public record EvidenceItem(
        long id,
        String caseNumber,
        EvidenceKind kind,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        int attempt,
        long uploadedBy,
        String uploaderName,
        Instant uploadedAt,
        boolean withdrawn) {

    /** Whether a browser may show the file without running anything in it. */
    public boolean previewable() {
        return isPicture() || mediaType.equals("application/pdf");
    }

    /** Whether it is a picture that every browser shows. */
    public boolean isPicture() {
        return switch (mediaType) {
            case "image/png", "image/jpeg", "image/gif", "image/webp" -> true;
            default -> false;
        };
    }
}
