package org.bihuan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Leaves the skipped real parts in {@code target/skipped-real-parts.txt}, which the build prints as its
 * last words. The unit and the integration tests run in two JVMs: each adds to the file.
 */
public final class SkippedPartsReport implements TestExecutionListener {

    private static final Path FILE = Path.of("target", "skipped-real-parts.txt");

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (RealParts.skipped().isEmpty()) {
            return;
        }
        try {
            Set<String> lines = new TreeSet<>(RealParts.skipped());
            if (Files.exists(FILE)) {
                lines.addAll(Files.readAllLines(FILE));
            }
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("The report of skipped parts could not be written", e);
        }
    }
}
