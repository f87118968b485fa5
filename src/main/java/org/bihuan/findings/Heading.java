package org.bihuan.findings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The number that opens a line: 一、 is level 1, （一） 2, 1. 3, （1） 4, 1） and ① 5; half- or full-width.
 *
 * @param marker as written
 * @param rest the line behind it
 */
record Heading(int level, String marker, String rest) {

    private static final String CN = "[一二三四五六七八九十百]{1,4}";

    private static final Pattern[] LEVELS = {
        Pattern.compile("(?:" + CN + "[、.]|第" + CN + "(?:部分|章)[、，：:]?)\\s{0,4}"),
        Pattern.compile("[（(]\\s?" + CN + "\\s?[)）][、.]?\\s{0,4}"),
        Pattern.compile("\\d{1,2}\\\\?(?:[.、](?!\\d)|\\s?[.、]\\s{1,4})\\s{0,4}"),
        Pattern.compile("[（(]\\s?\\d{1,2}\\s?[)）][、.]?\\s{0,4}"),
        Pattern.compile("(?:\\d{1,2}[)）]|[①-⑳])[、.]?\\s{0,4}"),
    };

    /** The heading that {@code line} is, or null where no number opens it. */
    static @Nullable Heading of(String line) {
        if (line.isEmpty() || !mayOpen(line.charAt(0))) {
            return null;
        }
        String head = Fold.ascii(line.substring(0, Math.min(line.length(), 16)));
        for (int level = 1; level <= LEVELS.length; level++) {
            Matcher m = LEVELS[level - 1].matcher(head);
            if (m.lookingAt()) {
                return new Heading(
                        level,
                        line.substring(0, m.end()).strip().replace("\\", ""),
                        line.substring(m.end()).strip());
            }
        }
        return null;
    }

    private static boolean mayOpen(char c) {
        return Character.isDigit(c) || (c >= '①' && c <= '⑳') || "（(第一二三四五六七八九十百".indexOf(c) >= 0;
    }
}
