package org.bihuan.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bihuan.identity.Directory;
import org.bihuan.identity.Names;
import org.bihuan.rectification.AspectView;
import org.bihuan.rectification.LedgerEntry;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemState;
import org.bihuan.rectification.ProblemView;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.bihuan.shared.Texts;
import org.junit.jupiter.api.Test;

/** How the workbook is set: what is one cell, what is cut off, what can be filtered. Texts appear as their keys. */
class LedgerWorkbookTest {

    private static final LocalDate DUE = LocalDate.of(2026, 2, 27);
    private static final int FIRST = 3;

    private final Texts texts = new Texts() {
        @Override
        public String get(Locale locale, String key, Object... args) {
            return key.equals("reporting.dateFormat") ? "yyyy-mm-dd" : key.substring(key.lastIndexOf('.') + 1);
        }

        @Override
        public boolean has(Locale locale, String key) {
            return true;
        }

        @Override
        public String get(String key, Object... args) {
            return get(Locale.ROOT, key, args);
        }
    };

    private static LedgerEntry entry(int number, long aspect, String cause, String... measures) {
        CaseNumber problem = CaseNumber.problem("XH2025", number);
        return new LedgerEntry(
                new AspectView(aspect, (int) aspect, "方面" + aspect),
                new ProblemView(
                        problem,
                        1,
                        aspect,
                        number,
                        "问题" + number,
                        null,
                        cause,
                        null,
                        null,
                        ProblemState.RECTIFYING,
                        1,
                        Level.NORMAL,
                        DUE,
                        DUE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                Set.of(),
                null,
                null,
                IntStream.range(0, measures.length)
                        .mapToObj(at -> measure(problem.measure(at + 1), measures[at]))
                        .toList());
    }

    private static LedgerEntry.Measure measure(CaseNumber number, String content) {
        return new LedgerEntry.Measure(
                new MeasureView(
                        number,
                        1,
                        content,
                        content,
                        null,
                        MeasureKind.TIME_LIMITED,
                        Set.of(),
                        MeasureState.IN_PROGRESS,
                        Level.NORMAL,
                        DUE.plusDays(1),
                        DUE,
                        null,
                        null,
                        2,
                        null,
                        null,
                        null),
                Set.of(),
                null,
                files(30));
    }

    private static List<String> files(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(at -> "材料" + at + ".pdf")
                .toList();
    }

    private XSSFWorkbook workbook(List<LedgerEntry> entries) throws IOException {
        LedgerWords words = new LedgerWords(texts, Locale.ROOT, Names.of(mock(Directory.class), List.of()), Map.of());
        byte[] content = LedgerWorkbook.of(
                words, "轮次", "说明", entries, List.of(new LedgerWorkbook.About("进度", "一\n二\n三")), "联络员");
        return new XSSFWorkbook(new ByteArrayInputStream(content));
    }

    private static int column(XSSFSheet sheet, String head) {
        for (Cell cell : sheet.getRow(FIRST - 1)) {
            if (cell.getStringCellValue().equals(head)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + head);
    }

    /** Rows that are one cell in the column, the first and the last of each. */
    private static List<String> merged(XSSFSheet sheet, String head) {
        int column = column(sheet, head);
        List<String> found = new ArrayList<>();
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            if (range.getFirstRow() >= FIRST && range.getFirstColumn() == column) {
                found.add((range.getFirstRow() - FIRST) + "-" + (range.getLastRow() - FIRST));
            }
        }
        return found;
    }

    private static float height(XSSFSheet sheet, int from, int to) {
        float all = 0;
        for (int at = from; at <= to; at++) {
            all += sheet.getRow(FIRST + at).getHeightInPoints();
        }
        return all;
    }

    @Test
    void on_paper_an_aspect_and_a_problem_are_one_cell_each_and_to_work_with_no_cell_is() throws IOException {
        try (XSSFWorkbook book =
                workbook(List.of(entry(1, 1, "", "一", "二"), entry(2, 1, "", "三"), entry(3, 2, "", "四", "五", "六")))) {
            XSSFSheet ledger = book.getSheet("ledger");
            assertThat(merged(ledger, "aspect")).containsExactly("0-2", "3-5");
            assertThat(merged(ledger, "problem")).containsExactly("0-1", "3-5");
            assertThat(merged(ledger, "measure")).isEmpty();
            assertThat(merged(book.getSheet("problems"), "aspect")).containsExactly("0-1");
            assertThat(ledger.getRepeatingRows().formatAsString()).isEqualTo("3:3");
            assertThat(ledger.getPrintSetup().getLandscape()).isTrue();
            XSSFSheet data = book.getSheet("data");
            assertThat(data.getMergedRegions()).allMatch(range -> range.getLastRow() < FIRST);
            assertThat(data.getCTWorksheet().getAutoFilter().getRef())
                    .startsWith("A3:")
                    .endsWith("9");
            for (int at = 0; at < 6; at++) {
                assertThat(data.getRow(FIRST + at)
                                .getCell(column(data, "problem"))
                                .getStringCellValue())
                        .startsWith("问题");
            }
        }
    }

    @Test
    void a_long_text_is_not_cut_off_whether_its_cell_is_of_one_row_or_of_several() throws IOException {
        String cause = "原因".repeat(300);
        try (XSSFWorkbook book =
                workbook(List.of(entry(1, 1, cause, "一", "二", "三"), entry(2, 1, cause, "四"), entry(3, 1, "短", "五")))) {
            XSSFSheet problems = book.getSheet("problems");
            int width = problems.getColumnWidth(column(problems, "cause")) / 256;
            float needed = (float) Math.ceil(1200.0 / width) * SheetStyles.LINE;
            XSSFSheet ledger = book.getSheet("ledger");
            assertThat(height(ledger, 0, 2)).isGreaterThanOrEqualTo(Math.min(needed, 3 * 409));
            assertThat(height(ledger, 3, 3)).isEqualTo(409);
            assertThat(height(problems, 2, 2)).isLessThan(60);
        }
    }

    @Test
    void dates_are_dates_and_numbers_are_numbers_and_what_cannot_stand_in_a_file_is_left_out() throws IOException {
        String longest = "长".repeat(40_000);
        try (XSSFWorkbook book = workbook(List.of(entry(1, 1, "", "=1+1", "控\u0001制\u0000字符"), entry(2, 1, longest)))) {
            XSSFSheet data = book.getSheet("data");
            Row first = data.getRow(FIRST);
            assertThat(first.getCell(column(data, "due"))
                            .getLocalDateTimeCellValue()
                            .toLocalDate())
                    .isEqualTo(DUE.plusDays(1));
            assertThat(first.getCell(column(data, "number")).getNumericCellValue())
                    .isEqualTo(1);
            Cell formula = first.getCell(column(data, "measure"));
            assertThat(formula.getCellType()).isEqualTo(CellType.STRING);
            assertThat(formula.getStringCellValue()).isEqualTo("=1+1");
            assertThat(formula.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(data.getRow(FIRST + 1).getCell(column(data, "measure")).getStringCellValue())
                    .isEqualTo("控制字符");
            assertThat(data.getRow(FIRST + 2).getCell(column(data, "cause")).getStringCellValue())
                    .hasSizeLessThan(32_767)
                    .endsWith("…");
        }
    }

    @Test
    void a_problem_without_measures_has_a_line_of_its_own_with_its_own_date() throws IOException {
        try (XSSFWorkbook book = workbook(List.of(entry(1, 1, "")))) {
            XSSFSheet data = book.getSheet("data");
            assertThat(data.getLastRowNum()).isEqualTo(FIRST);
            assertThat(data.getRow(FIRST)
                            .getCell(column(data, "due"))
                            .getLocalDateTimeCellValue()
                            .toLocalDate())
                    .isEqualTo(DUE);
            assertThat(data.getRow(FIRST).getCell(column(data, "measure")).getStringCellValue())
                    .isEmpty();
        }
    }

    @Test
    void what_was_done_again_or_put_off_and_how_many_files_there_are_is_said() throws IOException {
        try (XSSFWorkbook book = workbook(List.of(entry(1, 1, "", "一")))) {
            XSSFSheet data = book.getSheet("data");
            Row row = data.getRow(FIRST);
            assertThat(row.getCell(column(data, "remark")).getStringCellValue()).isEqualTo("attempt\noriginally");
            assertThat(row.getCell(column(data, "evidence"))
                            .getStringCellValue()
                            .lines())
                    .hasSize(21)
                    .startsWith("材料1.pdf")
                    .endsWith("moreFiles");
        }
    }

    @Test
    void a_ledger_without_rows_can_be_opened() throws IOException {
        try (XSSFWorkbook book = workbook(List.of())) {
            assertThat(book.getNumberOfSheets()).isEqualTo(6);
            assertThat(book.getSheet("about").getRow(0).getHeightInPoints())
                    .isGreaterThanOrEqualTo(3 * SheetStyles.LINE);
        }
    }
}
