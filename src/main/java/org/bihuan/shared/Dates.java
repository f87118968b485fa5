package org.bihuan.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as the readers expect them; instants are stored in UTC and shown in Chinese time. */
public final class Dates {

    /** The time zone of every date that people read. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter LONG_ZH =
            DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter LONG_EN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DENSE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DENSE_SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Dates() {}

    /** {@code 2026年11月24日} or {@code 24 November 2026}: for headers and sentences. */
    public static String full(LocalDate date, Locale locale) {
        return (locale.getLanguage().equals("zh") ? LONG_ZH : LONG_EN).format(date);
    }

    /** {@code 2026-11-24}: for tables and wherever columns line up. */
    public static String dense(LocalDate date) {
        return date.toString();
    }

    /** {@code 2026-11-24 09:30} in Chinese time. */
    public static String time(Instant instant) {
        return DENSE_TIME.format(instant.atZone(ZONE));
    }

    /** {@code 2026-11-24 09:30:15} in Chinese time, where the order of acts matters. */
    public static String second(Instant instant) {
        return DENSE_SECOND.format(instant.atZone(ZONE));
    }

    /** The Chinese calendar day of {@code instant}. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** Message key of what is left until a deadline (“还剩 3 个工作日”, “今天到期”); its argument is the number of days. */
    public static String leftKey(int workdaysLeft) {
        if (workdaysLeft == 0) {
            return "shared.due.today";
        }
        return workdaysLeft > 0 ? "shared.due.left" : "shared.due.over";
    }
}
