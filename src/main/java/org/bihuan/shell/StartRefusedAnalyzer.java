package org.bihuan.shell;

import org.bihuan.shared.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/** Turns what stands outside the program's power into one sentence in the operator's language. */
class StartRefusedAnalyzer implements FailureAnalyzer, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return analysis(cause, refused.key(), refused.args());
            }
            if (cause instanceof PortInUseException port) {
                return analysis(cause, "shell.start.portInUse", port.getPort());
            }
        }
        return null;
    }

    private static FailureAnalysis analysis(Throwable cause, String key, Object... args) {
        // Before logging is set up, the framework's own reporter would repeat the line in a frame of asterisks.
        LoggingSystem.get(StartRefusedAnalyzer.class.getClassLoader())
                .setLogLevel(LoggingFailureAnalysisReporter.class.getName(), LogLevel.OFF);
        Texts texts = new BundledTexts();
        return new FailureAnalysis(texts.get(StartConsole.LANGUAGE, key, args), null, cause);
    }
}
