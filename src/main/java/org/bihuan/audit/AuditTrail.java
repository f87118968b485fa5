package org.bihuan.audit;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The trail: entries are appended and read, never changed; each stream is a chain of hashes. */
public interface AuditTrail {

    /**
     * Appends an entry, which stands or falls with the caller's transaction; refuses without one.
     *
     * @throws org.springframework.dao.DuplicateKeyException where another transaction appended to the
     *     same stream at the same moment; the whole transaction is to be tried again
     */
    void append(AuditEntry e);

    /**
     * What happened to a problem and its measures, newest first.
     *
     * @param beforeId the last id of the page before, null for the first page
     * @param limit at most 500
     */
    List<AuditRecord> ofProblem(String problemNumber, @Nullable Long beforeId, int limit);

    /** The entries of these actions for all problems and measures of a round, in their order; one statement. */
    List<AuditRecord> ofRound(String roundCode, Set<String> actions);

    /** The whole stream in its order. */
    List<AuditRecord> ofStream(String stream);

    /** Checks the chain of a stream: finds altered, missing and exchanged entries. */
    ChainCheck verify(String stream);
}
