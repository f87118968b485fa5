package org.bihuan.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * How much is measured. Each is a system property {@code bench.<name>}; those of a list are separated
 * by commas.
 *
 * @param tasks numbers of open tasks at which "my work" is measured
 * @param pages how often each page of the product is read; the engine's own, slower query a twentieth of it
 * @param warmUp turns of each side ahead of those that are counted; a server is warm when people come to work
 * @param rounds turns of each side when steps and cases are counted
 * @param cases cases of each thread in a turn
 * @param starts starts of each application, behind a first one; 0 leaves them out
 * @param commitSeconds how long bare commits are counted
 */
record Sizes(List<Integer> tasks, int pages, int warmUp, int rounds, int cases, int starts, int commitSeconds) {

    Sizes {
        tasks = List.copyOf(tasks);
    }

    static Sizes fromProperties() {
        return new Sizes(
                Stream.of(System.getProperty("bench.tasks", "10000,100000,1000000")
                                .split(","))
                        .map(Integer::valueOf)
                        .toList(),
                Integer.getInteger("bench.pages", 400),
                Integer.getInteger("bench.warmUp", 40),
                Integer.getInteger("bench.rounds", 6),
                Integer.getInteger("bench.cases", 4),
                Integer.getInteger("bench.starts", 3),
                Integer.getInteger("bench.commitSeconds", 3));
    }
}
