package org.bihuan.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes paragraphs of raw lines: removes invisible characters and Markdown, joins what a page or a
 * column broke in mid-sentence, and parts headings that were pasted onto one line.
 *
 * @param title the lines before the first sentence
 * @param body every other paragraph
 * @param joined how many breaks were closed
 */
record Paragraphs(List<String> title, List<String> body, int joined) {

    private static final Pattern MARKDOWN_HEAD = Pattern.compile("(?:#{1,6}\\s|>\\s?|[*•·●-]\\s){1,3}\\s{0,4}");
    private static final Pattern INLINE_HEADING =
            Pattern.compile("(?<=[。；])\\s{0,4}(?=(?:[（(]?[一二三四五六七八九十\\d]{1,3}(?:[)）]|[、.．]))\\s{0,3}(?:针对|关于))");
    private static final Pattern CLOSING_LINE =
            Pattern.compile("(?:联系电话|监督电话|联系方式|通讯地址|通信地址|邮政编码|邮编|电子邮箱|电子邮件|附件)\\s?[：:\\d]");
    private static final int TITLE_LINES = 6;
    private static final int TITLE_LENGTH = 80;

    static Paragraphs of(String text) {
        List<String> lines = lines(text);
        int first = 0;
        while (first < Math.min(lines.size(), TITLE_LINES) && isTitle(lines.get(first))) {
            first++;
        }
        // A document of headings alone has no title; its first lines are then headings, never titles.
        List<String> body = new ArrayList<>();
        int width = wrapWidth(lines);
        int joined = 0;
        String last = "";
        StringBuilder open = new StringBuilder();
        for (String line : lines.subList(first, lines.size())) {
            if (open.length() > 0 && continues(open, last, line, width)) {
                join(open, line);
                joined++;
            } else {
                flush(open, body);
                open.append(line);
            }
            last = line;
        }
        flush(open, body);
        return new Paragraphs(List.copyOf(lines.subList(0, first)), body, joined);
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String raw : clean(text).split("\n")) {
            String line = raw.strip();
            var markdown = MARKDOWN_HEAD.matcher(line);
            if (markdown.lookingAt()) {
                line = line.substring(markdown.end()).strip();
            }
            if (line.isEmpty() || line.chars().allMatch(c -> "-—_=*".indexOf(c) >= 0)) {
                continue;
            }
            for (String part : INLINE_HEADING.split(line)) {
                lines.add(part.strip());
            }
        }
        return lines;
    }

    private static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean star = c == '*' && i + 1 < text.length() && text.charAt(i + 1) == '*';
            if (star) {
                i++;
            } else if (c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                out.append('\n');
            } else if (c == '\t' || c == '\u00A0' || c == '\u3000') {
                out.append(' ');
            } else if (c == '\n' || (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isTitle(String line) {
        return line.length() <= TITLE_LENGTH
                && line.chars().noneMatch(c -> "，。；：,;:".indexOf(c) >= 0)
                && Heading.of(line) == null
                && !Marker.opens(line)
                && !line.startsWith("针对");
    }

    /** The column at which the text was broken, or no limit where lines end with their paragraphs. */
    private static int wrapWidth(List<String> lines) {
        int[] count = new int[130];
        int long_ = 0;
        for (String line : lines) {
            if (line.length() < count.length) {
                count[line.length()]++;
            } else {
                long_++;
            }
        }
        for (int width = count.length - 1; width >= 16; width--) {
            int near = count[width] + count[width - 1] + count[width - 2];
            if (count[width] > 0 && near >= 5 && near * 5 >= lines.size() * 2 && long_ == 0) {
                return width - 2;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static boolean continues(StringBuilder open, String last, String line, int width) {
        if (Heading.of(line) != null || Marker.opens(line) || Labels.opens(line) || isClosing(line)) {
            return false;
        }
        if (Sentences.ended(last) || isClosing(last)) {
            return false;
        }
        String head = open.substring(0, Math.min(open.length(), 400));
        Heading heading = Heading.of(head);
        if (heading == null || last.length() >= width) {
            return true;
        }
        return unfinished(heading.rest(), last);
    }

    /** Whether a numbered line that ends without a mark is a broken sentence, not a heading. */
    private static boolean unfinished(String rest, String last) {
        if (last.endsWith("，") || last.endsWith("、") || last.endsWith(",")) {
            return true;
        }
        if (rest.indexOf('。') >= 0 || !Sentences.balanced(rest)) {
            return true;
        }
        boolean named = rest.startsWith("针对") || rest.startsWith("关于");
        return named && !rest.contains("问题") && !rest.contains("方面") && !rest.contains("整改");
    }

    static boolean isClosing(String line) {
        return CLOSING_LINE.matcher(line).lookingAt();
    }

    private static void join(StringBuilder open, String line) {
        if (latin(open.charAt(open.length() - 1)) && latin(line.charAt(0))) {
            open.append(' ');
        }
        open.append(line);
    }

    private static boolean latin(char c) {
        return c < 0x80 && Character.isLetter(c);
    }

    private static void flush(StringBuilder open, List<String> body) {
        if (open.length() > 0) {
            body.add(open.toString());
            open.setLength(0);
        }
    }
}
