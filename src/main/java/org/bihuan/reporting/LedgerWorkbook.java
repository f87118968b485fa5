package org.bihuan.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bihuan.rectification.LedgerEntry;

/**
 * The ledger as a workbook: for paper the ledger and the lists of problems, tasks and responsibilities, for
 * further work every fact in a column of its own, and where it all comes from.
 */
final class LedgerWorkbook {

    /** In characters of Latin letters. */
    private static final int LABEL_WIDTH = 18;

    private static final int VALUE_WIDTH = 66;

    private LedgerWorkbook() {}

    /**
     * A line of the last sheet.
     *
     * @param label empty for a sentence that stands for itself
     */
    record About(String label, String value) {}

    /**
     * The workbook's bytes.
     *
     * @param title of the round, part of every sheet's title
     * @param note stands below every title
     */
    static byte[] of(
            LedgerWords words, String title, String note, List<LedgerEntry> entries, List<About> about, String author) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            SheetStyles styles = new SheetStyles(book, words.dateFormat());
            List<LedgerLine> measures = LedgerLine.ofMeasures(entries);
            List<LedgerLine> problems = LedgerLine.ofProblems(entries);
            var sheets = new Sheets(book, styles, words, title, note);
            sheets.add("ledger", LedgerColumn.LEDGER, measures).forPaper(PrintSetup.A3_PAPERSIZE);
            sheets.add("problems", LedgerColumn.PROBLEMS, problems).forPaper(PrintSetup.A4_PAPERSIZE);
            sheets.add("tasks", LedgerColumn.TASKS, measures).forPaper(PrintSetup.A4_PAPERSIZE);
            sheets.add("responsibility", LedgerColumn.RESPONSIBILITY, measures).forPaper(PrintSetup.A4_PAPERSIZE);
            sheets.add("data", LedgerColumn.DATA, measures).forFilters();
            about(book.createSheet(words.text("reporting.sheet.about")), styles, about);
            book.getProperties().getCoreProperties().setTitle(title);
            book.getProperties().getCoreProperties().setCreator(author);
            book.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private record Sheets(XSSFWorkbook book, SheetStyles styles, LedgerWords words, String title, String note) {

        TableSheet add(String name, List<LedgerColumn> columns, List<LedgerLine> lines) {
            return new TableSheet(book, styles, words, "reporting.sheet." + name, columns, lines)
                    .above(words.text("reporting.title." + name, title), note);
        }
    }

    private static void about(XSSFSheet sheet, SheetStyles styles, List<About> about) {
        sheet.setColumnWidth(0, LABEL_WIDTH * TableSheet.CHARACTER);
        sheet.setColumnWidth(1, VALUE_WIDTH * TableSheet.CHARACTER);
        for (About one : about) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            row.createCell(0).setCellValue(one.label());
            row.getCell(0).setCellStyle(styles.label);
            row.createCell(1).setCellValue(one.value());
            row.getCell(1).setCellStyle(styles.plain);
            row.setHeightInPoints(TableSheet.height(one.value(), VALUE_WIDTH));
        }
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setFitToPage(true);
    }
}
