package org.bihuan;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.NewEvidence;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.worklist.Approvals;
import org.bihuan.worklist.WaitingClosure;
import org.springframework.beans.factory.annotation.Autowired;

/** Problems on their way to the leading group. */
abstract class ApprovalBed extends LoopBed {

    private static final Submission YES = new Submission.Decided(Decision.approve("情况属实。"));

    static final Decision APPROVE = Decision.approve("同意销号。");

    @Autowired
    Approvals approvals;

    /** A problem that waits for the leading group; everything but the whole is verified by the task force. */
    CaseNumber waiting(String code, String verifierOfTheWhole) {
        CaseNumber problem = started(code);
        act(HANDLER, problem, plan(problem));
        act(LEADER, problem, YES);
        for (CaseNumber measure : List.of(problem.measure(1), problem.measure(2))) {
            carryThrough(measure, 1);
        }
        runJobs();
        propose(problem, "第一次申请", verifierOfTheWhole);
        return problem;
    }

    void carryThrough(CaseNumber measure, int attempt) {
        act(HANDLER, measure, new Submission.Acknowledge());
        as.run(
                HANDLER,
                () -> evidence.add(
                        new NewEvidence(measure.value(), EvidenceKind.DOCUMENT, "细则.txt", attempt),
                        new ByteArrayInputStream("细则".getBytes(StandardCharsets.UTF_8)),
                        currentActor.require()));
        act(HANDLER, measure, new Submission.CarryOut("已完成"));
        act(HEAD, measure, YES);
        act(VERIFIER, measure, YES);
    }

    void propose(CaseNumber problem, String summary, String verifierOfTheWhole) {
        act(HEAD, problem, new Submission.Closure(summary));
        act(LEADER, problem, YES);
        act(verifierOfTheWhole, problem, YES);
    }

    /** Hands a step in without a claim and without the recompute of the read model: only the way there. */
    void act(String login, CaseNumber number, Submission submission) {
        long item = item(login, number).id();
        as.run(login, () -> work.submit(item, submission));
    }

    WaitingClosure row(String login, CaseNumber problem) {
        return as.call(login, () -> approvals.page(null, 100)).stream()
                .filter(row -> row.number().equals(problem))
                .findFirst()
                .orElseThrow();
    }
}
