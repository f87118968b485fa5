package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import org.junit.jupiter.api.Test;

class DatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 4);

    @Test
    void a_full_date_reads_as_in_a_chinese_document() {
        assertThat(Dates.full(DAY, Locale.SIMPLIFIED_CHINESE)).isEqualTo("2026年11月4日");
    }

    @Test
    void a_full_date_in_english_names_the_month() {
        assertThat(Dates.full(DAY, Locale.ENGLISH)).isEqualTo("4 November 2026");
    }

    @Test
    void an_instant_late_in_the_utc_day_is_the_next_day_in_china() {
        Instant late = Instant.parse("2026-11-04T20:05:00Z");
        assertThat(Dates.time(late)).isEqualTo("2026-11-05 04:05");
        assertThat(Dates.day(late)).isEqualTo(LocalDate.of(2026, 11, 5));
    }

    @Test
    void the_due_day_itself_is_neither_left_nor_over() {
        assertThat(Dates.leftKey(1)).isEqualTo("shared.due.left");
        assertThat(Dates.leftKey(0)).isEqualTo("shared.due.today");
        assertThat(Dates.leftKey(-1)).isEqualTo("shared.due.over");
    }
}
