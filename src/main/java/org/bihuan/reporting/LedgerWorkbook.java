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

    private static final int LABEL_WIDTH = 26 * 256;
    private static final int VALUE_WIDTH = 90 * 256;

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
            sheets.add("reporting.sheet.ledger", LedgerColumn.LEDGER, measures).forPaper(PrintSetup.A3_PAPERSIZE);
            sheets.add("reporting.sheet.problems", LedgerColumn.PROBLEMS, problems)
                    .forPaper(PrintSetup.A4_PAPERSIZE);
            sheets.add("reporting.sheet.tasks", LedgerColumn.TASKS, measures).forPaper(PrintSetup.A4_PAPERSIZE);
            sheets.add("reporting.sheet.responsibility", LedgerColumn.RESPONSIBILITY, measures)
                    .forPaper(PrintSetup.A4_PAPERSIZE);
            sheets.add("reporting.sheet.data", LedgerColumn.DATA, measures).forFilters();
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

        TableSheet add(String key, List<LedgerColumn> columns, List<LedgerLine> lines) {
            return new TableSheet(book, styles, words, key, columns, lines)
                    .above(words.text("reporting.title", title, words.text(key)), note);
        }
    }

    private static void about(XSSFSheet sheet, SheetStyles styles, List<About> about) {
        sheet.setColumnWidth(0, LABEL_WIDTH);
        sheet.setColumnWidth(1, VALUE_WIDTH);
        for (About one : about) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            row.createCell(0).setCellValue(one.label());
            row.getCell(0).setCellStyle(styles.label);
            row.createCell(1).setCellValue(one.value());
            row.getCell(1).setCellStyle(styles.plain);
        }
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    }
}
