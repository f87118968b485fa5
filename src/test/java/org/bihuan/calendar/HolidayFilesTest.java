package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator's own holiday files. */
class HolidayFilesTest {

    private final Path folder;

    HolidayFilesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("readme.txt"), "not a holiday file");
    }

    @Test
    void a_further_year_comes_from_a_file_and_may_change_the_december_before() throws IOException {
        Files.writeString(folder.resolve("2027.json"), """
                {"years": [{"year": 2027, "notice": "n",
                  "rest": [{"name": "元旦", "from": "2026-12-31", "to": "2027-01-03"}],
                  "work": [{"name": "元旦", "day": "2026-12-27"}]}]}
                """);
        DayBook book = read();
        assertThat(book.covers(2027)).isTrue();
        assertThat(book.isWorkday(LocalDate.of(2026, 12, 27))).isTrue();
        assertThat(book.isWorkday(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(book.plusWorkdays(LocalDate.of(2026, 12, 30), 1)).isEqualTo("2027-01-04");
    }

    @Test
    void a_file_read_later_replaces_the_whole_year() throws IOException {
        Files.writeString(folder.resolve("2026.json"), """
                {"years": [{"year": 2026, "notice": "n", "rest": [], "work": []}]}
                """);
        DayBook book = read();
        assertThat(book.isWorkday(LocalDate.of(2026, 10, 1))).isTrue();
        assertThat(book.isWorkday(LocalDate.of(2026, 10, 10))).isFalse();
        assertThat(book.isWorkday(LocalDate.of(2025, 10, 1))).isFalse();
    }

    @Test
    void a_file_may_correct_single_days() throws IOException {
        Files.writeString(folder.resolve("fix.json"), """
                {"corrections": [{"day": "2026-11-25", "workday": false, "name": "停工"}]}
                """);
        assertThat(read().isWorkday(LocalDate.of(2026, 11, 25))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json | Unrecognized token",
                "{\"holidays\": []} | holidays",
                "{\"years\": [{\"year\": 2027, \"notice\": \"n\", \"rest\": []}]} | work",
                "{\"years\": [{\"notice\": \"n\", \"rest\": [], \"work\": []}]} | year",
                "{\"corrections\": [{\"day\": \"2026-11-25\"}]} | workday",
                "{\"corrections\": [{\"day\": \"2026-02-30\", \"workday\": true}]} | 2026-02-30",
                "{\"years\": [{\"year\": 2027, \"notice\": \"n\", \"rest\": [], \"work\":"
                        + " [{\"name\": \"x\", \"day\": \"2027-01-04\"}]}]} | no weekend day",
                "{\"years\": [{\"year\": 2027, \"notice\": \"n\", \"work\": [{\"name\": \"x\", \"day\":"
                        + " \"2027-01-02\"}], \"rest\": [{\"name\": \"x\", \"from\": \"2027-01-01\", \"to\":"
                        + " \"2027-01-03\"}]}]} | both rest day and workday",
                "{\"years\": [{\"year\": 2027, \"notice\": \"n\", \"work\": [], \"rest\": [{\"name\": \"x\","
                        + " \"from\": \"2027-01-03\", \"to\": \"2027-01-01\"}]}]} | holiday from",
                "{\"years\": [{\"year\": 2027, \"notice\": \"n\", \"work\": [], \"rest\": [{\"name\": \"x\","
                        + " \"from\": \"2025-01-01\", \"to\": \"2025-01-03\"}]}]} | not in year 2027"
            })
    void a_wrong_file_is_refused_with_its_name_and_the_reason(String content, String reason) throws IOException {
        Files.writeString(folder.resolve("wrong.json"), content);
        assertThatThrownBy(() -> HolidayFiles.read(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wrong.json")
                .hasMessageContaining(reason);
    }

    private DayBook read() {
        List<HolidayNotices> files = HolidayFiles.read(folder);
        return new DayBook(
                files.stream().flatMap(f -> f.allYears().stream()).toList(),
                files.stream().flatMap(f -> f.allCorrections().stream()).toList(),
                false);
    }
}
