package org.bihuan.findings;

import java.util.Map;

/**
 * The work on a document so far.
 *
 * @param form what has been typed about the round, by the names of its fields
 * @param unread text that has been pasted beside the document and not been read
 */
public record HalfDone(FindingsDraft draft, Map<String, String> form, String unread) {

    public HalfDone {
        form = Map.copyOf(form);
    }

    /** To be kept, for {@link #read}. */
    public String written() {
        return FindingsFile.write(this);
    }

    /** What was {@link #written}, by this version or an older one. */
    public static HalfDone read(String written) {
        return FindingsFile.read(written);
    }
}
