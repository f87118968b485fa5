package org.bihuan.reporting;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The faces of cells. Fonts are named and not shipped: title, heads and body as official documents have them
 * (domain.md section 3, GB/T 9704), smaller in a table.
 */
final class SheetStyles {

    /** Height of a line of the body in points, with the space that the program leaves between two. */
    static final float LINE = 13.5f;

    private static final String TITLE_FONT = "方正小标宋简体";
    private static final String HEAD_FONT = "黑体";
    private static final String BODY_FONT = "仿宋";
    private static final short TITLE_SIZE = 18;
    private static final short BODY_SIZE = 10;

    final CellStyle title;
    final CellStyle note;
    final CellStyle head;
    final CellStyle text;
    final CellStyle middle;
    final CellStyle date;
    final CellStyle label;
    final CellStyle plain;

    SheetStyles(XSSFWorkbook book, String dateFormat) {
        title = plain(book, TITLE_FONT, TITLE_SIZE);
        title.setAlignment(HorizontalAlignment.CENTER);
        note = plain(book, BODY_FONT, BODY_SIZE);
        head = cell(book, HEAD_FONT);
        head.setAlignment(HorizontalAlignment.CENTER);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        text = cell(book, BODY_FONT);
        // What begins like a formula stays a text also when somebody edits the cell.
        text.setQuotePrefixed(true);
        middle = cell(book, BODY_FONT);
        middle.setAlignment(HorizontalAlignment.CENTER);
        date = cell(book, BODY_FONT);
        date.setAlignment(HorizontalAlignment.CENTER);
        date.setDataFormat(book.createDataFormat().getFormat(dateFormat));
        label = plain(book, HEAD_FONT, BODY_SIZE);
        plain = plain(book, BODY_FONT, BODY_SIZE);
    }

    private static CellStyle plain(XSSFWorkbook book, String font, short size) {
        CellStyle style = book.createCellStyle();
        style.setFont(font(book, font, size));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }

    private static CellStyle cell(XSSFWorkbook book, String font) {
        CellStyle style = plain(book, font, BODY_SIZE);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private static Font font(XSSFWorkbook book, String name, short size) {
        XSSFFont font = book.createFont();
        font.setFontName(name);
        font.setFontHeightInPoints(size);
        return font;
    }
}
