package org.bihuan.bench;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.bihuan.shared.CaseNumber;

/**
 * How fast steps are completed and whole cases are done, on each side. The sides take turns, case by
 * case, so that whatever else the machine does meets all of them alike.
 */
final class Throughput {

    private static final int MEASURES = 3;

    private final List<Side> sides;
    private final Report report;

    /** @param sides the product first, then its limits */
    Throughput(List<Side> sides, Report report) {
        this.sides = List.copyOf(sides);
        this.report = report;
    }

    /** What a side did in how long: completed steps alone, and everything from start to close-out. */
    private static final class Tally {

        private long steps;
        private long stepNanos;
        private long cases;
        private long caseNanos;

        double stepsPerSecond() {
            return steps * 1e9 / stepNanos;
        }

        double casesPerSecond() {
            return cases * 1e9 / caseNanos;
        }
    }

    /**
     * Measures with so many threads, each on cases of its own; each does so many cases in each of the rounds.
     *
     * @param warmUp rounds ahead that are not counted: until then the virtual machine compiles
     */
    void run(int threads, int warmUp, int rounds, int casesEach) throws InterruptedException {
        List<Tally> tallies = new ArrayList<>();
        sides.forEach(side -> tallies.add(new Tally()));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < warmUp + rounds; round++) {
                for (int i = 0; i < sides.size(); i++) {
                    // Another order each time.
                    int at = (i + round) % sides.size();
                    Tally tally = round < warmUp ? new Tally() : tallies.get(at);
                    turn(sides.get(at), pool, threads, casesEach, tally);
                }
            }
        } finally {
            pool.shutdownNow();
        }
        print(threads, tallies);
    }

    private void turn(Side side, ExecutorService pool, int threads, int casesEach, Tally tally)
            throws InterruptedException {
        List<CaseNumber> problems = side.prepare(threads * casesEach, MEASURES);
        long[] stepNanos = new long[threads];
        List<Future<?>> running = new ArrayList<>();
        long start = System.nanoTime();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            List<CaseNumber> own = problems.subList(thread * casesEach, (thread + 1) * casesEach);
            running.add(pool.submit(() -> {
                for (CaseNumber problem : own) {
                    stepNanos[number] += wholeCase(side, problem);
                }
            }));
        }
        running.forEach(Throughput::await);
        tally.caseNanos += System.nanoTime() - start;
        tally.cases += problems.size();
        long sum = 0;
        for (long nanos : stepNanos) {
            sum += nanos;
        }
        tally.stepNanos += sum / threads;
        tally.steps += (long) problems.size() * steps();
    }

    private static int steps() {
        int steps = 0;
        for (Step step : Step.values()) {
            steps += step.ofMeasure() ? MEASURES : 1;
        }
        return steps;
    }

    /** Does a case; returns the time spent in completing its steps. */
    private static long wholeCase(Side side, CaseNumber problem) {
        CaseRun run = new CaseRun(side, problem, MEASURES);
        long[] nanos = {0};
        run.start();
        for (Step step : Step.values()) {
            run.each(step, number -> {
                String task = run.claimed(step, number);
                side.as(step.who(), () -> {
                    long start = System.nanoTime();
                    side.complete(step, number, task);
                    nanos[0] += System.nanoTime() - start;
                });
            });
        }
        return nanos[0];
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void print(int threads, List<Tally> tallies) {
        report.title(
                "(b) completing a task and (c) a whole case of %d measures, %d thread(s)".formatted(MEASURES, threads));
        Map<Figure, Double> product = new EnumMap<>(Figure.class);
        for (int i = 0; i < sides.size(); i++) {
            Tally tally = tallies.get(i);
            report.say("%-18s %8.1f steps/s  %8.2f cases/s"
                    .formatted(sides.get(i).name(), tally.stepsPerSecond(), tally.casesPerSecond()));
            if (i == 0) {
                product.put(Figure.STEPS, tally.stepsPerSecond());
                product.put(Figure.CASES, tally.casesPerSecond());
                continue;
            }
            boolean tuned = sides.get(i).name().contains("tuned");
            report.atLeast(
                    "steps: product / " + sides.get(i).name(),
                    requireNonNull(product.get(Figure.STEPS)) / tally.stepsPerSecond(),
                    tuned ? 0.8 : 1.0,
                    "x");
            if (tuned) {
                report.atLeast(
                        "whole cases: product / " + sides.get(i).name(),
                        requireNonNull(product.get(Figure.CASES)) / tally.casesPerSecond(),
                        0.9,
                        "x");
            }
        }
    }

    private enum Figure {
        STEPS,
        CASES
    }
}
