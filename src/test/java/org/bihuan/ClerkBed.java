package org.bihuan;

import java.util.Set;

import org.bihuan.rectification.ProblemView;
import org.bihuan.rectification.Responsibility;
import org.bihuan.rectification.RoundPolicy;
import org.bihuan.rectification.RoundSample;
import org.bihuan.shared.CaseNumber;

/** The product with a clerk, a document of three problems, and two offices that may answer for them. */
abstract class ClerkBed extends LoopBed {

    static final String DOCUMENT = """
            关于某街道巡察整改情况的通报
            一、反馈意见整改情况
            （一）关于作风方面的整改
            1. 针对服务不到位的问题。一是走访 20 户。二是制定《走访办法》。
            2. 针对效率不高的问题。压缩时限，提高效率。
            （二）关于纪律方面的整改
            1. 针对考勤不严的问题。严格考勤，每月通报。
            """;

    static RoundPolicy policy(String code) {
        return RoundSample.policy(code, MONDAY);
    }

    /** A round of three problems. */
    void accepted(String code) {
        as.run(CLERK, () -> rounds.accept(policy(code), findings.parseText(DOCUMENT), false));
    }

    Responsibility named() {
        return new Responsibility(
                personId(LEADER), unitOf(HANDLER), unitOf(HANDLER), personId(HANDLER), Set.of(unitOf(OTHER_HANDLER)));
    }

    Responsibility others() {
        return new Responsibility(
                personId(LEADER), unitOf(OTHER_HANDLER), unitOf(OTHER_HANDLER), personId(OTHER_HANDLER), Set.of());
    }

    ProblemView problem(CaseNumber number) {
        return as.call(CLERK, () -> cases.problem(number));
    }
}
