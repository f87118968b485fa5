package org.bihuan.shared;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Puts case number and user on every log line written inside a try block. */
public final class LogContext implements AutoCloseable {

    public static final String CASE = "case";
    public static final String USER = "user";

    private static final ThreadLocal<@Nullable String> ABOUT = new ThreadLocal<>();

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
        ABOUT.set(number.value());
        MDC.put(CASE, number.value());
    }

    /** Names the case again: the engine puts back what stood there before its command, which is nothing. */
    static void recall() {
        String number = ABOUT.get();
        if (number != null) {
            MDC.put(CASE, number);
        }
    }

    /** Ends what {@link #about(CaseNumber)} began. */
    public static void forgetCase() {
        ABOUT.remove();
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
