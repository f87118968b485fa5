package org.bihuan.findings;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Finds the words of a sentence that say when. */
final class Periods {

    /** A period with its place; a month is null where open or not said. */
    record Period(
            int start,
            int end,
            String text,
            @Nullable String from,
            @Nullable String to) {}

    private static final String MONTH = "\\s{0,2}(\\d{1,2})\\s{0,2}";
    private static final String DAY = "(?:\\d{1,2}\\s{0,2}日)?";
    private static final Pattern FORM = Pattern.compile("(?:(?<!\\d)(\\d{4})\\s{0,2}年|(今年|本年|去年|上年))(?:"
            + MONTH + "(?:月(?:份)?\\s{0,2}" + DAY + ")?\\s{0,2}[-—–~至到]\\s{0,2}(?:(\\d{4})\\s{0,2}年)?" + MONTH
            + "月(?:份)?(?:\\s{0,2}\\d{1,2}\\s{0,2}日)?(?:期间)?"
            + "|" + MONTH + "月(?:份)?(?:\\s{0,2}" + DAY + ")?(以来|起|至今|后)?"
            + "|\\s{0,2}(上半年|下半年|全年|以来|年?底|年?初|第?[一二三四1-4]季度|度)?)"
            + "|((?:集中)?整改期(?:间|内)|巡[察视](?:整改|反馈)?以来|整改以来|截至目前|每年|每季度|每月|每半年)");

    private Periods() {}

    static List<Period> of(String folded, String original, @Nullable Integer year) {
        List<Period> found = new ArrayList<>();
        for (Matcher m = FORM.matcher(folded); m.find(); ) {
            String text = original.substring(m.start(), m.end()).strip();
            found.add(m.group(9) != null ? new Period(m.start(), m.end(), text, null, null) : dated(m, text, year));
        }
        return found;
    }

    private static Period dated(Matcher m, String text, @Nullable Integer year) {
        Integer y = m.group(1) != null ? Integer.valueOf(m.group(1)) : relative(m.group(2), year);
        if (y == null || y < 1949 || y > 2199) {
            return new Period(m.start(), m.end(), text, null, null);
        }
        String from = null;
        String to = null;
        if (m.group(3) != null) {
            int last = m.group(4) != null ? Integer.parseInt(m.group(4)) : y;
            from = month(y, m.group(3));
            to = month(last, m.group(5));
        } else if (m.group(6) != null) {
            from = month(y, m.group(6));
            to = m.group(7) == null ? from : null;
        } else {
            String part = m.group(8);
            from = partStart(y, part);
            to = partEnd(y, part);
        }
        return new Period(m.start(), m.end(), text, from, to);
    }

    private static @Nullable Integer relative(@Nullable String word, @Nullable Integer year) {
        if (year == null || word == null) {
            return null;
        }
        return word.equals("去年") || word.equals("上年") ? year - 1 : year;
    }

    private static @Nullable String month(int year, String month) {
        int m = Integer.parseInt(month);
        return m < 1 || m > 12 ? null : YearMonth.of(year, m).toString();
    }

    private static @Nullable String partStart(int year, @Nullable String part) {
        int quarter = quarter(part);
        if (quarter > 0) {
            return month(year, String.valueOf(quarter * 3 - 2));
        }
        if (part == null || part.equals("全年") || part.equals("上半年") || part.equals("以来") || part.equals("度")) {
            return month(year, "1");
        }
        return part.equals("下半年") ? month(year, "7") : null;
    }

    private static @Nullable String partEnd(int year, @Nullable String part) {
        int quarter = quarter(part);
        if (quarter > 0) {
            return month(year, String.valueOf(quarter * 3));
        }
        if (part == null || part.equals("全年") || part.equals("下半年") || part.equals("度")) {
            return month(year, "12");
        }
        return part.equals("上半年") ? month(year, "6") : null;
    }

    private static int quarter(@Nullable String part) {
        if (part == null || !part.endsWith("季度")) {
            return 0;
        }
        char c = part.charAt(part.length() - 3);
        return Math.max("一二三四".indexOf(c), "1234".indexOf(c)) + 1;
    }
}
