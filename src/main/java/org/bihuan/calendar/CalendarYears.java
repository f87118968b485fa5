package org.bihuan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bihuan.calendar.HolidayYear.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The years that an administrator has entered. */
@Component
class CalendarYears {

    private final JdbcClient jdbc;

    CalendarYears(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A year with who entered it and when. */
    record Entered(HolidayYear year, String by, Instant at) {}

    /** All years in their order. */
    List<Entered> all() {
        Map<Integer, List<Entry>> entries = new HashMap<>();
        jdbc.sql("select holiday_year, name, from_day, to_day, workday from calendar_year_entry")
                .query(rs -> {
                    entries.computeIfAbsent(rs.getInt(1), year -> new ArrayList<>())
                            .add(new Entry(
                                    rs.getString(2),
                                    rs.getObject(3, LocalDate.class),
                                    rs.getObject(4, LocalDate.class),
                                    rs.getBoolean(5)));
                });
        return jdbc.sql("select holiday_year, notice, entered_by, entered_at from calendar_year order by holiday_year")
                .query((rs, row) -> new Entered(
                        new HolidayYear(rs.getInt(1), rs.getString(2), entries.getOrDefault(rs.getInt(1), List.of())),
                        rs.getString(3),
                        rs.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }

    /** Stores a year in place of what was entered for it before. */
    void store(HolidayYear year, String by, Instant at) {
        jdbc.sql("delete from calendar_year_entry where holiday_year = ?")
                .param(year.year())
                .update();
        jdbc.sql("delete from calendar_year where holiday_year = ?")
                .param(year.year())
                .update();
        jdbc.sql("insert into calendar_year (holiday_year, notice, entered_by, entered_at) values (?, ?, ?, ?)")
                .params(year.year(), year.notice(), by, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        for (Entry entry : year.entries()) {
            jdbc.sql("insert into calendar_year_entry (holiday_year, from_day, to_day, workday, name)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(year.year(), entry.from(), entry.to(), entry.workday(), entry.name())
                    .update();
        }
    }
}
