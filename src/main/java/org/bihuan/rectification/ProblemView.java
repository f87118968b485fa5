package org.bihuan.rectification;

import java.time.Instant;
import java.time.LocalDate;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/** A problem as screens see it; persons and units by id, named through the directory. */
public record ProblemView(
        CaseNumber caseNumber,
        long roundId,
        long aspectId,
        int ordinal,
        String title,
        @Nullable String manifestation,
        @Nullable String causeAnalysis,
        @Nullable String target,
        @Nullable String closureStandard,
        ProblemState state,
        int cycle,
        Level level,
        LocalDate due,
        LocalDate originalDue,
        @Nullable Long leadOfficial,
        @Nullable Long leadUnit,
        @Nullable Long responsibleUnit,
        @Nullable Long personResponsible,
        @Nullable String closureSummary,
        @Nullable Instant closedAt,
        @Nullable ReturnView lastReturn) {}
