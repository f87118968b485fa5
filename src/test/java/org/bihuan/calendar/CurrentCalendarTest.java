package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.bihuan.calendar.HolidayYear.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Corrections from the table, on the module's own migration. */
class CurrentCalendarTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    private final SingleConnectionDataSource database = new SingleConnectionDataSource(
            "jdbc:h2:mem:calendar;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE", true);
    private final JdbcClient jdbc = JdbcClient.create(database);
    private Instant now = Instant.parse("2026-11-24T01:00:00Z");

    @BeforeEach
    void migrate() {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V040__calendar.sql"),
                        new ClassPathResource("db/migration/V041__calendar_years.sql"))
                .execute(database);
    }

    @AfterEach
    void close() {
        database.destroy();
    }

    @Test
    void a_correction_in_the_table_counts_after_five_minutes_at_most() {
        CurrentCalendar calendar = calendar(false);
        assertThat(calendar.isWorkday(DAY)).isTrue();
        jdbc.sql("insert into calendar_day_override (on_date, workday, name) values (?, ?, ?)")
                .params(DAY, false, "元旦")
                .update();
        now = now.plus(Duration.ofMinutes(4));
        assertThat(calendar.isWorkday(DAY)).isTrue();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(calendar.isWorkday(DAY)).isFalse();
        assertThat(calendar.nameOf(DAY)).contains("元旦");
        assertThat(calendar.plusWorkdays(DAY, -1)).isEqualTo("2026-12-30");
        assertThat(calendar.settle(DAY, RestDayRule.PREVIOUS_WORKDAY)).isEqualTo("2026-12-30");
        assertThat(calendar.workdaysBetween(LocalDate.of(2026, 12, 30), DAY)).isZero();
    }

    @Test
    void a_year_that_another_node_entered_counts_as_soon_as_it_is_missed() {
        CurrentCalendar calendar = calendar(false);
        LocalDate newYear = LocalDate.of(2027, 1, 1);
        assertThatThrownBy(() -> calendar.isWorkday(newYear)).isInstanceOf(NoCalendarData.class);
        new CalendarYears(jdbc)
                .store(new HolidayYear(2027, "通知", List.of(new Entry("元旦", newYear, newYear, false))), "系统管理员", now);
        now = now.plus(Duration.ofSeconds(6));
        assertThat(calendar.plusWorkdays(DAY, 1)).isEqualTo("2027-01-04");
    }

    @Test
    void only_the_demo_has_a_provisional_2027() {
        assertThat(calendar(false).covers(2027)).isFalse();
        assertThat(calendar(true).provisional(2027)).isTrue();
    }

    private CurrentCalendar calendar(boolean demo) {
        return new CurrentCalendar(Path.of("no-such-folder"), demo, jdbc, new CalendarYears(jdbc), new TestClock());
    }

    private final class TestClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
