package org.bihuan.rectification;

import java.time.LocalDate;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/** A problem as screens see it, with valid defaults; a test states only what it is about. */
public final class ProblemSample {

    private final CaseNumber number;
    private int ordinal = 1;
    private String title = "针对服务不到位的问题。";
    private @Nullable String manifestation;
    private @Nullable String cause;
    private @Nullable String target;
    private @Nullable String standard;
    private ProblemState state = ProblemState.RECTIFYING;
    private LocalDate due = LocalDate.of(2026, 12, 24);
    private @Nullable Long leader;
    private @Nullable Long unit;
    private @Nullable Long person;
    private @Nullable String summary;

    private ProblemSample(CaseNumber number) {
        this.number = number;
    }

    /** A problem in rectification for which nobody in particular answers. */
    public static ProblemSample of(CaseNumber number) {
        return new ProblemSample(number);
    }

    public ProblemSample ordinal(int ordinal) {
        this.ordinal = ordinal;
        return this;
    }

    public ProblemSample title(String title) {
        this.title = title;
        return this;
    }

    public ProblemSample manifestation(String manifestation) {
        this.manifestation = manifestation;
        return this;
    }

    public ProblemSample plan(String cause, String target, String standard) {
        this.cause = cause;
        this.target = target;
        this.standard = standard;
        return this;
    }

    public ProblemSample state(ProblemState state) {
        this.state = state;
        return this;
    }

    public ProblemSample due(LocalDate due) {
        this.due = due;
        return this;
    }

    /** Who answers for it; the responsible unit leads as well. */
    public ProblemSample by(long leader, long unit, long person) {
        this.leader = leader;
        this.unit = unit;
        this.person = person;
        return this;
    }

    public ProblemSample summary(String summary) {
        this.summary = summary;
        return this;
    }

    public ProblemView view() {
        return new ProblemView(
                number,
                1,
                1,
                ordinal,
                title,
                manifestation,
                cause,
                target,
                standard,
                state,
                1,
                Level.NORMAL,
                due,
                due,
                leader,
                unit,
                unit,
                person,
                summary,
                null,
                null);
    }
}
