package org.bihuan.worklist.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.bihuan.rectification.ClosureOpinion;
import org.bihuan.rectification.ClosureRequest;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.ProblemView;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;

/** A closure as tests of the approvals read it. */
final class ClosureSamples {

    static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    static final Instant AT = Instant.parse("2026-02-20T02:00:00Z");
    static final CaseNumber NUMBER = new CaseNumber("AB2026-P01");
    static final String LONG_TITLE = "针对".repeat(60);

    private ClosureSamples() {}

    static ProblemView problem() {
        return new ProblemView(
                NUMBER,
                1,
                1,
                1,
                LONG_TITLE,
                "表现",
                "原因",
                "目标",
                "销号标准",
                ProblemState.VERIFIED,
                1,
                Level.NORMAL,
                DUE,
                DUE,
                null,
                null,
                null,
                null,
                "小结",
                null,
                null);
    }

    static MeasureView measure(int ordinal) {
        return new MeasureView(
                NUMBER.measure(ordinal),
                ordinal,
                "措施" + ordinal,
                "内容",
                "标准",
                MeasureKind.TIME_LIMITED,
                Set.of(),
                MeasureState.ACCEPTED,
                Level.NORMAL,
                DUE,
                DUE,
                null,
                null,
                1,
                "已完成",
                AT,
                null);
    }

    static ClosureRequest request(int ordinal, String summary, ClosureOpinion opinion) {
        return new ClosureRequest(ordinal, "主任", null, AT, summary, List.of(opinion));
    }
}
