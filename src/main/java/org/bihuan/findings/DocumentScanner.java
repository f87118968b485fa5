package org.bihuan.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Finds 《…》 in a sentence and tells from the verb beside it how the document stands to the work. */
final class DocumentScanner {

    private static final int TITLE = 150;
    private static final int BEFORE = 60;
    private static final int AFTER = 14;
    private static final Pattern NUMBER = Pattern.compile(
            "\\s?[（(]\\s?([\\u4e00-\\u9fa5]{1,12}\\s?[〔\\[［(（]\\s?\\d{4}\\s?[〕\\]］)）]\\s?第?\\d{1,5}\\s?号)\\s?[）)]");
    private static final Pattern NEW =
            Pattern.compile("(?:新建|制定|制订|出台|印发|起草|建立|新设|编制|拟定|拟订|颁布|设立|制发)(?:并?(?:完善|健全|印发))?");
    private static final Pattern REVISED = Pattern.compile("修订|修改|修编|修正|补充|调整|完善|更新");
    private static final Pattern EXISTING = Pattern.compile("梳理|按照|依照|依据|根据|遵照|遵守|执行|落实|贯彻|对照|学习|结合|传达|参照");
    private static final Pattern REVISED_AFTER = Pattern.compile("[等]?.{0,6}?(?:进行|作|予以)?了?(?:修订|修改|修编)");
    private static final Pattern NEW_AFTER = Pattern.compile("等?(?:已|已经|正式)?(?:印发|出台|制定完成)(?!以来|的)");
    private static final Pattern HIGHER_ISSUER =
            Pattern.compile("(?:中国共产党|中共中央|中华人民共和国|国务院|中央|[市省县区]委|[市省县区]政府|国家|市级|区级|上级)\\S{0,8}$");
    private static final Pattern HIGHER_TITLE = Pattern.compile("《(?:中国共产党|中共中央|中华人民共和国|国务院|中央)");

    private DocumentScanner() {}

    static List<NamedDocument> of(String sentence) {
        List<NamedDocument> found = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        int at = 0;
        while (at < sentence.length()) {
            int end = sentence.charAt(at) == '《' ? close(sentence, at) : -1;
            if (end < 0) {
                before.append(sentence.charAt(at++));
                continue;
            }
            found.add(read(sentence, at, end, tail(before)));
            before.append('、');
            at = end;
        }
        return found;
    }

    private static String tail(StringBuilder before) {
        return before.substring(Math.max(0, before.length() - BEFORE));
    }

    /** Offset behind the 》 that closes the title opened at {@code open}, or -1. */
    private static int close(String sentence, int open) {
        int depth = 0;
        for (int i = open; i < Math.min(sentence.length(), open + TITLE); i++) {
            if (sentence.charAt(i) == '《') {
                depth++;
            } else if (sentence.charAt(i) == '》' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static NamedDocument read(String sentence, int open, int end, String before) {
        String title = sentence.substring(open, end);
        String rest = sentence.substring(end, Math.min(sentence.length(), end + 48));
        Matcher m = NUMBER.matcher(rest);
        String number = m.lookingAt() ? m.group(1) : null;
        String after = number == null ? rest : rest.substring(m.end());
        return new NamedDocument(title, kind(title, before, clause(after), number), number);
    }

    private static String clause(String after) {
        int end = 0;
        while (end < Math.min(after.length(), AFTER) && "，。；,;《".indexOf(after.charAt(end)) < 0) {
            end++;
        }
        return after.substring(0, end);
    }

    private static DocumentKind kind(String title, String before, String after, @Nullable String number) {
        if (REVISED_AFTER.matcher(after).lookingAt()) {
            return DocumentKind.REVISED;
        }
        int created = last(NEW, before);
        int revised = last(REVISED, before);
        int applied = last(EXISTING, before);
        if (created > Math.max(revised, applied)) {
            return DocumentKind.NEW;
        }
        if (revised > Math.max(created, applied)) {
            return DocumentKind.REVISED;
        }
        boolean higher = HIGHER_ISSUER.matcher(before).find()
                || HIGHER_TITLE.matcher(title).lookingAt();
        if (number != null || higher) {
            return DocumentKind.EXTERNAL;
        }
        return NEW_AFTER.matcher(after).lookingAt() ? DocumentKind.NEW : DocumentKind.EXISTING;
    }

    /** Where the last match ends, so that 制定完善 is one act and not two; -1 without a match. */
    private static int last(Pattern verb, String before) {
        int end = -1;
        for (Matcher m = verb.matcher(before); m.find(); ) {
            end = m.end() * 2 + (verb == NEW ? 1 : 0);
        }
        return end;
    }
}
