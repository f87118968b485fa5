package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.calendar.HolidayYear.Entry;
import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.Test;

/** What an entered year may be, from a file or by hand. */
class HolidayYearTest {

    private static final String PUBLIC_FORM = """
            {"year": 2027, "papers": ["国务院办公厅通知"], "days": [
              {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
              {"name": "元旦", "date": "2027-01-02", "isOffDay": true},
              {"name": "春节", "date": "2027-02-05", "isOffDay": true},
              {"name": "春节", "date": "2027-02-14", "isOffDay": false}]}""";

    private static final String OWN_FORM = """
            {"years": [{"year": 2027, "notice": "国办发明电〔2026〕7 号",
              "rest": [{"name": "元旦", "from": "2027-01-01", "to": "2027-01-03"}],
              "work": [{"name": "春节", "day": "2027-02-14"}]}]}""";

    @Test
    void a_year_of_the_public_collection_is_read_with_neighbouring_days_as_one() {
        HolidayYear year = read(PUBLIC_FORM);
        assertThat(year.entries())
                .containsExactly(
                        entry("元旦", "2027-01-01", "2027-01-02", false),
                        entry("春节", "2027-02-05", "2027-02-05", false),
                        entry("春节", "2027-02-14", "2027-02-14", true));
        assertThat(year.notice()).isEqualTo("国务院办公厅通知");
        assertThat(year.restDays()).isEqualTo(3);
        assertThat(year.adjustedWorkdays()).isEqualTo(1);
    }

    @Test
    void the_products_own_form_is_read_as_well() {
        HolidayYear year = read(OWN_FORM);
        assertThat(year.notice()).isEqualTo("国办发明电〔2026〕7 号");
        assertThat(year.entries())
                .containsExactly(
                        entry("元旦", "2027-01-01", "2027-01-03", false), entry("春节", "2027-02-14", "2027-02-14", true));
        assertThat(HolidayYear.of(year.notices()).entries()).isEqualTo(year.entries());
    }

    @Test
    void a_file_of_another_year_is_refused_in_both_forms() {
        refused(() -> read(PUBLIC_FORM.replace("\"year\": 2027", "\"year\": 2026")), "file", "calendar.file.wrongYear");
        refused(() -> read(OWN_FORM.replace("\"year\": 2027", "\"year\": 2026")), "file", "calendar.file.wrongYear");
    }

    @Test
    void nonsense_is_refused() {
        for (String nonsense : List.of("", "hello", "[1, 2]", "{\"year\": 2027, \"days\": [", "42")) {
            refused(() -> read(nonsense), "file", "calendar.file.notJson");
        }
        for (String other : List.of("{}", "{\"days\": []}", "{\"year\": 2027}", "{\"years\": 3}")) {
            refused(() -> read(other), "file", "calendar.file.unknownForm");
        }
    }

    @Test
    void a_file_that_is_too_large_is_refused_before_it_is_parsed() {
        byte[] large = "x".repeat(HolidayYearReader.LARGEST + 1).getBytes(StandardCharsets.UTF_8);
        refused(() -> HolidayYearReader.read(2027, large), "file", "calendar.file.tooLarge");
    }

    @Test
    void a_misspelt_part_or_a_date_that_is_none_is_refused() {
        refused(
                () -> read(PUBLIC_FORM.replace("isOffDay\": false", "isOfday\": false")),
                "file",
                "calendar.file.partMissing");
        refused(
                () -> read(PUBLIC_FORM.replace("isOffDay\": false", "isOffDay\": \"no\"")),
                "file",
                "calendar.file.partMissing");
        refused(() -> read(OWN_FORM.replace("\"work\"", "\"works\"")), "file", "calendar.file.partMissing");
        refused(() -> read(OWN_FORM.replace("\"day\"", "\"days\"")), "file", "calendar.file.partMissing");
        refused(() -> read(PUBLIC_FORM.replace("2027-02-14", "2027-02-30")), "file", "calendar.file.badDate");
    }

    @Test
    void a_day_that_is_named_twice_is_refused() {
        HolidayYear twice =
                year(entry("春节", "2027-02-05", "2027-02-11", false), entry("春节", "2027-02-11", "2027-02-12", false));
        refused(twice::check, "entries", "calendar.entry.dayTwice");
        HolidayYear both =
                year(entry("春节", "2027-02-05", "2027-02-14", false), entry("春节", "2027-02-14", "2027-02-14", true));
        refused(both::check, "entries", "calendar.entry.dayTwice");
        refused(
                () -> read(PUBLIC_FORM.replace("2027-01-02", "2027-01-01")).checkEntries(),
                "entries",
                "calendar.entry.dayTwice");
    }

    @Test
    void a_day_of_another_year_is_refused_but_not_one_at_the_turn_of_the_year() {
        refused(
                () -> year(entry("国庆节", "2026-10-01", "2026-10-03", false)).check(),
                "entries",
                "calendar.entry.otherYear");
        year(entry("元旦", "2026-12-31", "2027-01-02", false)).check();
    }

    @Test
    void an_adjusted_workday_must_be_a_weekend_day() {
        HolidayYear friday =
                year(entry("元旦", "2027-01-01", "2027-01-01", false), entry("春节", "2027-02-12", "2027-02-12", true));
        refused(friday::check, "entries", "calendar.entry.noWeekendDay");
    }

    @Test
    void a_year_without_a_day_off_a_name_or_a_notice_is_refused() {
        refused(() -> year().check(), "entries", "calendar.entry.noRestDay");
        refused(
                () -> year(entry(" ", "2027-01-01", "2027-01-01", false)).check(),
                "entries",
                "calendar.entry.nameMissing");
        refused(
                () -> year(entry("元旦", "2027-01-01", "2027-01-01", false))
                        .under(" ")
                        .check(),
                "notice",
                "calendar.entry.noticeMissing");
        refused(
                () -> year(entry("元旦", "2027-01-01", "2027-01-01", false))
                        .under("字".repeat(301))
                        .check(),
                "notice",
                "calendar.entry.tooLong");
        refused(
                () -> year(entry("字".repeat(101), "2027-01-01", "2027-01-01", false))
                        .check(),
                "entries",
                "calendar.entry.tooLong");
    }

    @Test
    void a_holiday_that_ends_before_it_begins_or_lasts_for_months_is_refused() {
        refused(
                () -> year(
                                entry("元旦", "2027-01-01", "2027-01-01", false),
                                entry("春节", "2027-02-12", "2027-02-05", false))
                        .check(),
                "entries",
                "calendar.entry.endsBeforeItBegins");
        refused(
                () -> year(entry("春节", "2027-02-05", "2027-04-05", false)).check(),
                "entries",
                "calendar.entry.tooLongHoliday");
    }

    private static HolidayYear read(String json) {
        return HolidayYearReader.read(2027, json.getBytes(StandardCharsets.UTF_8));
    }

    private static HolidayYear year(Entry... entries) {
        return new HolidayYear(2027, "国办发明电〔2026〕7 号", List.of(entries));
    }

    static Entry entry(String name, String from, String to, boolean workday) {
        return new Entry(name, LocalDate.parse(from), LocalDate.parse(to), workday);
    }

    private static void refused(ThrowingCallable act, String field, String key) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RuleViolation.class, refusal -> {
            assertThat(refusal.key()).isEqualTo(key);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }
}
