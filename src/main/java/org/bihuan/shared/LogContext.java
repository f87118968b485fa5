package org.bihuan.shared;

import org.slf4j.MDC;

/** Puts case number and user on every log line written inside a try block. */
public final class LogContext implements AutoCloseable {

    public static final String CASE = "case";
    public static final String USER = "user";

    private final MDC.MDCCloseable entry;

    private LogContext(String key, String value) {
        this.entry = MDC.putCloseable(key, value);
    }

    /** Names the case that the following lines are about. */
    public static LogContext ofCase(CaseNumber number) {
        return new LogContext(CASE, number.value());
    }

    /**
     * Names the case of this request on every further line, so that a fault which is logged at its end
     * names it too; forgotten by {@link #forgetCase()}. On the engine's threads the engine does it.
     */
    public static void about(CaseNumber number) {
        MDC.put(CASE, number.value());
    }

    /** Ends what {@link #about(CaseNumber)} began. */
    public static void forgetCase() {
        MDC.remove(CASE);
    }

    /** Names the login of the person on whose behalf the following lines are written. */
    public static LogContext ofUser(String login) {
        return new LogContext(USER, login);
    }

    @Override
    public void close() {
        entry.close();
    }
}
