package org.bihuan.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What the benchmark prints: each figure with its limit beside it. */
final class Report {

    private final PrintStream out;
    private final List<String> lines = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        say("");
        say("== " + text);
    }

    void say(String line) {
        lines.add(line);
        out.println(line);
    }

    /** A figure that should be at most its target. */
    void atMost(String what, double figure, double target, String unit) {
        verdict(what, figure, figure <= target, "at most", target, unit);
    }

    /** A figure that should be at least its target. */
    void atLeast(String what, double figure, double target, String unit) {
        verdict(what, figure, figure >= target, "at least", target, unit);
    }

    private void verdict(String what, double figure, boolean met, String bound, double target, String unit) {
        String line = "%-58s %9.2f %s  (%s %.2f)%s".formatted(what, figure, unit, bound, target, met ? "" : "  MISSED");
        if (!met) {
            missed.add(line);
        }
        say(line);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Prints once more what missed its target. */
    void end() {
        title(missed.isEmpty() ? "every target is met" : "missed: " + missed.size());
        missed.forEach(this::say);
    }
}
