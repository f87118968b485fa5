package org.bihuan.findings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The word that opens a measure in running text: 一是, 二要, 第三，, 其四，. */
record Marker(String text, int ordinal) {

    private static final Pattern FORM =
            Pattern.compile("([一二三四五六七八九十]{1,3})[是要]|第([一二三四五六七八九十]{1,3})[，,、：:]|其([一二三四五六七八九十])[，,、：:]");

    private static final String FIRST = "一二三四五六七八九十第其";

    /** The marker at {@code from}, blanks skipped, or null. */
    static @Nullable Marker at(String text, int from) {
        int start = from;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        if (start >= text.length() || FIRST.indexOf(text.charAt(start)) < 0) {
            return null;
        }
        Matcher m = FORM.matcher(text).region(start, Math.min(text.length(), start + 6));
        if (!m.lookingAt()) {
            return null;
        }
        String numeral = m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
        int ordinal = Fold.chineseNumber(numeral);
        return ordinal < 1 ? null : new Marker(m.group(), ordinal);
    }

    static boolean opens(String line) {
        return at(line, 0) != null;
    }
}
