package org.bihuan.findings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A label such as 具体表现： or 整改措施：, which says what the text behind it is. */
record Labels(Kind kind, String label, String rest) {

    enum Kind {
        MANIFESTATION,
        MEASURE,
        NOTE
    }

    private static final String MANIFESTATION = "具体表现|主要表现|问题表现|具体问题|主要表现为|具体表现为|表现为";
    private static final String MEASURE = "整改措施|具体措施|整改举措|整改情况|整改落实情况|整改完成情况|整改进展情况|整改进展|整改成效|采取的?措施|措施";
    private static final String NOTE = "原因分析|整改目标|整改时限|完成时限|责任领导|牵头领导|责任单位|牵头单位|责任部门|牵头部门|责任人|配合单位|整改结果|完成情况|整改类型|销号标准";
    private static final Pattern FORM = Pattern.compile(
            "[【（(]?(?:(" + MANIFESTATION + ")|(" + MEASURE + ")|(" + NOTE + "))(?:[】）)]?[：:]|[】）)])\\s{0,4}");

    /** The characters with which a label can begin; most text is told apart by them alone. */
    private static final String FIRST = "【（(具主问表整采措原完责牵配销";

    /** The label that opens {@code text}, or null. */
    static @Nullable Labels of(String text) {
        if (text.isEmpty() || FIRST.indexOf(text.charAt(0)) < 0) {
            return null;
        }
        Matcher m = FORM.matcher(text).region(0, Math.min(text.length(), 24));
        if (!m.lookingAt()) {
            return null;
        }
        Kind kind = m.group(1) != null ? Kind.MANIFESTATION : m.group(2) != null ? Kind.MEASURE : Kind.NOTE;
        return new Labels(kind, m.group().strip(), text.substring(m.end()).strip());
    }

    static boolean opens(String line) {
        return of(line) != null;
    }
}
