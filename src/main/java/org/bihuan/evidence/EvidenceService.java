package org.bihuan.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditTrail;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.shared.Ids;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.Repeats;
import org.bihuan.shared.RuleViolation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionOperations;

/** Receives a file first, outside of any transaction of its own; then writes rows and publishes it. */
final class EvidenceService implements Evidence {

    private static final int MAX_REASON = 500;

    private final EvidenceProperties properties;
    private final ContentTypes types;
    private final BlobStore store;
    private final EvidenceRows rows;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final CurrentActor currentActor;
    private final ObjectProvider<EvidenceAccess> access;
    private final Clock clock;

    EvidenceService(
            EvidenceProperties properties,
            BlobStore store,
            EvidenceRows rows,
            TransactionOperations transactions,
            AuditTrail audit,
            CurrentActor currentActor,
            ObjectProvider<EvidenceAccess> access,
            Clock clock) {
        this.properties = properties;
        this.types = new ContentTypes(properties);
        this.store = store;
        this.rows = rows;
        this.transactions = transactions;
        this.audit = audit;
        this.currentActor = currentActor;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public EvidenceItem add(NewEvidence e, InputStream content, Actor by) {
        new CaseNumber(e.caseNumber());
        checkMayAdd(e, by);
        String name = FileNames.clean(e.fileName(), properties.maxNameLength());
        try (BlobStore.Staged staged =
                store.stage(content, properties.maxFileSize().toBytes())) {
            FileType type = types.check(staged.file(), name);
            EvidenceItem item = new EvidenceItem(
                    Ids.next(),
                    e.caseNumber(),
                    e.kind(),
                    name,
                    type.mediaType(),
                    staged.size(),
                    staged.sha256(),
                    e.attempt(),
                    by.personId(),
                    by.name(),
                    now(),
                    false);
            inTransaction(() -> record(e, item, staged, by));
            return item;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The row comes before the file: its lock keeps the sweep off, and the commit finds the file in place. It
     * also lets uploads of one content wait for each other, so that the second sees the first.
     */
    private void record(NewEvidence e, EvidenceItem item, BlobStore.Staged staged, Actor by) {
        checkMayAdd(e, by);
        rows.ensureBlob(item.sha256(), item.size(), item.mediaType(), item.uploadedAt());
        try {
            if (store.holds(staged)) {
                refuseTwice(item);
            }
            long limit = properties.maxCaseSize().toBytes();
            if (!rows.take(item.caseNumber(), item.size(), limit)) {
                throw RuleViolation.at("file", "evidence.case.full", item.caseNumber(), limit / (1024 * 1024));
            }
            rows.insert(item);
            audit.append(entry("evidence.added", item, Map.of(), by));
            store.publish(staged);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Not where the file has been lost: uploading it again is how it comes back. */
    private void refuseTwice(EvidenceItem item) {
        rows.standing(item.caseNumber(), item.attempt(), item.sha256()).ifPresent(there -> {
            throw RuleViolation.at(
                    "file",
                    "evidence.duplicate",
                    there.fileName(),
                    Dates.time(there.uploadedAt()),
                    there.uploaderName());
        });
    }

    @Override
    public List<EvidenceItem> of(String caseNumber) {
        checkMayRead(caseNumber, currentActor.require());
        return rows.ofCase(caseNumber);
    }

    @Override
    public List<EvidenceItem> ofProblem(String problemNumber) {
        boolean readable = access.getObject().mayRead(problemNumber, currentActor.require());
        return readable ? rows.ofProblem(problemNumber) : List.of();
    }

    @Override
    public Set<EvidenceKind> kindsPresent(String caseNumber, int attempt) {
        return rows.kinds(caseNumber, attempt);
    }

    @Override
    public Map<String, Set<EvidenceKind>> kindsPresent(Map<String, Integer> attempts) {
        return rows.kinds(attempts);
    }

    @Override
    public Map<String, List<String>> fileNames(String roundCode) {
        return rows.fileNames(roundCode);
    }

    @Override
    public void withdraw(long id, String reason, Actor by) {
        String why = reason.strip();
        inTransaction(() -> {
            EvidenceItem item = readable(id, by);
            access.getObject().checkMayWithdraw(item, by);
            if (why.isEmpty()) {
                throw RuleViolation.at("reason", "evidence.withdraw.reasonMissing");
            }
            if (why.length() > MAX_REASON) {
                throw RuleViolation.at("reason", "evidence.withdraw.reasonTooLong", MAX_REASON);
            }
            if (!rows.withdraw(id, by.personId(), why, now())) {
                throw new AlreadyDone("evidence.withdraw.already", item.fileName());
            }
            audit.append(entry("evidence.withdrawn", item, Map.of("reason", why), by));
        });
    }

    @Override
    public EvidenceContent open(long id, Actor by) {
        EvidenceItem item = readable(id, by);
        Path file = store.path(item.sha256());
        if (!Files.isRegularFile(file)) {
            throw new UncheckedIOException(
                    new IOException("evidence " + id + " is on record, but its file " + item.sha256() + " is missing"));
        }
        return new EvidenceContent(item, file);
    }

    @Override
    public EvidenceLimits limits() {
        return new EvidenceLimits(
                properties.maxFileSize().toBytes(),
                properties.maxCaseSize().toBytes(),
                properties.maxNameLength(),
                types.extensions());
    }

    private void inTransaction(Runnable act) {
        Repeats.run(() -> transactions.executeWithoutResult(tx -> act.run()));
    }

    private EvidenceItem readable(long id, Actor by) {
        EvidenceItem item = rows.find(id).orElseThrow(() -> new NotFound("evidence " + id));
        if (!access.getObject().mayRead(item.caseNumber(), by)) {
            throw new NotFound("evidence " + id);
        }
        return item;
    }

    private void checkMayRead(String caseNumber, Actor by) {
        if (!access.getObject().mayRead(caseNumber, by)) {
            throw new NotFound("case " + caseNumber);
        }
    }

    private void checkMayAdd(NewEvidence e, Actor by) {
        checkMayRead(e.caseNumber(), by);
        access.getObject().checkMayAdd(e.caseNumber(), by);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static AuditEntry entry(String action, EvidenceItem item, Map<String, String> more, Actor by) {
        Map<String, String> facts = new TreeMap<>(more);
        facts.put("file", item.fileName());
        facts.put("kind", item.kind().name());
        facts.put("attempt", Integer.toString(item.attempt()));
        facts.put("sha256", item.sha256());
        return new AuditEntry(item.caseNumber(), action, facts, by.personId(), by.name(), null, by.origin());
    }
}
