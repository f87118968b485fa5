package org.bihuan.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import org.bihuan.evidence.EvidenceKind;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/** A measure as screens see it, with valid defaults; a test states only what it is about. */
public final class MeasureSample {

    private final CaseNumber number;
    private final int ordinal;
    private String heading;
    private String content = "内容";
    private @Nullable String standard;
    private Set<EvidenceKind> evidence = Set.of();
    private MeasureState state = MeasureState.IN_PROGRESS;
    private Level level = Level.NORMAL;
    private LocalDate due = LocalDate.of(2026, 12, 24);
    private LocalDate originalDue = due;
    private @Nullable Long unit;
    private @Nullable Long person;
    private int attempt = 1;
    private @Nullable String report;
    private @Nullable Instant acceptedAt;
    private @Nullable ReturnView lastReturn;

    private MeasureSample(CaseNumber problem, int ordinal) {
        this.number = problem.measure(ordinal);
        this.ordinal = ordinal;
        this.heading = "措施" + ordinal;
    }

    /** A measure of a problem, being worked on by nobody in particular. */
    public static MeasureSample of(CaseNumber problem, int ordinal) {
        return new MeasureSample(problem, ordinal);
    }

    public MeasureSample saying(String heading, String content, @Nullable String standard) {
        this.heading = heading;
        this.content = content;
        this.standard = standard;
        return this;
    }

    /** It asks for a document. */
    public MeasureSample withDocument() {
        evidence = Set.of(EvidenceKind.DOCUMENT);
        return this;
    }

    public MeasureSample state(MeasureState state) {
        this.state = state;
        return this;
    }

    public MeasureSample level(Level level) {
        this.level = level;
        return this;
    }

    public MeasureSample due(LocalDate due, LocalDate originalDue) {
        this.due = due;
        this.originalDue = originalDue;
        return this;
    }

    public MeasureSample by(long unit, long person) {
        this.unit = unit;
        this.person = person;
        return this;
    }

    public MeasureSample report(String report) {
        this.report = report;
        return this;
    }

    public MeasureSample acceptedAt(Instant at) {
        state = MeasureState.ACCEPTED;
        acceptedAt = at;
        return this;
    }

    /** It came back once. */
    public MeasureSample returned(ReturnView last) {
        attempt = 2;
        lastReturn = last;
        return this;
    }

    public MeasureView view() {
        return new MeasureView(
                number,
                ordinal,
                heading,
                content,
                standard,
                MeasureKind.TIME_LIMITED,
                evidence,
                state,
                level,
                due,
                originalDue,
                unit,
                person,
                attempt,
                report,
                acceptedAt,
                lastReturn);
    }
}
