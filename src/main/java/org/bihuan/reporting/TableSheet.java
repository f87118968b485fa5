package org.bihuan.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** One table on one sheet: title and note above it, the head on every page, rows as high as their text. */
final class TableSheet {

    private static final int HEAD_ROW = 2;
    /** Units of a column's width in a character of Latin letters. */
    static final int CHARACTER = 256;

    private static final float PADDING = 5;
    private static final float HIGHEST = 409;
    private static final float TITLE_HEIGHT = 34;
    private static final float NOTE_HEIGHT = 20;
    private static final int LONGEST = 32_000;
    private static final double MARGIN = 0.4;
    private static final double FOOT_MARGIN = 0.6;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private final XSSFSheet sheet;
    private final SheetStyles styles;
    private final LedgerWords words;
    private final List<LedgerColumn> columns;
    private final List<LedgerLine> lines;

    /** @param lines those of one problem, and of one aspect, stand together */
    TableSheet(
            XSSFWorkbook book,
            SheetStyles styles,
            LedgerWords words,
            String nameKey,
            List<LedgerColumn> columns,
            List<LedgerLine> lines) {
        this.sheet = book.createSheet(words.text(nameKey));
        this.styles = styles;
        this.words = words;
        this.columns = columns;
        this.lines = lines;
        for (int at = 0; at < columns.size(); at++) {
            sheet.setColumnWidth(at, columns.get(at).width() * CHARACTER);
        }
        Row head = sheet.createRow(HEAD_ROW);
        for (int at = 0; at < columns.size(); at++) {
            write(head.createCell(at), words.text(columns.get(at).key()), styles.head);
        }
        head.setHeightInPoints(2 * SheetStyles.LINE + PADDING);
        for (int at = 0; at < lines.size(); at++) {
            body(at, sheet.createRow(HEAD_ROW + 1 + at));
        }
        sheet.createFreezePane(0, HEAD_ROW + 1);
    }

    /** What stands above the table, over its whole width. */
    TableSheet above(String title, String note) {
        line(0, title, styles.title, TITLE_HEIGHT);
        line(1, note, styles.note, NOTE_HEIGHT);
        return this;
    }

    private void line(int at, String text, CellStyle style, float height) {
        Row row = sheet.createRow(at);
        row.setHeightInPoints(height);
        write(row.createCell(0), text, style);
        sheet.addMergedRegion(new CellRangeAddress(at, at, 0, columns.size() - 1));
    }

    /** As it goes on paper: cells in common are one cell. */
    void forPaper(short paper) {
        for (int column = 0; column < columns.size(); column++) {
            merge(column);
        }
        print(paper);
    }

    /** As it goes on being worked with: a value in every row, and a filter on every column. */
    void forFilters() {
        sheet.setAutoFilter(new CellRangeAddress(HEAD_ROW, HEAD_ROW + lines.size(), 0, columns.size() - 1));
        print(PrintSetup.A3_PAPERSIZE);
    }

    /** All columns on one page, the head on every page. */
    private void print(short paper) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(paper);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, MARGIN);
        sheet.setMargin(PageMargin.RIGHT, MARGIN);
        sheet.setMargin(PageMargin.BOTTOM, FOOT_MARGIN);
        sheet.setRepeatingRows(new CellRangeAddress(HEAD_ROW, HEAD_ROW, -1, -1));
        sheet.getFooter().setCenter("— &P —");
    }

    private void merge(int column) {
        LedgerColumn.Group group = columns.get(column).group();
        int start = 0;
        for (int at = 1; at <= lines.size(); at++) {
            if (at == lines.size() || !common(start, at, group)) {
                if (at - start > 1) {
                    raise(column, start, at);
                    // Regions of one column that follow one another need not be held against all others.
                    sheet.addMergedRegionUnsafe(
                            new CellRangeAddress(HEAD_ROW + 1 + start, HEAD_ROW + at, column, column));
                }
                start = at;
            }
        }
    }

    /** Makes rows higher, each by the same, where a cell over all of them needs it. */
    private void raise(int column, int start, int end) {
        float have = 0;
        for (int at = start; at < end; at++) {
            have += row(at).getHeightInPoints();
        }
        float more =
                (height(text(row(start).getCell(column)), columns.get(column).width()) - have) / (end - start);
        for (int at = start; more > 0 && at < end; at++) {
            row(at).setHeightInPoints(Math.min(HIGHEST, row(at).getHeightInPoints() + more));
        }
    }

    private Row row(int line) {
        return sheet.getRow(HEAD_ROW + 1 + line);
    }

    /** Writes a line, as high as the cells that are its own need it to be. */
    private void body(int at, Row row) {
        LedgerLine line = lines.get(at);
        float height = SheetStyles.LINE + PADDING;
        for (int column = 0; column < columns.size(); column++) {
            LedgerColumn one = columns.get(column);
            Object value = one.value().apply(line, words);
            Cell cell = row.createCell(column);
            if (value instanceof LocalDate date) {
                cell.setCellValue(date);
                cell.setCellStyle(styles.date);
            } else if (value instanceof Integer number) {
                cell.setCellValue(number);
                cell.setCellStyle(styles.middle);
            } else {
                write(cell, value == null ? "" : value.toString(), styles.text);
                if (alone(at, one.group())) {
                    height = Math.max(height, height(text(cell), one.width()));
                }
            }
        }
        row.setHeightInPoints(Math.min(HIGHEST, height));
    }

    /** Whether a line has nothing in common with those beside it. */
    private boolean alone(int at, LedgerColumn.Group group) {
        return (at == 0 || !common(at - 1, at, group)) && (at == lines.size() - 1 || !common(at, at + 1, group));
    }

    private boolean common(int one, int other, LedgerColumn.Group group) {
        Object shared = lines.get(one).group(group);
        return shared != null && shared.equals(lines.get(other).group(group));
    }

    private static void write(Cell cell, String text, CellStyle style) {
        String clean = CONTROL.matcher(text).replaceAll("");
        cell.setCellValue(clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean);
        cell.setCellStyle(style);
    }

    private static String text(@Nullable Cell cell) {
        return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
    }

    /** How high a text stands in a column, in points; a Chinese character is as wide as two Latin ones. */
    static float height(String text, int width) {
        int rows = 0;
        for (String paragraph : text.split("\n", -1)) {
            int length = paragraph.codePoints().map(one -> one < 0x2E80 ? 1 : 2).sum();
            rows += Math.max(1, -Math.floorDiv(-length, width - 1));
        }
        return rows * SheetStyles.LINE + PADDING;
    }
}
