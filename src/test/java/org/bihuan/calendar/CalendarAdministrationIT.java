package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bihuan.calendar.HolidayYearTest.entry;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.bihuan.audit.AuditTrail;
import org.bihuan.calendar.CalendarYearLine.State;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Duty;
import org.bihuan.identity.PostRef;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.RuleViolation;
import org.bihuan.testing.EveryDatabase;
import org.bihuan.testing.TestDatabase;
import org.mockito.ArgumentMatchers;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entry of a year, on both databases. */
class CalendarAdministrationIT {

    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    private final CurrentActor currentActor = mock(CurrentActor.class);
    private final AuditTrail trail = mock(AuditTrail.class);

    /** The calendar and its administration on a migrated database. */
    private final class Bed {

        final CurrentCalendar calendar;
        final CalendarAdministration administration;

        Bed(HikariDataSource source, boolean demo) {
            JdbcClient jdbc = JdbcClient.create(source);
            Clock clock = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
            CalendarYears years = new CalendarYears(jdbc);
            calendar = new CurrentCalendar(Path.of("no-such-folder"), demo, jdbc, years, clock);
            administration = new CalendarAdministration(
                    currentActor,
                    calendar,
                    years,
                    new StaticListableBeanFactory(Map.of("waits", (CalendarWaits) () -> Map.of(2026, 1, 2027, 4)))
                            .getBeanProvider(CalendarWaits.class),
                    trail,
                    event -> calendar.on((CalendarAdministration.YearEntered) event),
                    clock);
        }

        State state(int year) {
            return administration.years().stream()
                    .filter(line -> line.year() == year)
                    .map(CalendarYearLine::state)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @EveryDatabase
    void cases_that_wait_for_a_year_are_told_until_it_is_known(TestDatabase database) {
        as(Duty.SYSTEM_ADMIN);
        try (HikariDataSource source = database.migrated()) {
            Bed bed = new Bed(source, false);
            assertThat(bed.administration.waiting()).isEqualTo(Map.of(2027, 4));
            bed.administration.accept(year());
            assertThat(bed.administration.waiting()).isEmpty();
        }
    }

    @EveryDatabase
    void a_year_that_is_accepted_counts_at_once(TestDatabase database) {
        as(Duty.SYSTEM_ADMIN);
        try (HikariDataSource source = database.migrated()) {
            Bed bed = new Bed(source, false);
            assertThat(bed.state(2026)).isEqualTo(State.PUBLISHED);
            assertThat(bed.state(2027)).isEqualTo(State.NONE);
            assertThatThrownBy(() -> bed.calendar.isWorkday(NEW_YEAR)).isInstanceOf(NoCalendarData.class);

            CalendarPreview preview = bed.administration.preview(year());
            assertThat(preview.workdays()).isEqualTo(261 - 6 + 1);
            assertThat(preview.becomeRest()).contains(NEW_YEAR).hasSize(6);
            assertThat(preview.becomeWork()).containsExactly(LocalDate.of(2027, 2, 14));
            assertThat(bed.state(2027)).isEqualTo(State.NONE);

            bed.administration.accept(year());
            assertThat(bed.calendar.isWorkday(NEW_YEAR)).isFalse();
            assertThat(bed.calendar.isWorkday(LocalDate.of(2027, 2, 14))).isTrue();
            assertThat(bed.calendar.nameOf(NEW_YEAR)).contains("元旦");
            assertThat(bed.administration.years())
                    .filteredOn(line -> line.year() == 2027)
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.enteredBy()).isEqualTo("系统管理员");
                        assertThat(line.workdays()).isEqualTo(256);
                        assertThat(line.holidays()).isEqualTo(year());
                    });
            verify(trail)
                    .append(argThat(entry -> entry.stream().equals("calendar:2027")
                            && entry.action().equals("calendar.entered")
                            && "10".equals(entry.facts().get("rest"))));
        }
    }

    @EveryDatabase
    void a_year_may_be_entered_again_and_replaces_a_shipped_one(TestDatabase database) {
        as(Duty.SYSTEM_ADMIN);
        try (HikariDataSource source = database.migrated()) {
            Bed bed = new Bed(source, false);
            bed.administration.accept(year());
            HolidayYear corrected = year().with(entry("清明节", "2027-04-05", "2027-04-05", false));
            assertThat(bed.administration.preview(corrected).becomeRest()).containsExactly(LocalDate.of(2027, 4, 5));
            bed.administration.accept(corrected);
            assertThat(bed.calendar.isWorkday(LocalDate.of(2027, 4, 5))).isFalse();
            HolidayYear only = new HolidayYear(2026, "更正", List.of(entry("元旦", "2026-01-01", "2026-01-01", false)));
            bed.administration.accept(only);
            assertThat(bed.calendar.isWorkday(LocalDate.of(2026, 10, 1))).isTrue();
        }
    }

    @EveryDatabase
    void whoever_is_not_the_system_administrator_may_look_but_enters_nothing(TestDatabase database) {
        try (HikariDataSource source = database.migrated()) {
            Bed bed = new Bed(source, false);
            for (Duty duty : List.of(Duty.CLERK, Duty.SECURITY_ADMIN, Duty.AUDIT_ADMIN, Duty.SUPERVISOR)) {
                as(duty);
                assertThat(bed.administration.mayEnter()).isFalse();
                assertThat(bed.administration.years()).isNotEmpty();
                assertThatThrownBy(() -> bed.administration.accept(year())).isInstanceOf(Forbidden.class);
                assertThatThrownBy(() -> bed.administration.preview(year())).isInstanceOf(Forbidden.class);
                assertThatThrownBy(() -> bed.administration.read(2027, new byte[0]))
                        .isInstanceOf(Forbidden.class);
            }
            assertThat(bed.calendar.covers(2027)).isFalse();
            verify(trail, never()).append(ArgumentMatchers.any());
        }
    }

    @EveryDatabase
    void what_cannot_be_meant_is_not_stored(TestDatabase database) {
        as(Duty.SYSTEM_ADMIN);
        try (HikariDataSource source = database.migrated()) {
            Bed bed = new Bed(source, false);
            HolidayYear twice = year().with(entry("元旦", "2027-01-01", "2027-01-01", false));
            assertThatThrownBy(() -> bed.administration.accept(twice))
                    .isInstanceOf(RuleViolation.class)
                    .hasMessage("calendar.entry.dayTwice");
            assertThat(bed.calendar.covers(2027)).isFalse();
        }
    }

    @EveryDatabase
    void a_provisional_year_of_the_demo_is_told_as_such_until_it_is_entered(TestDatabase database) {
        as(Duty.SYSTEM_ADMIN);
        try (HikariDataSource source = database.migrated()) {
            Bed bed = new Bed(source, true);
            assertThat(bed.state(2027)).isEqualTo(State.PROVISIONAL);
            bed.administration.accept(year());
            assertThat(bed.state(2027)).isEqualTo(State.PUBLISHED);
            assertThat(bed.calendar.provisional(2027)).isFalse();
        }
    }

    private void as(Duty duty) {
        when(currentActor.require())
                .thenReturn(new Actor(7, "系统管理员", List.of(new PostRef(1, 2, duty)), List.of(), "127.0.0.1"));
    }

    private static HolidayYear year() {
        return new HolidayYear(
                2027,
                "国办发明电〔2026〕7 号",
                List.of(
                        entry("元旦", "2027-01-01", "2027-01-03", false),
                        entry("春节", "2027-02-05", "2027-02-11", false),
                        entry("春节", "2027-02-14", "2027-02-14", true)));
    }
}
