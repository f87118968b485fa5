package org.bihuan.findings;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;

/**
 * Writes out the numbers that Word counts by itself and keeps out of the text; without them a
 * document's headings would be lost.
 */
final class DocxNumbers {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final int LEVELS = 9;

    private final XWPFDocument document;
    private final Map<BigInteger, int[]> counters = new HashMap<>();

    DocxNumbers(XWPFDocument document) {
        this.document = document;
    }

    /** The number before {@code paragraph} as a reader sees it, or an empty text. */
    String of(XWPFParagraph paragraph) {
        CTNumPr own =
                paragraph.getCTP().isSetPPr() ? paragraph.getCTP().getPPr().getNumPr() : null;
        CTNumPr numbered = own != null && own.isSetNumId() ? own : ofStyle(paragraph);
        if (numbered == null || !numbered.isSetNumId() || document.getNumbering() == null) {
            return "";
        }
        BigInteger id = numbered.getNumId().getVal();
        int level = numbered.isSetIlvl() ? numbered.getIlvl().getVal().intValue() : 0;
        var num = document.getNumbering().getNum(id);
        if (num == null || level < 0 || level >= LEVELS) {
            return "";
        }
        var definition = document.getNumbering()
                .getAbstractNum(num.getCTNum().getAbstractNumId().getVal());
        if (definition == null) {
            return "";
        }
        var levels = definition.getCTAbstractNum().getLvlArray();
        if (level >= levels.length || levels[level].getLvlText() == null) {
            return "";
        }
        int[] counter =
                counters.computeIfAbsent(num.getCTNum().getAbstractNumId().getVal(), k -> new int[LEVELS]);
        counter[level]++;
        for (int below = level + 1; below < LEVELS; below++) {
            counter[below] = 0;
        }
        String text = levels[level].getLvlText().getVal();
        for (int l = 0; l <= level && l < levels.length; l++) {
            String format =
                    levels[l].isSetNumFmt() ? levels[l].getNumFmt().getVal().toString() : "decimal";
            text = text.replace("%" + (l + 1), number(format, Math.max(1, counter[l])));
        }
        return text.equals(levels[level].getLvlText().getVal()) ? "" : text;
    }

    private @Nullable CTNumPr ofStyle(XWPFParagraph paragraph) {
        String id = paragraph.getStyleID();
        XWPFStyle style = id == null || document.getStyles() == null
                ? null
                : document.getStyles().getStyle(id);
        boolean numbered = style != null
                && style.getCTStyle().isSetPPr()
                && style.getCTStyle().getPPr().isSetNumPr();
        return numbered && style != null ? style.getCTStyle().getPPr().getNumPr() : null;
    }

    private static String number(String format, int value) {
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "ideographDigital" -> chinese(value);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                value <= 20 ? String.valueOf((char) ('①' + value - 1)) : String.valueOf(value);
            case "bullet", "none" -> "";
            default -> String.valueOf(value);
        };
    }

    private static String chinese(int value) {
        if (value > 99) {
            return String.valueOf(value);
        }
        if (value < 10) {
            return String.valueOf(DIGITS.charAt(value));
        }
        String tens = value / 10 % 10 == 1 && value < 20 ? "十" : DIGITS.charAt(value / 10 % 10) + "十";
        return value % 10 == 0 ? tens : tens + DIGITS.charAt(value % 10);
    }
}
