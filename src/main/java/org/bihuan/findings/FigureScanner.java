package org.bihuan.findings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads quantities and rates out of one sentence. A number counts only with a measure word behind it
 * and outside names: years, ranges, codes (B-03, 1+6+N, 8.0) and quoted labels are none. Walks the
 * text once; each pattern looks at a bounded stretch.
 */
final class FigureScanner {

    private record Rate(int start, GrowthRate rate) {}

    private record Found(int start, BigDecimal value, String unit, boolean approximate) {}

    private static final Pattern GROWTH =
            Pattern.compile("(?:同比|环比|较上年(?:同期)?|较去年(?:同期)?|比上年(?:同期)?|比去年(?:同期)?)?\\s{0,2}"
                    + "(增长|增加|上升|提高|提升|增幅|下降|减少|降低|降幅)\\s?(了|约|近|超过|超|逾|达到|达|为)?\\s?(约|近|超)?\\s?"
                    + "(\\d{1,6}(?:\\.\\d{1,4})?)\\s{0,2}(?:%|个百分点)");
    private static final Pattern TITLE_YEAR = Pattern.compile("(?<!\\d)\\d{4}\\s{0,2}年");
    private static final String FALLS = "下降减少降低降幅";
    private static final String APPROXIMATE = "约近超逾";
    private static final String NUMERALS = "一二两三四五六七八九十百千零";
    private static final String CLAUSE = "，；。,;";
    private static final int LABEL = 20;
    private static final int CLAUSE_LENGTH = 120;

    private final String original;
    private final String text;
    private final List<Periods.Period> periods;
    private final int[] clauseStarts;
    private final int[] clauseEnds;
    private final List<Rate> rates = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    FigureScanner(String sentence, @Nullable Integer year) {
        this.original = sentence;
        this.text = masked(Fold.ascii(sentence));
        this.periods = Periods.of(text, original, year);
        this.clauseStarts = new int[text.length() + 1];
        this.clauseEnds = new int[text.length() + 1];
        findClauses();
        findRates();
        findNumbers();
    }

    List<GrowthRate> rates() {
        return rates.stream().map(Rate::rate).toList();
    }

    List<QuantityDraft> quantities() {
        return found.stream().map(this::draft).toList();
    }

    /** Blanks out titles and short quotations: what stands in them is a name. */
    private static String masked(String folded) {
        char[] out = folded.toCharArray();
        for (int i = 0; i < out.length; i++) {
            char close = out[i] == '《' ? '》' : out[i] == '“' ? '”' : 0;
            if (close == 0) {
                continue;
            }
            int limit = close == '》' ? 150 : LABEL;
            int end = i + 1;
            while (end < out.length && end - i <= limit && out[end] != close) {
                end++;
            }
            if (end < out.length && out[end] == close) {
                Arrays.fill(out, i + 1, end, '\u0001');
                i = end;
            }
        }
        return new String(out);
    }

    private void findRates() {
        for (Matcher m = GROWTH.matcher(text); m.find(); ) {
            BigDecimal percent = new BigDecimal(m.group(4));
            boolean about = approximate(m.group(2)) || approximate(m.group(3));
            boolean falls = FALLS.contains(m.group(1));
            rates.add(new Rate(
                    m.start(),
                    new GrowthRate(
                            falls ? percent.negate() : percent,
                            about,
                            original.substring(m.start(), m.end()).strip(),
                            rising(m.start(), m.end()))));
        }
    }

    /** Where nothing but the rate stands in its clause, the clause before it says what rose. */
    private String rising(int start, int end) {
        int own = clauseStarts[start];
        boolean bare = own > 0 && text.substring(own, start).isBlank();
        int from = bare ? clauseStarts[own - 1] : own;
        return original.substring(Math.max(from, start - CLAUSE_LENGTH), end).strip();
    }

    private static boolean approximate(@Nullable String word) {
        return word != null && !word.isEmpty() && APPROXIMATE.indexOf(word.charAt(0)) >= 0;
    }

    private void findNumbers() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (digit(c)) {
                end = numberEnd(at);
                arabic(at, end);
            } else if (NUMERALS.indexOf(c) >= 0) {
                while (end < text.length() && NUMERALS.indexOf(text.charAt(end)) >= 0) {
                    end++;
                }
                chinese(at, end);
            }
            at = end;
        }
    }

    private int numberEnd(int from) {
        int end = from;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean inner = (c == '.' || c == ',') && end + 1 < text.length() && digit(text.charAt(end + 1));
            if (!digit(c) && !inner) {
                return end;
            }
            end++;
        }
        return end;
    }

    private void arabic(int start, int end) {
        String number = text.substring(start, Math.min(end, start + 20)).replace(",", "");
        boolean code =
                start > 0 && partOfCode(text.charAt(start - 1)) || number.indexOf('.') != number.lastIndexOf('.');
        if (code || end - start > 18 || (end < text.length() && partOfCode(text.charAt(end)))) {
            return;
        }
        int at = skipBlanks(end);
        boolean approximate = approximateBefore(start);
        StringBuilder unit = new StringBuilder();
        for (; at < text.length() && unit.length() < 3; at++) {
            char c = text.charAt(at);
            if (c == '余' || c == '多') {
                approximate = true;
            } else if (c == '万' || c == '亿' || c == '千' || c == '百') {
                unit.append(c);
            } else {
                break;
            }
        }
        add(start, new BigDecimal(number), unit.toString(), skipBlanks(at), approximate, false);
    }

    private void chinese(int start, int end) {
        int value = Fold.chineseNumber(text.substring(start, Math.min(end, start + 8)));
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        // 二 alone before a measure word is an ordinal (二次装修); the count is 两.
        boolean ordinal = end - start == 1 && text.charAt(start) == '二';
        if (value < 2 || ordinal || end - start > 7 || "第番“+前".indexOf(before) >= 0 || partOfCode(before)) {
            return;
        }
        add(start, BigDecimal.valueOf(value), "", skipBlanks(end), approximateBefore(start), true);
    }

    private void add(int start, BigDecimal value, String multiplier, int at, boolean approximate, boolean chinese) {
        String unit = Units.at(text, at, chinese);
        boolean inRate = rates.stream()
                .anyMatch(r -> start >= r.start()
                        && start < r.start() + r.rate().quote().length() + 2);
        boolean inPeriod = periods.stream().anyMatch(p -> start >= p.start() && start < p.end());
        if (unit == null || inRate || inPeriod) {
            return;
        }
        int behind = at + unit.length();
        boolean about = approximate || text.startsWith("左右", behind) || text.startsWith("以上", behind);
        found.add(new Found(start, value, multiplier + unit, about));
    }

    private boolean approximateBefore(int start) {
        int at = start - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at >= 0 && APPROXIMATE.indexOf(text.charAt(at)) >= 0 || at >= 1 && text.startsWith("超过", at - 1);
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && at < from + 3 && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private QuantityDraft draft(Found f) {
        Periods.Period period = null;
        for (Periods.Period p : periods) {
            if (p.start() < f.start()) {
                period = p;
            }
        }
        String words = period == null ? titleYear(f.start()) : period.text();
        return new QuantityDraft(
                f.value(),
                f.unit(),
                clause(f.start()),
                words,
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                growth(f),
                f.approximate());
    }

    /** A quantity right behind a title is of the year that the title names. */
    private @Nullable String titleYear(int start) {
        int at = start - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        if (at < 0 || text.charAt(at) != '》') {
            return null;
        }
        int open = original.lastIndexOf('《', at);
        Matcher m = TITLE_YEAR.matcher(Fold.ascii(original));
        return open >= 0 && m.region(open, at).find() ? original.substring(m.start(), m.end()) : null;
    }

    /** A rate belongs to the quantities of the clause before it, or of its own, behind the rate before. */
    private @Nullable GrowthRate growth(Found f) {
        for (Rate rate : rates) {
            if (rate.start() > f.start()) {
                int own = clauseStart(rate.start());
                int earlier = own == 0 ? 0 : clauseStart(own - 1);
                boolean near = f.start() >= own
                        || (f.start() >= earlier
                                && found.stream().noneMatch(o -> o.start() >= own && o.start() < rate.start()));
                return near ? rate.rate() : null;
            }
        }
        return null;
    }

    private int clauseStart(int from) {
        return clauseStarts[Math.min(from, text.length())];
    }

    private String clause(int at) {
        int start = Math.max(clauseStarts[at], at - CLAUSE_LENGTH);
        int end = Math.min(clauseEnds[at], at + CLAUSE_LENGTH);
        return original.substring(start, end).strip();
    }

    /** Knows for every offset where its clause begins and ends, so that no lookup walks the text again. */
    private void findClauses() {
        for (int i = 1; i <= text.length(); i++) {
            clauseStarts[i] = boundary(i - 1) ? i : clauseStarts[i - 1];
        }
        clauseEnds[text.length()] = text.length();
        for (int i = text.length() - 1; i >= 0; i--) {
            clauseEnds[i] = boundary(i) ? i : clauseEnds[i + 1];
        }
    }

    /** A comma between digits parts thousands, not clauses. */
    private boolean boundary(int at) {
        char c = text.charAt(at);
        boolean thousands = c == ',' && at > 0 && digit(text.charAt(at - 1));
        return CLAUSE.indexOf(c) >= 0 && !thousands;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean partOfCode(char c) {
        return (c < 0x80 && (Character.isLetterOrDigit(c) || "+-./#_:~".indexOf(c) >= 0)) || "—–〔第".indexOf(c) >= 0;
    }
}
