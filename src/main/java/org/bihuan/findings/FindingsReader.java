package org.bihuan.findings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.apache.tika.Tika;
import org.bihuan.shared.RuleViolation;

/**
 * Makes plain text of a file or of pasted text. Judges a file by its content, never by its name, and
 * refuses with a sentence what it cannot read.
 */
final class FindingsReader {

    private static final long MEGABYTE = 1024 * 1024;

    private final long maxBytes;
    private final Tika tika = new Tika();

    /** {@code maxBytes}: limit for a file, and for pasted text in UTF-8. */
    FindingsReader(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The pasted text itself; refuses blank and too long text. */
    String pasted(String text) {
        if (text.isBlank()) {
            throw new RuleViolation("findings.empty");
        }
        if (text.length() > maxBytes || text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw new RuleViolation("findings.text.tooLong", limit());
        }
        return text;
    }

    /** The text of a file; {@code declaredSize} in bytes, negative where unknown. */
    String file(String name, InputStream content, long declaredSize) throws IOException {
        if (declaredSize > maxBytes) {
            throw tooLarge(name);
        }
        byte[] bytes = content.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > maxBytes) {
            throw tooLarge(name);
        }
        if (bytes.length == 0) {
            throw new RuleViolation("findings.file.empty", name);
        }
        String text = read(name, bytes);
        if (text.isBlank()) {
            throw new RuleViolation("findings.file.empty", name);
        }
        return text;
    }

    private String read(String name, byte[] bytes) {
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 9 && bytes[3] < 9) {
            return DocxText.of(name, bytes);
        }
        String type = tika.detect(bytes);
        if (type.equals("application/x-tika-msoffice") || type.equals("application/msword")) {
            throw new RuleViolation(
                    OleFile.isEncrypted(bytes) ? "findings.file.encrypted" : "findings.file.oldWord", name);
        }
        boolean maybeText = type.startsWith("text/plain")
                || type.equals("text/x-web-markdown")
                || type.equals("application/octet-stream");
        if (!maybeText) {
            throw new RuleViolation("findings.file.kind", name);
        }
        return TextDecoder.decode(name, bytes);
    }

    private RuleViolation tooLarge(String name) {
        return new RuleViolation("findings.file.tooLarge", name, limit());
    }

    private String limit() {
        return maxBytes >= MEGABYTE
                ? String.format(Locale.ROOT, "%d MB", maxBytes / MEGABYTE)
                : String.format(Locale.ROOT, "%d B", maxBytes);
    }
}
