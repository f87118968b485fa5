package org.bihuan.audit;

import java.util.List;

/**
 * The result of checking a stream. Entries cut off at the very end leave a chain that is intact in
 * itself: compare {@code headSeq} and {@code headHash} with those kept elsewhere, as in a sealed dossier.
 *
 * @param headSeq place of the last entry, 0 for an empty stream
 * @param headHash hash of the last entry
 * @param faults what is wrong, in the order of the stream, the first hundred
 */
public record ChainCheck(String stream, long headSeq, String headHash, List<Fault> faults) {

    /** Whether no fault was found. */
    public boolean intact() {
        return faults.isEmpty();
    }

    /** What is wrong at the place {@code seq}. */
    public record Fault(long seq, Kind kind) {}

    /** What can be wrong with an entry. */
    public enum Kind {
        /** No entry has this place. */
        MISSING,
        /** The entry's content or place is not what its hash was computed from. */
        ALTERED,
        /** The entry does not follow the one before it: one of them was exchanged or moved. */
        UNLINKED;

        /** Message key of a sentence that says so of the entry with the number {0}. */
        public String key() {
            return "audit.fault." + name();
        }
    }
}
