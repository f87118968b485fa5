package org.bihuan.evidence;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bihuan.identity.Actor;

/**
 * The evidence of cases. Access is the case's ({@link EvidenceAccess}): what the caller may not read
 * does not exist for them ({@code NotFound}).
 */
public interface Evidence {

    /**
     * Stores the content and adds it to the case. The file is received before a transaction is
     * opened; the rows join the caller's transaction where there is one. Does not close the stream.
     *
     * @throws org.bihuan.shared.RuleViolation with a key {@code evidence.*} for a file that is refused, also
     *     where the same content, whatever its name and kind, stands for this attempt of the case already
     * @throws java.io.UncheckedIOException if the stream breaks off or the store cannot be written
     */
    EvidenceItem add(NewEvidence e, InputStream content, Actor by);

    /** Everything of one case, withdrawn items included, newest first, as the current actor may read it. */
    List<EvidenceItem> of(String caseNumber);

    /** Everything of a problem and of its measures, newest first; nothing where the current actor may not read it. */
    List<EvidenceItem> ofProblem(String problemNumber);

    /**
     * Kinds that stand (not withdrawn) for an attempt, uploaded in it or an earlier one: a fact for the
     * guards, without an access check.
     */
    Set<EvidenceKind> kindsPresent(String caseNumber, int attempt);

    /** As {@link #kindsPresent(String, int)} for many cases at once, each with its attempt; one statement. */
    Map<String, Set<EvidenceKind>> kindsPresent(Map<String, Integer> attempts);

    /**
     * Names of the files that stand (not withdrawn) for the cases of a round, by case number, the oldest first;
     * without an access check. One statement.
     */
    Map<String, List<String>> fileNames(String roundCode);

    /** Withdraws an item; the row and the file stay. The reason is required, 500 characters at most. */
    void withdraw(long id, String reason, Actor by);

    /** The stored file of an item, withdrawn ones included. */
    EvidenceContent open(long id, Actor by);

    /** What an upload may be, for hints beside the field; {@link #add} checks it in any case. */
    EvidenceLimits limits();
}
