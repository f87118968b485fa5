package org.bihuan.worklist;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "My work" out of the read model: one index range for each principal of the caller, merged by due
 * date; counts are bounded, so that no list costs more than its page.
 */
@Service
@Transactional(readOnly = true)
public class Inbox {

    /** Counts stop here; the screens say "999+". */
    public static final int COUNT_BOUND = 1000;

    private static final String COLUMNS = " w.id, w.case_number, w.step_key, w.step_name, w.form_key, w.assign_rule,"
            + " w.title, w.unit_name, w.assignee, w.due, w.level, w.last_event, w.last_event_at, w.done_at";

    private final CurrentActor currentActor;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Inbox(CurrentActor currentActor, JdbcTemplate jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The lists of "my work". */
    public enum Tab {
        ALL,
        MINE,
        CLAIM,
        OVERDUE,
        DONE
    }

    /** Where a page begins: behind this due date and item; null begins at the first. */
    public record Cursor(LocalDate due, long id) {}

    /**
     * A page of a list, by due date (done work by when it was done, newest first).
     *
     * @param search part of the case number or the title, or blank for all
     * @param after keyset cursor, or null for the beginning
     * @param offset rows to skip behind the cursor
     */
    public List<WorkItemRow> page(Tab tab, String search, @Nullable Cursor after, int offset, int limit) {
        Actor actor = currentActor.require();
        return tab == Tab.DONE ? done(actor, search, offset, limit) : open(actor, tab, search, after, offset, limit);
    }

    /** How many rows a list has, at most {@link #COUNT_BOUND}. */
    public int count(Tab tab, String search) {
        Actor actor = currentActor.require();
        if (tab == Tab.DONE) {
            return count(doneSql(search, "1") + " limit " + COUNT_BOUND, doneArgs(actor, search));
        }
        List<Object> args = new ArrayList<>();
        String union = union(actor, tab, search, null, COUNT_BOUND, args);
        Integer count = jdbc.queryForObject(
                "select count(distinct item_id) from (" + union + ") counted", Integer.class, args.toArray());
        return Math.min(COUNT_BOUND, count == null ? 0 : count);
    }

    /** The counts of all open lists in one statement. */
    public Map<Tab, Integer> counts() {
        Actor actor = currentActor.require();
        List<Object> args = new ArrayList<>();
        String sql = List.of(Tab.MINE, Tab.CLAIM, Tab.OVERDUE).stream()
                .map(tab -> "select '" + tab + "', count(distinct item_id) from ("
                        + union(actor, tab, "", null, COUNT_BOUND, args) + ") c" + tab)
                .collect(Collectors.joining(" union all "));
        Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
        jdbc.query(
                sql,
                rs -> {
                    counts.put(Tab.valueOf(rs.getString(1)), Math.min(COUNT_BOUND, rs.getInt(2)));
                },
                args.toArray());
        int all = counts.getOrDefault(Tab.MINE, 0) + counts.getOrDefault(Tab.CLAIM, 0);
        counts.put(Tab.ALL, Math.min(COUNT_BOUND, all));
        return counts;
    }

    /** One open or done item that stands or stood before the caller. */
    public Optional<WorkItemRow> find(long id) {
        Actor actor = currentActor.require();
        List<Object> args = new ArrayList<>(actor.principals());
        args.add(id);
        List<WorkItemRow> rows = jdbc.query(
                "select i.kind," + COLUMNS
                        + " from work_item w join work_inbox i on i.item_id = w.id and i.principal in ("
                        + placeholders(actor.principals().size())
                        + ") where w.id = ? and w.state = 'OPEN' order by i.kind desc limit 1",
                this::row,
                args.toArray());
        if (!rows.isEmpty()) {
            return Optional.of(rows.get(0));
        }
        return jdbc
                .query(
                        "select 'DONE'," + COLUMNS + " from work_item w where w.id = ? and w.done_by = ?",
                        this::row,
                        id,
                        actor.personId())
                .stream()
                .findFirst();
    }

    private List<WorkItemRow> open(Actor actor, Tab tab, String search, @Nullable Cursor after, int offset, int limit) {
        List<Object> args = new ArrayList<>();
        String sql = "select i.kind," + COLUMNS + " from (select max(u.kind) kind, u.due, u.item_id from ("
                + union(actor, tab, search, after, offset + limit, args)
                + ") u group by u.due, u.item_id order by u.due, u.item_id limit ? offset ?) i join work_item w on w.id = i.item_id"
                + " order by i.due, i.item_id";
        args.add(limit);
        args.add(offset);
        return jdbc.query(sql, this::row, args.toArray());
    }

    /** One index range for each principal; each branch stops as soon as the page is full. */
    private String union(Actor actor, Tab tab, String search, @Nullable Cursor after, int limit, List<Object> args) {
        List<String> branches = new ArrayList<>();
        for (Long principal : actor.principals()) {
            StringBuilder sql = new StringBuilder("(select i.kind, i.due, i.item_id from work_inbox i");
            if (!search.isBlank()) {
                sql.append(" join work_item w on w.id = i.item_id");
            }
            sql.append(" where i.principal = ?");
            args.add(principal);
            if (tab == Tab.MINE) {
                sql.append(" and i.kind = 'MINE'");
            } else if (tab == Tab.CLAIM) {
                sql.append(" and i.kind = 'CLAIM'");
            } else if (tab == Tab.OVERDUE) {
                sql.append(" and i.due < ?");
                args.add(Date.valueOf(LocalDate.now(clock)));
            } else {
                sql.append(" and i.kind <> 'ESCALATED'");
            }
            if (after != null) {
                sql.append(" and i.due >= ? and (i.due > ? or i.item_id > ?)");
                args.add(Date.valueOf(after.due()));
                args.add(Date.valueOf(after.due()));
                args.add(after.id());
            }
            if (!search.isBlank()) {
                sql.append(
                        " and (w.case_number like ? escape '!' or w.title like ? escape '!' or w.step_name like ? escape '!')");
                String pattern = pattern(search);
                args.add(pattern);
                args.add(pattern);
                args.add(pattern);
            }
            sql.append(" order by i.due, i.item_id limit ").append(limit).append(")");
            branches.add(sql.toString());
        }
        return String.join(" union all ", branches);
    }

    private List<WorkItemRow> done(Actor actor, String search, int offset, int limit) {
        List<Object> args = doneArgs(actor, search);
        args.add(limit);
        args.add(offset);
        return jdbc.query(
                doneSql(search, "'DONE'," + COLUMNS) + " order by w.done_at desc, w.id desc limit ? offset ?",
                this::row,
                args.toArray());
    }

    private static String doneSql(String search, String columns) {
        return "select " + columns + " from work_item w where w.done_by = ?"
                + (search.isBlank()
                        ? ""
                        : " and (w.case_number like ? escape '!' or w.title like ? escape '!' or w.step_name like ? escape '!')");
    }

    private static List<Object> doneArgs(Actor actor, String search) {
        List<Object> args = new ArrayList<>();
        args.add(actor.personId());
        if (!search.isBlank()) {
            args.addAll(List.of(pattern(search), pattern(search), pattern(search)));
        }
        return args;
    }

    private int count(String sql, List<Object> args) {
        Integer count =
                jdbc.queryForObject("select count(*) from (" + sql + ") counted", Integer.class, args.toArray());
        return count == null ? 0 : count;
    }

    private static String pattern(String search) {
        String literal = search.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + literal + "%";
    }

    private static String placeholders(int count) {
        return String.join(",", java.util.Collections.nCopies(count, "?"));
    }

    private WorkItemRow row(ResultSet rs, int number) throws SQLException {
        long assignee = rs.getLong(10);
        boolean unassigned = rs.wasNull();
        return new WorkItemRow(
                rs.getLong(2),
                WorkItemRow.Kind.valueOf(rs.getString(1)),
                rs.getString(3),
                rs.getString(4),
                rs.getString(5),
                rs.getString(6),
                rs.getString(7),
                rs.getString(8),
                rs.getString(9),
                unassigned ? null : assignee,
                rs.getObject(11, LocalDate.class),
                Level.valueOf(rs.getString(12)),
                rs.getString(13),
                instant(rs.getTimestamp(14)),
                instant(rs.getTimestamp(15)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
