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

    /** Names the login of the person on whose behalf the following lines are written. */
    public static LogContext ofUser(String login) {
        return new LogContext(USER, login);
    }

    @Override
    public void close() {
        entry.close();
    }
}
