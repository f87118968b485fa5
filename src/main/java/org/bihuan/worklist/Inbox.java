package org.bihuan.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "My work" out of the read model: one index range for each principal of the caller, merged in the
 * order of the sort; counts are bounded, so that no list costs more than its page.
 */
@Service
@Transactional(readOnly = true)
public class Inbox {

    /** The count of a list stops here; the screens say "999+". */
    public static final int COUNT_BOUND = 1000;

    /** The counts of all lists beside their names stop here: read at every change, for everybody. */
    public static final int BADGE_BOUND = 100;

    private static final int FACETS_FROM = 500;

    /**
     * The index of every range is given, so MySQL need not estimate how many rows a principal has: it does
     * so by reading up to ten pages of each range, which is most of what a page costs at a million tasks.
     */
    private static final String SELECT = "select /*+ SET_VAR(eq_range_index_dive_limit=1) */ ";

    private static final String COLUMNS = " w.id, w.case_number, w.step_key, w.step_name, w.form_key, w.assign_rule,"
            + " w.title, w.unit_name, w.assignee, w.due, w.level, w.last_event, w.last_event_at, w.done_at, w.subject";

    private final CurrentActor currentActor;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Inbox(CurrentActor currentActor, JdbcTemplate jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The lists of "my work"; {@code ALL} is everything open before the caller, escalated work included. */
    public enum Tab {
        ALL,
        MINE,
        CLAIM,
        OVERDUE,
        DONE
    }

    /** The orders of an open list, each a range of an index; done work is always by when it was done. */
    public enum Sort {
        DUE,
        NUMBER,
        LEVEL
    }

    /** Where a page begins: behind this due date and item; null begins at the first. */
    public record Cursor(LocalDate due, long id) {}

    /**
     * What a list is narrowed to.
     *
     * @param search words that all stand in number, title, heading or step; blank for all
     * @param level level as shown, or null for all; of no meaning for done work
     * @param unit responsible unit, or null for all
     * @param step key of the step, or null for all
     */
    public record Filter(
            String search,
            @Nullable Level level,
            @Nullable Long unit,
            @Nullable String step) {

        private static final int WORDS = 5;
        private static final int LENGTH = 100;

        /** Everything. */
        public static final Filter NONE = new Filter("", null, null, null);

        /** A search alone. */
        public static Filter search(String text) {
            return new Filter(text, null, null, null);
        }

        /** Whether anything is left out. */
        public boolean narrows() {
            return !terms().isEmpty() || level != null || unit != null || step != null;
        }

        List<String> terms() {
            String text = search.length() > LENGTH ? search.substring(0, LENGTH) : search;
            return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s\\u3000]+"))
                    .filter(word -> !word.isEmpty())
                    .limit(WORDS)
                    .toList();
        }
    }

    /** What a list can be narrowed to: units by id and steps by key, as they occur among its first rows. */
    public record Facets(Map<Long, String> units, Map<String, String> steps) {

        public Facets {
            units = Collections.unmodifiableMap(new TreeMap<>(units));
            steps = Collections.unmodifiableMap(new TreeMap<>(steps));
        }
    }

    /**
     * A page of a list, by due date (done work by when it was done, newest first).
     *
     * @param search part of the case number or the title, or blank for all
     * @param after keyset cursor, or null for the beginning
     * @param offset rows to skip behind the cursor
     */
    public List<WorkItemRow> page(Tab tab, String search, @Nullable Cursor after, int offset, int limit) {
        InboxRanges.Position position = after == null ? null : new InboxRanges.Position(0, after.due(), "", after.id());
        return page(tab, Filter.search(search), Sort.DUE, position, offset, limit);
    }

    /**
     * A page of a list in an order.
     *
     * @param after row before the page, or null for the beginning; ignored for done work
     * @param offset rows to skip behind it
     */
    public List<WorkItemRow> page(
            Tab tab, Filter filter, Sort sort, @Nullable WorkItemRow after, int offset, int limit) {
        return page(
                tab,
                filter,
                sort,
                after == null ? null : InboxRanges.Position.of(after, LocalDate.now(clock)),
                offset,
                limit);
    }

    private List<WorkItemRow> page(
            Tab tab, Filter filter, Sort sort, InboxRanges.@Nullable Position after, int offset, int limit) {
        Actor actor = currentActor.require();
        if (tab == Tab.DONE) {
            return done(actor, filter, offset, limit);
        }
        InboxRanges ranges = ranges(actor, tab, filter, sort);
        String sql = SELECT + "i.kind," + COLUMNS
                + " from (select max(u.kind) kind, u.due, u.number_key, u.urgency, u.item_id from ("
                + ranges.union(after, offset + limit)
                + ") u group by u.due, u.number_key, u.urgency, u.item_id order by " + ranges.order("u.")
                + " limit ? offset ?) i join work_item w on w.id = i.item_id order by " + ranges.order("i.");
        List<Object> args = ranges.args();
        args.add(limit);
        args.add(offset);
        return jdbc.query(sql, this::row, args.toArray());
    }

    /** How many rows a list has, at most {@link #COUNT_BOUND}. */
    public int count(Tab tab, String search) {
        return count(tab, Filter.search(search));
    }

    /** How many rows a narrowed list has, at most {@link #COUNT_BOUND}. */
    public int count(Tab tab, Filter filter) {
        Actor actor = currentActor.require();
        List<Object> args = new ArrayList<>();
        String sql;
        if (tab == Tab.DONE) {
            sql = "select count(*) from (" + doneSql(actor, filter, "1", args) + " limit " + COUNT_BOUND + ") counted";
        } else {
            InboxRanges ranges = ranges(actor, tab, filter, Sort.DUE);
            sql = SELECT + "count(distinct item_id) from (" + ranges.union(null, COUNT_BOUND) + ") counted";
            args = ranges.args();
        }
        Integer count = jdbc.queryForObject(sql, Integer.class, args.toArray());
        return bounded(COUNT_BOUND, count == null ? 0 : count);
    }

    /** The counts of all open lists in one statement; each equals the length of its list, at most {@link #BADGE_BOUND}. */
    public Map<Tab, Integer> counts() {
        Actor actor = currentActor.require();
        InboxRanges all = ranges(actor, Tab.ALL, Filter.NONE, Sort.DUE);
        InboxRanges claims = ranges(actor, Tab.CLAIM, Filter.NONE, Sort.DUE);
        String sql = SELECT + "count(distinct item_id), count(distinct case when kind = 'MINE' then item_id end),"
                + " count(distinct case when due < ? then item_id end),"
                + " (select count(distinct item_id) from (" + claims.union(null, BADGE_BOUND) + ") claims)"
                + " from (" + all.union(null, BADGE_BOUND) + ") everything";
        List<Object> args = new ArrayList<>();
        args.add(java.sql.Date.valueOf(LocalDate.now(clock)));
        args.addAll(claims.args());
        args.addAll(all.args());
        Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
        jdbc.query(
                sql,
                rs -> {
                    counts.put(Tab.ALL, bounded(BADGE_BOUND, rs.getInt(1)));
                    counts.put(Tab.MINE, bounded(BADGE_BOUND, rs.getInt(2)));
                    counts.put(Tab.OVERDUE, bounded(BADGE_BOUND, rs.getInt(3)));
                    counts.put(Tab.CLAIM, bounded(BADGE_BOUND, rs.getInt(4)));
                },
                args.toArray());
        return counts;
    }

    private static int bounded(int bound, int count) {
        return Math.min(bound, count);
    }

    /** Units and steps that occur in a list. */
    public Facets facets(Tab tab) {
        Actor actor = currentActor.require();
        List<Object> args = new ArrayList<>();
        String rows;
        if (tab == Tab.DONE) {
            rows = doneSql(actor, Filter.NONE, "w.id item_id", args) + " order by w.done_at desc limit " + FACETS_FROM;
        } else {
            InboxRanges ranges = ranges(actor, tab, Filter.NONE, Sort.DUE);
            rows = ranges.union(null, FACETS_FROM);
            args = ranges.args();
        }
        Map<Long, String> units = new TreeMap<>();
        Map<String, String> steps = new TreeMap<>();
        jdbc.query(
                "select distinct w.unit_id, w.unit_name, w.step_key, w.step_name from (" + rows
                        + ") r join work_item w on w.id = r.item_id",
                rs -> {
                    if (rs.getString(2) != null) {
                        units.put(rs.getLong(1), rs.getString(2));
                    }
                    steps.put(rs.getString(3), rs.getString(4));
                },
                args.toArray());
        return new Facets(units, steps);
    }

    /** One open or done item that stands or stood before the caller. */
    public Optional<WorkItemRow> find(long id) {
        Actor actor = currentActor.require();
        List<Object> args = new ArrayList<>(actor.principals());
        args.add(id);
        List<WorkItemRow> rows = jdbc.query(
                "select i.kind," + COLUMNS
                        + " from work_item w join work_inbox i on i.item_id = w.id and i.principal in ("
                        + String.join(
                                ",", Collections.nCopies(actor.principals().size(), "?"))
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

    /** The open items of a problem with a form that the caller may do or claim, by number. */
    List<WorkItemRow> ofProblem(CaseNumber problem, String form, int limit) {
        Actor actor = currentActor.require();
        List<Object> args = new ArrayList<>(actor.principals());
        args.addAll(List.of(problem.value(), form, limit));
        return jdbc.query(
                // Before two principals of the caller an item is one line: theirs, where one of them has it.
                "select i.kind," + COLUMNS + " from (select /*+ JOIN_ORDER(o, b) INDEX(o work_item_by_problem) */"
                        + " max(b.kind) kind, b.number_key, b.item_id from work_item o join work_inbox b"
                        + " on b.item_id = o.id and b.kind <> 'ESCALATED' and b.principal in ("
                        + String.join(
                                ",", Collections.nCopies(actor.principals().size(), "?"))
                        + ") where o.problem_number = ? and o.state = 'OPEN' and o.form_key = ?"
                        + " group by b.number_key, b.item_id order by b.number_key, b.item_id limit ?) i"
                        + " join work_item w on w.id = i.item_id order by i.number_key, i.item_id",
                this::row,
                args.toArray());
    }

    private InboxRanges ranges(Actor actor, Tab tab, Filter filter, Sort sort) {
        return new InboxRanges(actor, LocalDate.now(clock), tab, filter, sort);
    }

    private List<WorkItemRow> done(Actor actor, Filter filter, int offset, int limit) {
        List<Object> args = new ArrayList<>();
        String sql = doneSql(actor, filter, "'DONE'," + COLUMNS, args)
                + " order by w.done_at desc, w.id desc limit ? offset ?";
        args.add(limit);
        args.add(offset);
        return jdbc.query(sql, this::row, args.toArray());
    }

    private static String doneSql(Actor actor, Filter filter, String columns, List<Object> args) {
        StringBuilder sql = new StringBuilder("select " + columns + " from work_item w where w.done_by = ?");
        args.add(actor.personId());
        if (filter.unit() != null) {
            sql.append(" and w.unit_id = ?");
            args.add(filter.unit());
        }
        if (filter.step() != null) {
            sql.append(" and w.step_key = ?");
            args.add(filter.step());
        }
        InboxRanges.terms(sql, filter, args);
        return sql.toString();
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
                instant(rs.getTimestamp(15)),
                rs.getString(16));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
