package org.bihuan.bench;

import java.util.Arrays;

/** Durations of single runs in nanoseconds, and what they say. */
final class Timings {

    private long[] nanos = new long[64];
    private int count;

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    /** Runs the act and takes its time. */
    void time(Runnable act) {
        long start = System.nanoTime();
        act.run();
        add(System.nanoTime() - start);
    }

    /** The duration in milliseconds below which this share of the runs stayed. */
    double millis(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int index = (int) Math.ceil(share * count) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }

    int count() {
        return count;
    }
}
