package org.bihuan.shell;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Tells a failed start in one line on the terminal, whoever analysed it. */
class FailureLine implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        StartConsole.complain(new BundledTexts()
                .get(
                        StartConsole.LANGUAGE,
                        "shell.start.failed",
                        (analysis.getDescription() + action)
                                .replaceAll("\\s+", " ")
                                .strip()));
    }
}
