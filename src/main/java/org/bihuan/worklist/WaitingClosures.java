package org.bihuan.worklist;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.bihuan.identity.Actor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads the closures that wait for approval out of the read model, page by page along one index. */
@Repository
class WaitingClosures {

    private static final String OF_FORM =
            " where w.form_key = '" + WorkForms.CLOSURE_APPROVE + "' and w.state = 'OPEN'";

    private final JdbcTemplate jdbc;
    private final Directory directory;

    WaitingClosures(JdbcTemplate jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** The number and the title of an item, whatever has become of it. */
    record Named(CaseNumber number, String title) {}

    private record Row(WaitingClosure closure, @Nullable Long assignee, boolean before) {}

    List<WaitingClosure> page(Actor actor, @Nullable WaitingClosure after, int limit) {
        List<Object> args = new ArrayList<>();
        String behind = "";
        if (after != null) {
            behind = " and w.due >= ? and (w.due > ? or w.id > ?)";
            args.add(Date.valueOf(after.due()));
            args.add(Date.valueOf(after.due()));
            args.add(after.item());
        }
        args.add(limit);
        return withNames(rows(actor, behind + " order by w.due, w.id limit ?", args));
    }

    Optional<WaitingClosure> find(Actor actor, long item) {
        return withNames(rows(actor, " and w.id = ?", List.of(item))).stream().findFirst();
    }

    private List<Row> rows(Actor actor, String which, List<Object> more) {
        List<Object> args = new ArrayList<>(actor.principals());
        args.addAll(more);
        return jdbc.query(
                "select w.id, w.case_number, w.title, w.unit_name, w.due, w.level, w.created_at, w.assignee, "
                        + before(actor) + " from work_item w" + OF_FORM + which,
                WaitingClosures::row,
                args.toArray());
    }

    /** Whether an item stands before one of the actor's principals; takes them as arguments. */
    private static String before(Actor actor) {
        return "exists (select 1 from work_inbox i where i.item_id = w.id and i.principal in ("
                + String.join(",", Collections.nCopies(actor.principals().size(), "?")) + "))";
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        long assignee = rs.getLong(8);
        boolean free = rs.wasNull();
        return new Row(
                new WaitingClosure(
                        rs.getLong(1),
                        new CaseNumber(rs.getString(2)),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getObject(5, LocalDate.class),
                        Level.valueOf(rs.getString(6)),
                        rs.getTimestamp(7).toInstant(),
                        null,
                        null),
                free ? null : assignee,
                rs.getBoolean(9));
    }

    /** Names whoever else has claimed one; what stands before neither them nor the caller says so. */
    private List<WaitingClosure> withNames(List<Row> rows) {
        List<Long> others = rows.stream()
                .filter(row -> !row.before())
                .map(Row::assignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, PersonRef> names = others.isEmpty() ? Map.of() : directory.persons(others);
        return rows.stream()
                .map(row -> {
                    PersonRef other = row.assignee() == null ? null : names.get(row.assignee());
                    boolean nobodys = !row.before() && other == null;
                    WaitingClosure closure = row.closure();
                    return new WaitingClosure(
                            closure.item(),
                            closure.number(),
                            closure.title(),
                            closure.unitName(),
                            closure.due(),
                            closure.level(),
                            closure.since(),
                            other == null ? null : other.name(),
                            nobodys ? new Forbidden("rectification.step.notYours") : null);
                })
                .toList();
    }

    /** How many stand before the actor and can be decided by them. */
    int count(Actor actor) {
        List<Long> hands = Barred.approving(actor);
        List<Object> args = new ArrayList<>(actor.principals());
        args.addAll(Barred.patterns(hands));
        args.add(Inbox.COUNT_BOUND);
        Integer count = jdbc.queryForObject(
                "select count(*) from (select w.id from work_item w" + OF_FORM + " and " + before(actor) + " and "
                        + Barred.none("w.barred", hands) + " limit ?) counted",
                Integer.class,
                args.toArray());
        return count == null ? 0 : count;
    }

    Optional<DecidedClosure> decided(long item) {
        return jdbc
                .query(
                        "select case_number, done_by, done_at from work_item where id = ? and form_key = ? and state = 'DONE'",
                        (rs, number) -> new DecidedClosure(
                                new CaseNumber(rs.getString(1)),
                                directory.person(rs.getLong(2)).name(),
                                rs.getTimestamp(3).toInstant()),
                        item,
                        WorkForms.CLOSURE_APPROVE)
                .stream()
                .findFirst();
    }

    Optional<Named> named(long item) {
        return jdbc
                .query(
                        "select case_number, title from work_item where id = ? and form_key = ?",
                        (rs, number) -> new Named(new CaseNumber(rs.getString(1)), rs.getString(2)),
                        item,
                        WorkForms.CLOSURE_APPROVE)
                .stream()
                .findFirst();
    }
}
