package org.bihuan.worklist;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.bihuan.shared.Ids;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the read model; called by the engine's task listener within the engine's own transaction. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class WorkItemStore {

    /** Due date of a step without one: sorts last. */
    public static final LocalDate NO_DUE = LocalDate.of(9999, 12, 31);

    private final JdbcTemplate jdbc;

    WorkItemStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A step as it opens. */
    public record Opened(
            long id,
            String caseNumber,
            String problemNumber,
            String stepKey,
            String stepName,
            @Nullable String formKey,
            @Nullable String assignRule,
            String title,
            @Nullable Long unitId,
            @Nullable String unitName,
            @Nullable Long assignee,
            Set<Long> posts,
            LocalDate due,
            Level level,
            @Nullable String lastEvent,
            Instant at) {

        public Opened {
            posts = Set.copyOf(posts);
        }
    }

    /** Puts a new step before its person, or before the posts that may claim it. */
    public void opened(Opened item) {
        jdbc.update(
                "insert into work_item (id, case_number, problem_number, step_key, step_name, form_key, assign_rule,"
                        + " title, unit_id, unit_name, assignee, due, level, state, created_at, last_event, last_event_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?)",
                item.id(),
                item.caseNumber(),
                item.problemNumber(),
                item.stepKey(),
                item.stepName(),
                item.formKey(),
                item.assignRule(),
                item.title(),
                item.unitId(),
                item.unitName(),
                item.assignee(),
                item.due(),
                item.level().name(),
                Timestamp.from(item.at()),
                item.lastEvent(),
                Timestamp.from(item.at()));
        putBefore(item.id(), item.assignee(), item.posts(), item.due());
    }

    private void putBefore(long id, @Nullable Long assignee, Set<Long> posts, LocalDate due) {
        List<Object[]> rows = new ArrayList<>();
        if (assignee != null) {
            rows.add(new Object[] {assignee, WorkItemRow.Kind.MINE.name(), due, id});
        } else {
            posts.forEach(post -> rows.add(new Object[] {post, WorkItemRow.Kind.CLAIM.name(), due, id}));
        }
        if (rows.size() == 1) {
            jdbc.update("insert into work_inbox (principal, kind, due, item_id) values (?, ?, ?, ?)", rows.get(0));
        } else if (!rows.isEmpty()) {
            jdbc.batchUpdate("insert into work_inbox (principal, kind, due, item_id) values (?, ?, ?, ?)", rows);
        }
    }

    /** A step was claimed, given back or handed over. */
    public void reassigned(long id, @Nullable Long assignee, Set<Long> posts, LocalDate due, String event, Instant at) {
        jdbc.update(
                "update work_item set assignee = ?, last_event = ?, last_event_at = ? where id = ?",
                assignee,
                event,
                Timestamp.from(at),
                id);
        jdbc.update("delete from work_inbox where item_id = ? and kind <> 'ESCALATED'", id);
        putBefore(id, assignee, posts, due);
    }

    /** Others answer for the case: its open step stands before them; {@link #reassigned} with the due date it has. */
    public void handsChanged(long id, @Nullable Long assignee, Set<Long> posts, String event, Instant at) {
        List<LocalDate> due =
                jdbc.queryForList("select due from work_item where id = ? and state = 'OPEN'", LocalDate.class, id);
        due.forEach(day -> reassigned(id, assignee, posts, day, event, at));
    }

    /** The responsible unit of a case: its open steps show it, and escalated ones stand before its head. */
    public void unitChanged(
            String caseNumber, @Nullable Long unitId, @Nullable String unitName, Set<Long> escalatedTo) {
        jdbc.update(
                "update work_item set unit_id = ?, unit_name = ? where case_number = ? and state = 'OPEN'",
                unitId,
                unitName,
                caseNumber);
        List<Long> escalated = jdbc.queryForList(
                "select distinct i.item_id from work_inbox i join work_item w on w.id = i.item_id"
                        + " where w.case_number = ? and w.state = 'OPEN' and i.kind = 'ESCALATED'",
                Long.class,
                caseNumber);
        for (Long item : escalated) {
            jdbc.update("delete from work_inbox where item_id = ? and kind = 'ESCALATED'", item);
            for (Long post : escalatedTo) {
                jdbc.update(
                        "insert into work_inbox (principal, kind, due, item_id)"
                                + " select ?, 'ESCALATED', w.due, w.id from work_item w where w.id = ?"
                                + " and not exists (select 1 from work_inbox i where i.item_id = w.id and i.principal = ?)",
                        post,
                        item,
                        post);
            }
        }
    }

    /** A step ended: done by a person, or cancelled with its case for null. */
    public void ended(long id, @Nullable Long doneBy, Instant at) {
        jdbc.update(
                "update work_item set state = ?, done_at = ?, done_by = ? where id = ?",
                doneBy == null ? "CANCELLED" : "DONE",
                Timestamp.from(at),
                doneBy,
                id);
        jdbc.update("delete from work_inbox where item_id = ?", id);
    }

    /** The level of a case rose; its open steps show it, and stand before further posts as well. */
    public void raised(String caseNumber, Level level, Set<Long> alsoBefore, String event, Instant at) {
        jdbc.update(
                "update work_item set level = ?, last_event = ?, last_event_at = ? where case_number = ? and state = 'OPEN'",
                level.name(),
                event,
                Timestamp.from(at),
                caseNumber);
        for (Long post : alsoBefore) {
            jdbc.update(
                    "insert into work_inbox (principal, kind, due, item_id)"
                            + " select ?, 'ESCALATED', w.due, w.id from work_item w where w.case_number = ? and w.state = 'OPEN'"
                            + " and not exists (select 1 from work_inbox i where i.item_id = w.id and i.principal = ?)",
                    post,
                    caseNumber,
                    post);
        }
    }

    /** The due date of a measure moved: its open work step moves with it. */
    public void dueMoved(String caseNumber, LocalDate due, Set<String> steps, Instant at) {
        for (String step : steps) {
            jdbc.update(
                    "update work_item set due = ?, level = 'NORMAL', last_event = 'measure.dueMoved', last_event_at = ?"
                            + " where case_number = ? and step_key = ? and state = 'OPEN'",
                    due,
                    Timestamp.from(at),
                    caseNumber,
                    step);
            jdbc.update(
                    "update work_inbox set due = ? where item_id in (select id from work_item where case_number = ?"
                            + " and step_key = ? and state = 'OPEN')",
                    due,
                    caseNumber,
                    step);
        }
    }

    /** Notes that something happened, for other nodes and for notices after the commit. */
    public void announce(String topic, long itemId, String caseNumber, @Nullable Long actor, Instant at) {
        jdbc.update(
                "insert into work_outbox (id, topic, item_id, case_number, actor, at) values (?, ?, ?, ?, ?, ?)",
                Ids.next(),
                topic,
                itemId,
                caseNumber,
                actor,
                Timestamp.from(at));
    }
}
