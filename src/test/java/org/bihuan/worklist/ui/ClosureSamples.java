package org.bihuan.worklist.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.bihuan.rectification.ClosureOpinion;
import org.bihuan.rectification.ClosureRequest;
import org.bihuan.rectification.MeasureSample;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemSample;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.ProblemView;
import org.bihuan.shared.CaseNumber;

/** A closure as tests of the approvals read it. */
final class ClosureSamples {

    static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    static final Instant AT = Instant.parse("2026-02-20T02:00:00Z");
    static final CaseNumber NUMBER = new CaseNumber("AB2026-P01");
    static final String LONG_TITLE = "针对".repeat(60);

    private ClosureSamples() {}

    static ProblemView problem() {
        return ProblemSample.of(NUMBER)
                .title(LONG_TITLE)
                .manifestation("表现")
                .plan("原因", "目标", "销号标准")
                .state(ProblemState.VERIFIED)
                .due(DUE)
                .summary("小结")
                .view();
    }

    static MeasureView measure(int ordinal) {
        return MeasureSample.of(NUMBER, ordinal)
                .due(DUE, DUE)
                .report("已完成")
                .acceptedAt(AT)
                .view();
    }

    static ClosureRequest request(int ordinal, String summary, ClosureOpinion opinion) {
        return new ClosureRequest(ordinal, "主任", null, AT, summary, List.of(opinion));
    }
}
