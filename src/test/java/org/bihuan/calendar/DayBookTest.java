package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import com.tyme.holiday.LegalHoliday;
import org.bihuan.calendar.HolidayNotices.DayCorrection;
import org.bihuan.calendar.HolidayNotices.YearNotice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic on the shipped data. */
class DayBookTest {

    private static final LocalDate FEEDBACK = LocalDate.of(2025, 8, 27);
    private static final List<YearNotice> SHIPPED = HolidayFiles.read(Path.of("no-such-folder")).stream()
            .flatMap(f -> f.allYears().stream())
            .toList();

    private final DayBook book = new DayBook(SHIPPED, List.of(), false);
    private final DayBook demo = new DayBook(SHIPPED, List.of(), true);

    @Test
    void every_day_of_2024_to_2026_agrees_with_tyme() {
        LocalDate.of(2024, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).forEach(day -> {
            @Nullable
            LegalHoliday holiday = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            assertThat(book.isWorkday(day)).as("%s", day).isEqualTo(holiday == null ? weekday : holiday.isWork());
        });
    }

    @Test
    void a_working_day_count_steps_exactly_as_counting_by_hand() {
        LocalDate first = LocalDate.of(2024, 1, 1);
        LocalDate last = LocalDate.of(2026, 12, 31);
        for (LocalDate from : List.of(first, FEEDBACK, LocalDate.of(2025, 9, 28), LocalDate.of(2026, 1, 2), last)) {
            int count = 0;
            for (LocalDate day = from.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
                if (book.isWorkday(day)) {
                    count++;
                    assertThat(book.plusWorkdays(from, count)).isEqualTo(day);
                }
                assertThat(book.workdaysBetween(from, day)).isEqualTo(count);
            }
            count = 0;
            for (LocalDate day = from.minusDays(1); !day.isBefore(first); day = day.minusDays(1)) {
                if (book.isWorkday(day)) {
                    count--;
                    assertThat(book.plusWorkdays(from, count)).isEqualTo(day);
                }
                assertThat(book.workdaysBetween(from, day)).isEqualTo(count);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-26, 10, 2025-10-16",
        "2025-10-16, -10, 2025-09-26",
        "2025-12-31, 1, 2026-01-04",
        "2026-01-04, -1, 2025-12-31",
        "2025-12-31, 249, 2026-12-31+",
        "2025-10-05, 0, 2025-10-05",
        "2025-10-05, 1, 2025-10-09",
        "2025-10-05, -1, 2025-09-30",
        "2024-12-31, 248, 2025-12-31"
    })
    void working_days_are_added_over_holidays_and_years(LocalDate from, int n, String expected) {
        if (expected.endsWith("+")) {
            assertThatThrownBy(() -> book.plusWorkdays(from, n)).isInstanceOf(NoCalendarData.class);
        } else {
            assertThat(book.plusWorkdays(from, n)).isEqualTo(LocalDate.parse(expected));
        }
    }

    @Test
    void the_deadlines_of_the_first_round_are_as_computed_by_hand() {
        LocalDate oneMonth = FEEDBACK.plusMonths(1);
        assertThat(oneMonth).isEqualTo("2025-09-27").satisfies(d -> assertThat(book.isWorkday(d))
                .isFalse());
        assertThat(book.settle(oneMonth, RestDayRule.NEXT_WORKDAY)).isEqualTo("2025-09-28");
        assertThat(book.settle(oneMonth, RestDayRule.PREVIOUS_WORKDAY)).isEqualTo("2025-09-26");
        assertThat(book.settle(oneMonth, RestDayRule.KEEP)).isEqualTo("2025-09-27");
        LocalDate threeMonths = FEEDBACK.plusMonths(3);
        assertThat(threeMonths).isEqualTo("2025-11-27");
        assertThat(book.settle(threeMonths, RestDayRule.NEXT_WORKDAY)).isEqualTo(threeMonths);
        assertThat(FEEDBACK.plusMonths(6)).isEqualTo("2026-02-27");
        assertThat(book.workdaysBetween(FEEDBACK, LocalDate.of(2026, 2, 27))).isEqualTo(122);
    }

    @ParameterizedTest
    @CsvSource({"2025, 248", "2026, 248"})
    void a_year_has_248_working_days(int year, int expected) {
        LocalDate lastDay = LocalDate.of(year, 12, 31);
        assertThat(book.workdaysBetween(LocalDate.of(year - 1, 12, 31), lastDay))
                .isEqualTo(expected);
    }

    @Test
    void a_year_without_data_is_refused_by_name() {
        LocalDate newYear = LocalDate.of(2027, 1, 1);
        assertThatThrownBy(() -> book.isWorkday(newYear)).isInstanceOfSatisfying(NoCalendarData.class, e -> {
            assertThat(e.year()).isEqualTo(2027);
            assertThat(e.key()).isEqualTo("calendar.noData");
            assertThat(e.args()).containsExactly("2027");
        });
    }

    @Test
    void arithmetic_that_only_touches_a_year_without_data_is_refused() {
        LocalDate lastKnown = LocalDate.of(2026, 12, 31);
        LocalDate firstKnown = LocalDate.of(2024, 1, 1);
        assertThatThrownBy(() -> book.plusWorkdays(lastKnown, 1)).isInstanceOf(NoCalendarData.class);
        assertThatThrownBy(() -> book.plusWorkdays(firstKnown, -1)).isInstanceOf(NoCalendarData.class);
        assertThatThrownBy(() -> book.plusWorkdays(firstKnown.minusDays(1), 1)).isInstanceOf(NoCalendarData.class);
        assertThatThrownBy(() -> book.plusWorkdays(LocalDate.of(2027, 3, 1), 0)).isInstanceOf(NoCalendarData.class);
        assertThatThrownBy(() -> book.plusWorkdays(lastKnown, Integer.MAX_VALUE))
                .isInstanceOf(NoCalendarData.class);
        assertThatThrownBy(() -> book.plusWorkdays(firstKnown, Integer.MIN_VALUE))
                .isInstanceOf(NoCalendarData.class);
        assertThatThrownBy(() -> book.workdaysBetween(FEEDBACK, lastKnown.plusDays(1)))
                .isInstanceOf(NoCalendarData.class);
        assertThatThrownBy(() -> book.workdaysBetween(lastKnown.plusDays(1), FEEDBACK))
                .isInstanceOf(NoCalendarData.class);
        assertThatThrownBy(() -> book.settle(LocalDate.of(2027, 1, 1), RestDayRule.NEXT_WORKDAY))
                .isInstanceOf(NoCalendarData.class);
        assertThatThrownBy(() -> book.nameOf(LocalDate.of(2027, 1, 1))).isInstanceOf(NoCalendarData.class);
        assertThat(book.covers(2027)).isFalse();
        assertThat(book.provisional(2027)).isFalse();
    }

    @Test
    void the_demo_goes_on_in_ordinary_weeks_and_says_so() {
        assertThat(demo.covers(2027)).isTrue();
        assertThat(demo.provisional(2027)).isTrue();
        assertThat(demo.provisional(2026)).isFalse();
        assertThat(demo.isWorkday(LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(demo.plusWorkdays(LocalDate.of(2026, 12, 31), 2)).isEqualTo("2027-01-04");
        assertThat(demo.covers(2099)).isFalse();
        assertThatThrownBy(() -> demo.isWorkday(LocalDate.of(2099, 1, 1))).isInstanceOf(NoCalendarData.class);
    }

    @Test
    void special_days_carry_the_name_of_their_holiday() {
        assertThat(book.nameOf(LocalDate.of(2025, 10, 8))).contains("国庆节、中秋节");
        assertThat(book.nameOf(LocalDate.of(2026, 2, 28))).contains("春节");
        assertThat(book.nameOf(LocalDate.of(2026, 3, 3))).isEmpty();
    }

    @Test
    void a_corrected_day_overrides_the_notice_but_does_not_make_a_year_known() {
        DayBook corrected = new DayBook(
                SHIPPED,
                List.of(
                        new DayCorrection(LocalDate.of(2026, 12, 31), false, "元旦"),
                        new DayCorrection(LocalDate.of(2027, 1, 3), true, "元旦")),
                false);
        assertThat(corrected.isWorkday(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(corrected.plusWorkdays(LocalDate.of(2026, 12, 30), -1)).isEqualTo("2026-12-29");
        assertThat(corrected.covers(2027)).isFalse();
    }
}
