package org.bihuan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One content over and over: stored once, and for an attempt of a case taken once. */
class SameContentTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final String OTHER_CASE = "XH2025-P02-M04";

    private Bench bench;

    @BeforeEach
    void setUp(@TempDir Path dir) {
        bench = new Bench(dir, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void theSameContentIsStoredOnce() {
        EvidenceItem first = add(Bench.CASE, 1, "a.png");
        EvidenceItem second = add(OTHER_CASE, 1, "b.png");
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(bench.count("evidence_blob")).isEqualTo(1);
        assertThat(bench.count("evidence_item")).isEqualTo(2);
    }

    @Test
    void aFileThatStandsForTheAttemptIsNotAddedAgainWhateverItsNameAndKind() throws IOException {
        add(Bench.CASE, 1, "纪要.png");
        for (NewEvidence again : List.of(
                new NewEvidence(Bench.CASE, EvidenceKind.DOCUMENT, "纪要.png", 1),
                new NewEvidence(Bench.CASE, EvidenceKind.DOCUMENT, "另一个名字.png", 1),
                new NewEvidence(Bench.CASE, EvidenceKind.PHOTO, "纪要.png", 1))) {
            assertThatThrownBy(() -> bench.evidence.add(again, new ByteArrayInputStream(Samples.PNG), Bench.HANDLER))
                    .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                        assertThat(refusal.key()).isEqualTo("evidence.duplicate");
                        assertThat(refusal.field()).isEqualTo("file");
                        assertThat(refusal.args()).containsExactly("纪要.png", "2026-03-02 16:00", "经办人");
                    });
        }
        assertThat(bench.count("evidence_item")).isEqualTo(1);
        assertThat(bench.used()).isEqualTo(Samples.PNG.length);
        verify(bench.audit, times(1)).append(any());
        assertNothingTemporary();
    }

    @Test
    void theSameFileMayStandForAnotherAttemptForAnotherMeasureAndAgainOnceItIsWithdrawn() {
        EvidenceItem first = add(Bench.CASE, 1, "a.png");
        add(Bench.CASE, 2, "a.png");
        add(OTHER_CASE, 1, "a.png");
        bench.evidence.withdraw(first.id(), "类别选错", Bench.HANDLER);
        add(Bench.CASE, 1, "a.png");
        assertThat(bench.count("evidence_item")).isEqualTo(4);
    }

    @Test
    void uploadsOfTheSameContentToManyMeasuresAtOnceAllSucceed() throws Exception {
        atOnce(i -> add("XH2025-P02-M1" + i, 1, "a.png"));
        assertThat(bench.count("evidence_blob")).isEqualTo(1);
        assertThat(bench.count("evidence_item")).isEqualTo(8);
        assertNothingTemporary();
    }

    @Test
    void ofUploadsOfTheSameContentToOneMeasureAtOnceOneSucceeds() throws Exception {
        AtomicLong refused = new AtomicLong();
        atOnce(i -> {
            try {
                add(Bench.CASE, 1, i + ".png");
            } catch (RuleViolation refusal) {
                assertThat(refusal.key()).isEqualTo("evidence.duplicate");
                refused.incrementAndGet();
            }
        });
        assertThat(refused).hasValue(7);
        assertThat(bench.count("evidence_item")).isEqualTo(1);
        assertNothingTemporary();
    }

    private static void atOnce(IntConsumer act) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int which = i;
                all.add(pool.submit(() -> {
                    start.await();
                    act.accept(which);
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private EvidenceItem add(String caseNumber, int attempt, String name) {
        return bench.evidence.add(
                new NewEvidence(caseNumber, EvidenceKind.DOCUMENT, name, attempt),
                new ByteArrayInputStream(Samples.PNG),
                Bench.HANDLER);
    }

    private void assertNothingTemporary() throws IOException {
        try (Stream<Path> left = Files.list(bench.store.temporary())) {
            assertThat(left).isEmpty();
        }
    }
}
