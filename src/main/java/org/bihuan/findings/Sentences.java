package org.bihuan.findings;

import java.util.ArrayList;
import java.util.List;

/** Cuts Chinese prose at 。！？, outside brackets and quotation marks where these are balanced. */
final class Sentences {

    static final String ENDS = "。！？!?";
    private static final String CLOSING = "”’」』）)》】";
    private static final String OPEN = "“「『（(《【";
    private static final String CLOSE = "”」』）)》】";

    private Sentences() {}

    /** The sentences with their closing marks; joined they are {@code text} again. */
    static List<String> of(String text) {
        boolean nest = balanced(text);
        List<String> out = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (nest && OPEN.indexOf(c) >= 0) {
                depth++;
            } else if (nest && CLOSE.indexOf(c) >= 0) {
                depth--;
            }
            if (ENDS.indexOf(c) < 0) {
                continue;
            }
            int end = i + 1;
            int after = depth;
            while (end < text.length() && (CLOSING + ENDS).indexOf(text.charAt(end)) >= 0) {
                if (nest && CLOSE.indexOf(text.charAt(end)) >= 0) {
                    after--;
                }
                end++;
            }
            if (after <= 0) {
                out.add(text.substring(start, end));
                start = end;
                depth = after;
                i = end - 1;
            }
        }
        if (start < text.length()) {
            out.add(text.substring(start));
        }
        return out;
    }

    /** Whether every bracket and quotation mark that opens is closed. */
    static boolean balanced(String text) {
        int[] open = new int[OPEN.length()];
        for (int i = 0; i < text.length(); i++) {
            char c = folded(text.charAt(i));
            int o = OPEN.indexOf(c);
            int k = CLOSE.indexOf(c);
            if (o >= 0) {
                open[o]++;
            } else if (k >= 0 && --open[k] < 0) {
                return false;
            }
        }
        for (int n : open) {
            if (n != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code text} ends as a sentence or an introducing line ends. */
    static boolean ended(String text) {
        int i = text.length() - 1;
        while (i >= 0 && (CLOSING.indexOf(text.charAt(i)) >= 0 || Character.isWhitespace(text.charAt(i)))) {
            i--;
        }
        return i >= 0 && (ENDS + "；;：:…").indexOf(text.charAt(i)) >= 0;
    }

    static String withoutClosingMark(String text) {
        int end = text.length();
        while (end > 0 && (ENDS + "；;：:，,、").indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static char folded(char c) {
        return c == '(' ? '（' : c == ')' ? '）' : c;
    }
}
