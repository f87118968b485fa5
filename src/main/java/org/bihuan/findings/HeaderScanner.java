package org.bihuan.findings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads the dates and the team of the inspection from the opening paragraphs. */
final class HeaderScanner {

    private static final int OPENING = 4000;
    private static final String DATE = "(\\d{4})\\s{0,2}年\\s{0,2}(\\d{1,2})\\s{0,2}月\\s{0,2}(\\d{1,2})\\s{0,2}日";
    private static final Pattern RANGE = Pattern.compile(
            DATE
                    + "\\s{0,2}(?:至|到|-|—|–|~)\\s{0,2}(?:(\\d{4})\\s{0,2}年\\s{0,2})?(\\d{1,2})\\s{0,2}月\\s{0,2}(\\d{1,2})\\s{0,2}日");
    private static final Pattern FEEDBACK = Pattern.compile(DATE + "[^。；\\d]{0,40}反馈");
    private static final Pattern TEAM = Pattern.compile("第[一二三四五六七八九十\\d]{1,3}(?:轮)?巡[察视]组");
    private static final String BEFORE_TEAM = "，。、；：（(）) \n由与及向对被于和";

    private HeaderScanner() {}

    static FindingsHeader of(List<String> title, List<String> paragraphs) {
        StringBuilder opening = new StringBuilder();
        for (String paragraph : paragraphs) {
            if (opening.length() < OPENING) {
                opening.append(paragraph, 0, Math.min(paragraph.length(), OPENING))
                        .append('\n');
            }
        }
        String text = opening.toString();
        String folded = Fold.ascii(text);
        LocalDate from = null;
        LocalDate to = null;
        Matcher range = RANGE.matcher(folded);
        if (range.find()) {
            from = date(range.group(1), range.group(2), range.group(3));
            String year = range.group(4) == null ? range.group(1) : range.group(4);
            to = date(year, range.group(5), range.group(6));
        }
        Matcher feedback = FEEDBACK.matcher(folded);
        LocalDate fed = feedback.find() ? date(feedback.group(1), feedback.group(2), feedback.group(3)) : null;
        return new FindingsHeader(title, from, to, fed, team(text));
    }

    private static @Nullable LocalDate date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static @Nullable String team(String text) {
        Matcher m = TEAM.matcher(text);
        if (!m.find()) {
            return null;
        }
        int start = m.start();
        while (start > 0 && m.start() - start < 8 && BEFORE_TEAM.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return text.substring(start, m.end());
    }
}
