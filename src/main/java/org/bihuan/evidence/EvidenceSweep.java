package org.bihuan.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Repairs what a crash leaves: removes files that were never finished or have no row, reports rows
 * that have no file. Safe on every node at once, since it removes nothing young and nothing on record.
 */
class EvidenceSweep {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceSweep.class);

    private final BlobStore store;
    private final EvidenceRows rows;
    private final TransactionOperations ownTransaction;
    private final EvidenceProperties properties;
    private final Clock clock;
    private final AtomicInteger missing = new AtomicInteger();

    EvidenceSweep(
            BlobStore store,
            EvidenceRows rows,
            TransactionOperations ownTransaction,
            EvidenceProperties properties,
            Clock clock) {
        this.store = store;
        this.rows = rows;
        this.ownTransaction = ownTransaction;
        this.properties = properties;
        this.clock = clock;
    }

    /** Contents on record without a file, as of the last sweep. */
    int missing() {
        return missing.get();
    }

    /** Goes through the whole store, one two-hundred-fifty-sixth at a time. */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "${bihuan.evidence.sweep-interval:PT6H}")
    void sweep() {
        int removed = 0;
        int lost = 0;
        try {
            for (Path file : files(store.temporary())) {
                removed += isOld(file) && Files.deleteIfExists(file) ? 1 : 0;
            }
            for (int i = 0; i < 256; i++) {
                String firstTwo = "%02x".formatted(i);
                Set<String> onRecord = rows.digests(firstTwo);
                for (Path file : files(store.folder(firstTwo))) {
                    removed += !onRecord.contains(file.getFileName().toString()) && removeOrphan(file) ? 1 : 0;
                }
                lost += reportMissing(onRecord);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        missing.set(lost);
        if (removed > 0) {
            LOG.info("Evidence store: removed {} files that no row refers to", removed);
        }
    }

    /** The lock on the absent row makes an upload of the same content wait, and then publish its own file. */
    private boolean removeOrphan(Path file) throws IOException {
        if (!isOld(file)) {
            return false;
        }
        Boolean gone = ownTransaction.execute(tx -> {
            tx.setRollbackOnly();
            try {
                return rows.lockAbsentBlob(file.getFileName().toString(), clock.instant())
                        && Files.deleteIfExists(file);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        return Boolean.TRUE.equals(gone);
    }

    private int reportMissing(Set<String> onRecord) {
        int lost = 0;
        for (String sha256 : onRecord) {
            if (!Files.isRegularFile(store.path(sha256))) {
                LOG.error("Evidence store: {} is on record, but there is no file {}", sha256, store.path(sha256));
                lost++;
            }
        }
        return lost;
    }

    private boolean isOld(Path file) throws IOException {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return written.isBefore(clock.instant().minus(properties.orphanAge()));
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static List<Path> files(Path dir) throws IOException {
        if (!Files.isDirectory(dir)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(dir, 2)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
