package org.bihuan.shared;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Puts case number and user on every log line written inside a try block. The case of a unit of work,
 * which is a request or a command outside of one, is named while the work goes on and ends with it.
 */
public final class LogContext implements AutoCloseable {

    public static final String CASE = "case";
    public static final String USER = "user";

    private static final ThreadLocal<@Nullable Work> WORK = new ThreadLocal<>();

    private final Runnable end;

    private LogContext(Runnable end) {
        this.end = end;
    }

    /** A unit of work: what it is about, and what stood on the log lines before it; either may be null. */
    private static final class Work {

        private final @Nullable String before = MDC.get(CASE);
        private @Nullable String about;
    }

    /** Names the case that the following lines are about. */
    public static LogContext ofCase(CaseNumber number) {
        return entry(CASE, number.value());
    }

    /** Names the login of the person on whose behalf the following lines are written. */
    public static LogContext ofUser(String login) {
        return entry(USER, login);
    }

    private static LogContext entry(String key, String value) {
        MDC.MDCCloseable entry = MDC.putCloseable(key, value);
        return new LogContext(entry::close);
    }

    /** A unit of work on this thread, at whose end the case is forgotten; within another it is a part of that. */
    public static LogContext work() {
        if (WORK.get() != null) {
            return new LogContext(LogContext::recall);
        }
        Work work = new Work();
        WORK.set(work);
        return new LogContext(() -> {
            WORK.remove();
            name(work.before);
        });
    }

    /**
     * Names the case of this unit of work on every further line, so that a fault which is logged at its
     * end names it too. Does nothing outside of one, where nobody would take the name away again.
     */
    public static void about(CaseNumber number) {
        Work work = WORK.get();
        if (work != null) {
            work.about = number.value();
            name(work.about);
        }
    }

    /** Names the case again: the engine puts back what stood there before its command, which is nothing. */
    private static void recall() {
        Work work = WORK.get();
        if (work != null && work.about != null) {
            name(work.about);
        }
    }

    private static void name(@Nullable String number) {
        if (number == null) {
            MDC.remove(CASE);
        } else {
            MDC.put(CASE, number);
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
