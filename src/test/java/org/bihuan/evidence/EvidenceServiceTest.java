package org.bihuan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;

class EvidenceServiceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private Path folder;

    private Bench bench;

    @BeforeEach
    void setUp(@TempDir Path dir) {
        folder = dir;
        bench = new Bench(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aFileIsStoredListedAndAudited() throws IOException {
        EvidenceItem item = add("整改情况报告.pdf", Samples.PDF);

        assertThat(bench.evidence.of(Bench.CASE)).containsExactly(item);
        assertThat(bench.evidence.ofProblem("XH2025-P02")).containsExactly(item);
        assertThat(bench.evidence.kindsPresent(Bench.CASE, 1)).containsExactly(EvidenceKind.DOCUMENT);
        assertThat(Files.readAllBytes(
                        bench.evidence.open(item.id(), Bench.HANDLER).file()))
                .isEqualTo(Samples.PDF);
        verify(bench.audit)
                .append(argThat(e -> e.action().equals("evidence.added")
                        && e.stream().equals(Bench.CASE)
                        && "整改情况报告.pdf".equals(e.facts().get("file"))));
        assertNothingTemporary();
    }

    @ParameterizedTest
    @MethodSource
    void acceptedTypes(String name, byte[] content, String mediaType) {
        assertThat(add(name, content).mediaType()).isEqualTo(mediaType);
    }

    static Stream<Arguments> acceptedTypes() {
        String ooxml = "application/vnd.openxmlformats-officedocument.";
        return Stream.of(
                Arguments.of("a.png", Samples.PNG, "image/png"),
                Arguments.of("a.JPG", Samples.JPEG, "image/jpeg"),
                Arguments.of("a.docx", Samples.docx(), ooxml + "wordprocessingml.document"),
                Arguments.of(
                        "a.xlsx",
                        Samples.zip(9, "[Content_Types].xml", "xl/workbook.xml"),
                        ooxml + "spreadsheetml.sheet"),
                Arguments.of("a.ofd", Samples.zip(9, "OFD.xml"), "application/ofd"),
                Arguments.of("a.txt", Samples.text("会议记录：一、学习文件"), "text/plain"),
                Arguments.of("a.txt", "会议记录".getBytes(Charset.forName("GB18030")), "text/plain"));
    }

    @ParameterizedTest
    @MethodSource
    void refusedContents(String name, byte[] content, String key) throws IOException {
        assertRefused(name, content, key);
    }

    static Stream<Arguments> refusedContents() {
        byte[] html = Samples.text("<!DOCTYPE html><html><script>alert(1)</script></html>");
        byte[] svg = Samples.text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        return Stream.of(
                Arguments.of("空.pdf", new byte[0], "evidence.empty"),
                Arguments.of("大.txt", Samples.text("啊".repeat(30_000)), "evidence.tooLarge"),
                Arguments.of("a.pdf", Samples.PNG, "evidence.type.mismatch"),
                Arguments.of(
                        "a.docx", Samples.zip(9, "[Content_Types].xml", "xl/workbook.xml"), "evidence.type.mismatch"),
                Arguments.of("没有扩展名", Samples.PDF, "evidence.type.mismatch"),
                Arguments.of("报告.pdf", Samples.EXE, "evidence.type.active"),
                Arguments.of("照片.png", html, "evidence.type.active"),
                Arguments.of("照片.png", svg, "evidence.type.active"),
                Arguments.of("图.svg", svg, "evidence.type.active"),
                Arguments.of("a.txt", Samples.text("#!/bin/sh\nrm -rf /\n"), "evidence.type.active"),
                Arguments.of("a.txt", Samples.text("  <b onclick=x>"), "evidence.type.active"),
                Arguments.of("a.docx", Samples.zip(9, "a.txt"), "evidence.type.archive"),
                Arguments.of("a.zip", Samples.zip(9, "a.txt"), "evidence.type.archive"),
                Arguments.of(
                        "a.docx",
                        Samples.zip(2_000_000, "[Content_Types].xml", "word/document.xml"),
                        "evidence.archive.tooLarge"),
                Arguments.of(
                        "a.docx",
                        Samples.zip(9, "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                        "evidence.type.macros"),
                Arguments.of("a.docx", Samples.text("PK\u0003\u0004 not a zip at all"), "evidence.type.damaged"),
                Arguments.of(
                        "a.doc",
                        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3},
                        "evidence.type.damaged"),
                Arguments.of("a.txt", new byte[] {1, 2, 3, 0, 5}, "evidence.type.unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"照片\u202Egpj.exe.png", "a\u0000.png", "a\nb.png", "a\u200Fb.png"})
    void namesThatLieAreRefused(String name) throws IOException {
        assertRefused(name, Samples.PNG, "evidence.name.characters");
    }

    @Test
    void namesTooLongOrMissingAreRefused() throws IOException {
        assertRefused("报".repeat(256) + ".png", Samples.PNG, "evidence.name.tooLong");
        assertRefused("", Samples.PNG, "evidence.name.missing");
        assertRefused("../..", Samples.PNG, "evidence.name.missing");
    }

    @Test
    void aPathInTheNameIsDroppedAndNeverFollowed() throws IOException {
        assertThat(add("../../../etc/照片.png", Samples.PNG).fileName()).isEqualTo("照片.png");
        assertThat(add("C:\\temp\\照片.jpg", Samples.JPEG).fileName()).isEqualTo("照片.jpg");
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile))
                    .allMatch(f -> f.startsWith(bench.root))
                    .hasSize(2);
        }
    }

    @Test
    void aStreamWithoutEndIsCutOffAtTheLimit() {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'a';
            }
        };
        assertThatThrownBy(() -> bench.evidence.add(request("a.txt"), endless, Bench.HANDLER))
                .isInstanceOfSatisfying(
                        RuleViolation.class, r -> assertThat(r.key()).isEqualTo("evidence.tooLarge"));
        assertThat(read.get()).isLessThan(4 * 64 * 1024);
    }

    @Test
    void aBrokenUploadLeavesNoTrace() throws IOException {
        InputStream broken = new InputStream() {
            private int n;

            @Override
            public int read() throws IOException {
                if (n++ > 100) {
                    throw new IOException("connection reset");
                }
                return 'a';
            }
        };
        assertThatThrownBy(() -> bench.evidence.add(request("a.txt"), broken, Bench.HANDLER))
                .isInstanceOf(UncheckedIOException.class);
        assertNothingStored();
    }

    @Test
    void theTotalOfACaseIsLimited() {
        for (int i = 0; i < 3; i++) {
            add("a.txt", Samples.text("a".repeat(60 * 1024) + i));
        }
        assertThatThrownBy(() -> add("a.txt", Samples.text("a".repeat(60 * 1024))))
                .isInstanceOfSatisfying(
                        RuleViolation.class, r -> assertThat(r.key()).isEqualTo("evidence.case.full"));
        assertThat(bench.count("evidence_item")).isEqualTo(3);
        assertThat(bench.count("evidence_blob")).isEqualTo(3);
    }

    @Test
    void evidenceCountsForItsAttemptAndLaterOnesButNotForEarlierOnes() {
        bench.evidence.add(
                new NewEvidence(Bench.CASE, EvidenceKind.PHOTO, "a.png", 2),
                new ByteArrayInputStream(Samples.PNG),
                Bench.HANDLER);
        assertThat(bench.evidence.kindsPresent(Bench.CASE, 1)).isEmpty();
        assertThat(bench.evidence.kindsPresent(Bench.CASE, 2)).containsExactly(EvidenceKind.PHOTO);
        assertThat(bench.evidence.kindsPresent(Bench.CASE, 3)).containsExactly(EvidenceKind.PHOTO);
    }

    @Test
    void aRolledBackTransactionLeavesNothingVisible() {
        bench.transactions.executeWithoutResult(tx -> {
            add("a.png", Samples.PNG);
            tx.setRollbackOnly();
        });
        assertThat(bench.count("evidence_item")).isZero();
        assertThat(bench.count("evidence_blob")).isZero();
        assertThat(bench.evidence.of(Bench.CASE)).isEmpty();
        assertThat(add("a.png", Samples.PNG).size()).isEqualTo(Samples.PNG.length);
    }

    @Test
    void aFailingTrailKeepsTheFileOut() {
        doThrow(new IllegalStateException("trail")).when(bench.audit).append(any());
        assertThatThrownBy(() -> add("a.png", Samples.PNG)).isInstanceOf(IllegalStateException.class);
        assertThat(bench.count("evidence_item")).isZero();
    }

    @Test
    void anUploadThatLosesARaceForTheTrailIsTriedAgain() {
        doThrow(new DuplicateKeyException("seq")).doNothing().when(bench.audit).append(any());
        add("a.png", Samples.PNG);
        assertThat(bench.count("evidence_item")).isEqualTo(1);
        assertThat(bench.used()).isEqualTo(Samples.PNG.length);
    }

    @Test
    void aLostRaceInTheCallersTransactionIsTheCallersToRepeat() {
        doThrow(new DuplicateKeyException("seq")).when(bench.audit).append(any());
        assertThatThrownBy(() -> bench.transactions.executeWithoutResult(tx -> add("a.png", Samples.PNG)))
                .isInstanceOf(DuplicateKeyException.class);
        verify(bench.audit, times(1)).append(any());
    }

    @Test
    void whoMayNotReadTheCaseIsToldThatItDoesNotExist() {
        EvidenceItem item = add("a.png", Samples.PNG);
        when(bench.access.mayRead(anyString(), any())).thenReturn(false);
        assertThatThrownBy(() -> bench.evidence.open(item.id(), Bench.HANDLER)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bench.evidence.withdraw(item.id(), "误传", Bench.HANDLER))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bench.evidence.of(Bench.CASE)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> add("b.png", Samples.PNG)).isInstanceOf(NotFound.class);
        assertThat(bench.evidence.ofProblem("XH2025-P02")).isEmpty();
    }

    @Test
    void aGuessedIdDoesNotExist() {
        assertThatThrownBy(() -> bench.evidence.open(42, Bench.HANDLER)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoMayNotAddIsRefusedBeforeAByteIsRead() {
        doThrow(new Forbidden("rectification.forbidden")).when(bench.access).checkMayAdd(anyString(), any());
        InputStream untouched = mock(InputStream.class);
        assertThatThrownBy(() -> bench.evidence.add(request("a.png"), untouched, Bench.HANDLER))
                .isInstanceOf(Forbidden.class);
        verifyNoInteractions(untouched);
    }

    @Test
    void aWithdrawnItemStaysButNoLongerCounts() {
        EvidenceItem item = add("a.png", Samples.PNG);
        bench.evidence.withdraw(item.id(), "误传", Bench.HANDLER);
        assertThat(bench.evidence.of(Bench.CASE)).singleElement().matches(EvidenceItem::withdrawn);
        assertThat(bench.evidence.kindsPresent(Bench.CASE, 1)).isEmpty();
        verify(bench.audit)
                .append(argThat(e -> e.action().equals("evidence.withdrawn")
                        && "误传".equals(e.facts().get("reason"))));
        assertThatThrownBy(() -> bench.evidence.withdraw(item.id(), "再撤", Bench.HANDLER))
                .isInstanceOf(AlreadyDone.class);
    }

    @Test
    void withdrawingNeedsAReasonAndTheRight() {
        EvidenceItem item = add("a.png", Samples.PNG);
        assertThatThrownBy(() -> bench.evidence.withdraw(item.id(), "  ", Bench.HANDLER))
                .isInstanceOfSatisfying(
                        RuleViolation.class, r -> assertThat(r.field()).isEqualTo("reason"));
        assertThatThrownBy(() -> bench.evidence.withdraw(item.id(), "长".repeat(501), Bench.HANDLER))
                .isInstanceOf(RuleViolation.class);
        doThrow(new Forbidden("rectification.forbidden")).when(bench.access).checkMayWithdraw(any(), any());
        assertThatThrownBy(() -> bench.evidence.withdraw(item.id(), "误传", Bench.HANDLER))
                .isInstanceOf(Forbidden.class);
        assertThat(bench.evidence.of(Bench.CASE)).singleElement().matches(i -> !i.withdrawn());
    }

    private EvidenceItem add(String name, byte[] content) {
        return bench.evidence.add(request(name), new ByteArrayInputStream(content), Bench.HANDLER);
    }

    private static NewEvidence request(String name) {
        return new NewEvidence(Bench.CASE, EvidenceKind.DOCUMENT, name, 1);
    }

    private void assertRefused(String name, byte[] content, String key) throws IOException {
        assertThatThrownBy(() -> add(name, content)).isInstanceOfSatisfying(RuleViolation.class, r -> {
            assertThat(r.key()).isEqualTo(key);
        });
        assertNothingStored();
    }

    private void assertNothingStored() throws IOException {
        assertThat(bench.count("evidence_item")).isZero();
        assertThat(bench.count("evidence_blob")).isZero();
        if (Files.exists(bench.root)) {
            try (Stream<Path> all = Files.walk(bench.root)) {
                assertThat(all.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    private void assertNothingTemporary() throws IOException {
        try (Stream<Path> left = Files.list(bench.store.temporary())) {
            assertThat(left).isEmpty();
        }
    }
}
