package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.NewEvidence;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.bihuan.testing.TestDatabase;
import org.bihuan.worklist.WorkFates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What has been handed in: it is found again, and stays as it was. */
class WorkDoneIT extends LoopBed {

    @Autowired
    WorkFates fates;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.H2.register(registry);
    }

    private CaseNumber underWay(String code) {
        CaseNumber problem = started(code);
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, new Submission.Decided(Decision.approve("情况属实。")));
        return problem;
    }

    private void moveDue(CaseNumber measure, int weeks) {
        as.run(VERIFIER, () -> work.moveDue(measure, LATER_DUE.plusWeeks(weeks), "材料需要时间。"));
    }

    @Test
    void what_was_done_is_found_in_the_trail_however_much_has_happened_since() {
        CaseNumber measure = underWay("JI2026").measure(1);
        long receipt = item(HANDLER, measure).id();
        submit(HANDLER, measure, new Submission.Acknowledge());
        for (int again = 0; again < 40; again++) {
            moveDue(measure, again % 2 + 1);
            moveDue(measure.problem().measure(2), again % 2 + 1);
        }
        assertThat(as.call(HANDLER, () -> fates.of(receipt)).orElseThrow().what())
                .satisfies(act -> assertThat(act.action()).isEqualTo("measure.acknowledged"));
    }

    @Test
    void evidence_is_added_only_while_the_measure_is_worked_on() {
        CaseNumber measure = underWay("JJ2026").measure(1);
        assertThatThrownBy(() -> as.run(HANDLER, () -> addEvidence(measure)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("rectification.evidence.notReceived");
        submit(HANDLER, measure, new Submission.Acknowledge());
        handIn(measure, 1, "已完成");
        long file = as.call(HANDLER, () -> evidence.of(measure.value())).get(0).id();
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> as.run(HANDLER, () -> addEvidence(measure)),
                () -> as.run(HANDLER, () -> evidence.withdraw(file, "误传", currentActor.require())))) {
            assertThatThrownBy(act)
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("rectification.evidence.notWhileJudged");
        }
        assertThat(as.call(HANDLER, () -> evidence.of(measure.value())))
                .singleElement()
                .matches(item -> !item.withdrawn());
    }

    private void addEvidence(CaseNumber measure) {
        evidence.add(
                new NewEvidence(measure.value(), EvidenceKind.OTHER, "补.txt", 1),
                new ByteArrayInputStream("补充".getBytes(StandardCharsets.UTF_8)),
                currentActor.require());
    }
}
