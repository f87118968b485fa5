package org.bihuan.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook as a library sees it that has nothing in common with the one the product writes with. */
public final class ForeignReader {

    private static final int HEAD = 3;

    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    /** @param workbook the bytes of an .xlsx file */
    public ForeignReader(byte[] workbook) {
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(workbook), new ReadingOptions(true, false))) {
            for (Sheet sheet : book.getSheets().toList()) {
                rows.put(sheet.getName(), sheet.read());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Names of the sheets in their order. */
    public List<String> sheets() {
        return List.copyOf(rows.keySet());
    }

    /** The lines of a table by the words of its head, which stands in the third row; dates as {@code 2026-11-24}. */
    public List<Map<String, String>> table(String sheet) {
        List<Row> all = rows(sheet);
        List<String> head = all.stream().filter(row -> row.getRowNum() == HEAD).findFirst().orElseThrow().stream()
                .map(Cell::getText)
                .toList();
        List<Map<String, String>> lines = new ArrayList<>();
        for (Row row : all) {
            if (row.getRowNum() > HEAD) {
                Map<String, String> line = new LinkedHashMap<>();
                for (int at = 0; at < head.size(); at++) {
                    line.put(
                            head.get(at),
                            row.getOptionalCell(at).map(cell -> word(cell)).orElse(""));
                }
                lines.add(line);
            }
        }
        return lines;
    }

    private List<Row> rows(String sheet) {
        return rows.getOrDefault(sheet, List.of());
    }

    /** Everything that stands on a sheet. */
    public String text(String sheet) {
        return rows(sheet).stream()
                .flatMap(Row::stream)
                .filter(Objects::nonNull)
                .map(Cell::getText)
                .collect(Collectors.joining("\n"));
    }

    /** Everything that stands on any sheet. */
    public String everything() {
        return sheets().stream().map(this::text).collect(Collectors.joining("\n"));
    }

    /** The formulas of the workbook. */
    public List<String> formulas() {
        return rows.values().stream()
                .flatMap(List::stream)
                .flatMap(Row::stream)
                .filter(Objects::nonNull)
                .flatMap(cell -> Stream.ofNullable(cell.getFormula()))
                .toList();
    }

    private static String word(Cell cell) {
        boolean date = cell.getType() == CellType.NUMBER
                && cell.getDataFormatString() != null
                && cell.getDataFormatString().contains("y");
        return date ? cell.asDate().toLocalDate().toString() : cell.getText();
    }
}
