package org.bihuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The benchmark runs, in its smallest size; what it measures here means nothing and is not asserted. */
@Tag("slow")
class SmallBenchIT {

    @Test
    void the_benchmark_runs_through_and_prints_every_figure() throws IOException, InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Report report = new Report(new PrintStream(printed, true, StandardCharsets.UTF_8));
        new Bench(new Sizes(List.of(10_000), 20, 1, 1, 1, 0, 1), report).run();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("bare commits", "(a) my work", "first page", "counts of all lists")
                .contains("(b) completing a task", "1 thread(s)", "4 thread(s)")
                .contains("steps: product / engine, defaults", "whole cases: product / engine, tuned");
    }
}
