package org.bihuan.demo;

import static org.bihuan.demo.DemoRound.leader;
import static org.bihuan.demo.DemoRound.number;
import static org.bihuan.demo.DemoRound.office;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

import org.bihuan.rectification.Decision;
import org.bihuan.rectification.ProcessPort;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.springframework.stereotype.Component;

/**
 * The problems that have come as far as close-out: one closed, one returned by the leading group,
 * three that wait for its approval, one that waits for verification.
 */
@Component
class DemoClosures {

    private static final int CLOSED = 8;
    private static final int RETURNED = 1;
    private static final int LONG_WAITING = 11;
    private static final int WITH_A_RETURNED_MEASURE = 4;
    private static final int OF_THE_SECRETARY = 6;
    private static final int TO_VERIFY = 7;
    private static final List<Integer> ALL =
            List.of(CLOSED, RETURNED, LONG_WAITING, WITH_A_RETURNED_MEASURE, OF_THE_SECRETARY, TO_VERIFY);

    private final DemoHands hands;
    private final ProcessPort process;

    DemoClosures(DemoHands hands, ProcessPort process) {
        this.hands = hands;
        this.process = process;
    }

    /** All measures are done and verified, one at its second attempt; {@code back} moves the clock. */
    void measuresDone(IntConsumer back) {
        CaseNumber twice = number(WITH_A_RETURNED_MEASURE).measure(2);
        back.accept(32);
        ALL.forEach(problem -> hands.acknowledge(office(problem), number(problem)));
        back.accept(29);
        each((problem, measure) ->
                hands.handIn(office(problem), measure, 1, measure.equals(twice) ? DemoTexts.THIN : DemoTexts.DONE));
        back.accept(27);
        each((problem, measure) -> hands.approve(office(problem).head(), measure, DemoTexts.HEAD_AGREES));
        back.accept(25);
        each((problem, measure) -> {
            if (!measure.equals(twice)) {
                hands.approve(DemoOrganisation.SUPERVISOR, measure, DemoTexts.VERIFIED);
            }
        });
    }

    private void each(MeasureStep step) {
        for (int problem : ALL) {
            hands.measures(office(problem), number(problem)).forEach(measure -> step.take(problem, measure));
        }
    }

    private interface MeasureStep {

        void take(int problem, CaseNumber measure);
    }

    /** Close-out is asked for and judged, each as far as its story goes. */
    void decided(IntConsumer back, LocalDate today) {
        CaseNumber twice = number(WITH_A_RETURNED_MEASURE).measure(2);
        back.accept(19);
        List.of(CLOSED, RETURNED).forEach(this::propose);
        back.accept(18);
        List.of(CLOSED, RETURNED).forEach(this::review);
        hands.submit(
                DemoOrganisation.SUPERVISOR,
                twice,
                new Submission.Decided(Decision.sendBack(DemoTexts.TOO_THIN, today.plusDays(35))));
        back.accept(16);
        List.of(CLOSED, RETURNED).forEach(this::verify);
        propose(LONG_WAITING);
        back.accept(14);
        hands.approve(DemoOrganisation.FIRST_DEPUTY, number(CLOSED), DemoTexts.APPROVED);
        hands.submit(
                DemoOrganisation.SECRETARY,
                number(RETURNED),
                new Submission.Decided(new Decision(
                        false,
                        DemoTexts.RETURNED,
                        today.plusDays(45),
                        Set.of(number(RETURNED).measure(2)))));
        review(LONG_WAITING);
        hands.handIn(office(WITH_A_RETURNED_MEASURE), twice, 2, DemoTexts.DONE);
        back.accept(12);
        hands.submit(office(RETURNED).handler(), number(RETURNED).measure(2), new Submission.Acknowledge());
        verify(LONG_WAITING);
        hands.approve(office(WITH_A_RETURNED_MEASURE).head(), twice, DemoTexts.HEAD_AGREES);
        back.accept(10);
        hands.approve(DemoOrganisation.SUPERVISOR, twice, DemoTexts.VERIFIED);
        back.accept(8);
        List.of(WITH_A_RETURNED_MEASURE, OF_THE_SECRETARY).forEach(this::propose);
        back.accept(6);
        List.of(WITH_A_RETURNED_MEASURE, OF_THE_SECRETARY).forEach(this::review);
        back.accept(3);
        List.of(WITH_A_RETURNED_MEASURE, OF_THE_SECRETARY).forEach(this::verify);
        propose(TO_VERIFY);
        back.accept(1);
        review(TO_VERIFY);
    }

    private void propose(int problem) {
        process.carryOn(number(problem));
        hands.submit(office(problem).head(), number(problem), new Submission.Closure(DemoTexts.SUMMARY));
    }

    private void review(int problem) {
        hands.approve(leader(problem), number(problem), DemoTexts.LEADER_AGREES);
    }

    /** The measures were verified by the task force; the whole is, by the discipline committee. */
    private void verify(int problem) {
        hands.approve(DemoOrganisation.DISCIPLINE, number(problem), DemoTexts.CLOSURE_VERIFIED);
    }
}
