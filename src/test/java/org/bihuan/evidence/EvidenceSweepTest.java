package org.bihuan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.HealthIndicator;

class EvidenceSweepTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private Bench bench;

    @BeforeEach
    void setUp(@TempDir Path folder) {
        bench = new Bench(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aFileThatWasNeverFinishedIsRemovedOnceItIsOld() throws IOException {
        Path old = write(bench.store.temporary().resolve("1.part"), Duration.ofHours(25));
        Path young = write(bench.store.temporary().resolve("2.part"), Duration.ofHours(1));
        bench.sweep.sweep();
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void aPublishedFileWithoutARowIsRemovedOnceItIsOld() throws IOException {
        Path old = write(bench.store.path("ab".repeat(32)), Duration.ofHours(25));
        Path young = write(bench.store.path("cd".repeat(32)), Duration.ofHours(1));
        bench.sweep.sweep();
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(bench.count("evidence_blob")).isZero();
    }

    @Test
    void aFileOnRecordStaysHoweverOldItIs() throws IOException {
        EvidenceItem item = add();
        Path file = bench.store.path(item.sha256());
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(900))));
        bench.sweep.sweep();
        assertThat(file).exists();
        assertThat(bench.sweep.missing()).isZero();
    }

    @Test
    void aRowWithoutAFileIsReportedAndMendedByTheSameContent() throws IOException {
        EvidenceItem item = add();
        Files.delete(bench.store.path(item.sha256()));
        HealthIndicator health = new EvidenceConfiguration().evidenceHealthIndicator(bench.sweep);

        bench.sweep.sweep();
        assertThat(bench.sweep.missing()).isEqualTo(1);
        assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
        assertThatThrownBy(() -> bench.evidence.open(item.id(), Bench.HANDLER))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is missing");

        add();
        bench.sweep.sweep();
        assertThat(bench.sweep.missing()).isZero();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    private EvidenceItem add() {
        return bench.evidence.add(
                new NewEvidence(Bench.CASE, EvidenceKind.PHOTO, "照片.png", 1),
                new ByteArrayInputStream(Samples.PNG),
                Bench.HANDLER);
    }

    private static Path write(Path file, Duration age) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "left by a crash");
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }
}
