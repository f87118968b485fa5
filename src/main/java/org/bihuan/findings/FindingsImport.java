package org.bihuan.findings;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the findings out of a feedback document or a notice; stores nothing. Every refusal is a
 * {@link org.bihuan.shared.RuleViolation} whose key starts with {@code findings.}.
 */
public interface FindingsImport {

    /** The findings in pasted text; refuses text that is blank, too long or without findings. */
    FindingsDraft parseText(String text);

    /** The text of a file, without looking for findings in it; refusals and arguments as {@link #parseFile}. */
    String readFile(String name, InputStream content, long declaredSize) throws IOException;

    /** How large a file or a pasted text may be, in bytes. */
    long maxBytes();

    /**
     * The findings in a plain text or Word file. The kind is read from the content; {@code name} only
     * appears in refusals. {@code declaredSize} is what the sender announces, in bytes, or negative
     * where unknown; the true size is limited as well. The stream is read but not closed.
     */
    FindingsDraft parseFile(String name, InputStream content, long declaredSize) throws IOException;
}
