package org.bihuan.bench;

import java.util.function.Consumer;

import org.bihuan.shared.CaseNumber;

/** Takes a case of one side from start to close-out. */
final class CaseRun {

    private final Side side;
    private final CaseNumber problem;
    private final int measures;

    CaseRun(Side side, CaseNumber problem, int measures) {
        this.side = side;
        this.problem = problem;
        this.measures = measures;
    }

    /** The whole case. */
    void all() {
        start();
        for (Step step : Step.values()) {
            each(step, number -> take(step, number));
        }
    }

    /** Starts the case. */
    void start() {
        side.as(Step.Who.VERIFIER, () -> side.start(problem));
    }

    /** Calls for each number that has this step: the problem's, or those of its measures. */
    void each(Step step, Consumer<CaseNumber> act) {
        if (step == Step.PROPOSE_CLOSURE) {
            side.jobs(problem).forEach(side::runJob);
        }
        if (!step.ofMeasure()) {
            act.accept(problem);
            return;
        }
        for (int ordinal = 1; ordinal <= measures; ordinal++) {
            act.accept(problem.measure(ordinal));
        }
    }

    private void take(Step step, CaseNumber number) {
        String task = claimed(step, number);
        side.as(step.who(), () -> side.complete(step, number, task));
    }

    /** The open task of the step, claimed where it has to be. */
    String claimed(Step step, CaseNumber number) {
        String task = side.task(step, number);
        if (step.who().claims()) {
            side.as(step.who(), () -> side.claim(step, task));
        }
        return task;
    }
}
