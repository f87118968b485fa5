package org.bihuan.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import org.bihuan.evidence.EvidenceKind;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/** A measure as screens see it; {@code attempt} counts from 1 and grows with every return. */
public record MeasureView(
        CaseNumber caseNumber,
        int ordinal,
        String heading,
        String content,
        @Nullable String standard,
        MeasureKind kind,
        Set<EvidenceKind> requiredEvidence,
        MeasureState state,
        Level level,
        LocalDate due,
        LocalDate originalDue,
        @Nullable Long responsibleUnit,
        @Nullable Long personResponsible,
        int attempt,
        @Nullable String report,
        @Nullable Instant acceptedAt,
        @Nullable ReturnView lastReturn) {

    private static final int LONGEST_MARKER = 8;

    /** Whether the content says more than the heading, and is to be shown below it. */
    public boolean saysMore() {
        return !content.strip().equals(heading.strip());
    }

    /** How the imported document counts the measure in front of its words, 一是 or （1）; empty where it does not. */
    public String marker() {
        int words = content.indexOf(heading.strip());
        return words < 0 || words > LONGEST_MARKER
                ? ""
                : content.substring(0, words).strip();
    }
}
