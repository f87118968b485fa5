package org.bihuan.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The whole benchmark: {@code mvn -Pbench verify}. Sizes are system properties, see {@link Sizes};
 * every figure is printed with its limit beside it, and nothing fails but what does not run. The bytes
 * of the first load are a test of their own, since they do not drift.
 */
public final class Bench {

    private final Sizes sizes;
    private final Report report;

    Bench(Sizes sizes, Report report) {
        this.sizes = sizes;
        this.report = report;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Bench(Sizes.fromProperties(), new Report(System.out)).run();
        // Pools and drivers of the parts leave threads behind.
        System.exit(0);
    }

    void run() throws IOException, InterruptedException {
        report.title("this machine");
        report.say("%d processors, %s %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.version")));
        Commits commits = new Commits(report);
        commits.run(1, sizes.commitSeconds());
        commits.run(4, sizes.commitSeconds());
        try (ProductSide product = new ProductSide(UnaryOperator.identity())) {
            try (BareSide defaults = BareSide.defaults();
                    BareSide tuned = BareSide.tuned(UnaryOperator.identity())) {
                Throughput throughput = new Throughput(List.of(product, defaults, tuned), report);
                throughput.run(1, sizes.warmUp(), sizes.rounds(), sizes.cases());
                throughput.run(4, 1, sizes.rounds(), sizes.cases());
            }
            new MyWork(product, report).run(sizes.tasks(), sizes.pages());
        }
        if (sizes.starts() > 0) {
            new Starts(report).run(sizes.starts());
        }
        report.end();
    }
}
