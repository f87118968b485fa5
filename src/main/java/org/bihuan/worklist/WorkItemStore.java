package org.bihuan.worklist;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes the read model; called by the engine's task listener within the engine's own transaction. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class WorkItemStore {

    /** Due date of a step without one: sorts last. */
    public static final LocalDate NO_DUE = LocalDate.of(9999, 12, 31);

    /** Longer lists are not written: everybody is told instead. */
    private static final int PRINCIPALS_LIMIT = 500;

    private static final int FEW_ROWS = 3;

    private final JdbcTemplate jdbc;

    WorkItemStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A step as it opens; {@code barred} are people and units whom the rules keep from judging what it is for. */
    public record Opened(
            long id,
            String caseNumber,
            String problemNumber,
            String stepKey,
            String stepName,
            @Nullable String formKey,
            @Nullable String assignRule,
            String title,
            @Nullable String subject,
            @Nullable Long unitId,
            @Nullable String unitName,
            @Nullable Long assignee,
            Set<Long> posts,
            LocalDate due,
            Level level,
            Set<Long> barred,
            @Nullable String lastEvent,
            Instant at) {

        public Opened {
            barred = Set.copyOf(barred);
            posts = Set.copyOf(posts);
        }
    }

    /** Puts a new step before its person, or before the posts that may claim it. */
    public void opened(Opened item) {
        jdbc.update(
                "insert into work_item (id, case_number, problem_number, step_key, step_name, form_key, assign_rule,"
                        + " title, subject, unit_id, unit_name, assignee, due, level, state, created_at, last_event,"
                        + " last_event_at, barred) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?)",
                item.id(),
                item.caseNumber(),
                item.problemNumber(),
                item.stepKey(),
                item.stepName(),
                item.formKey(),
                item.assignRule(),
                item.title(),
                item.subject(),
                item.unitId(),
                item.unitName(),
                item.assignee(),
                item.due(),
                item.level().name(),
                Timestamp.from(item.at()),
                item.lastEvent(),
                Timestamp.from(item.at()),
                Barred.column(item.barred()));
        String key = new CaseNumber(item.caseNumber()).sortKey();
        List<Object[]> rows = new ArrayList<>();
        principals(item.assignee(), item.posts())
                .forEach((principal, kind) -> rows.add(new Object[] {
                    principal,
                    kind.name(),
                    item.due(),
                    item.id(),
                    item.level().name(),
                    key,
                    item.unitId(),
                    item.stepKey(),
                    Barred.column(item.barred())
                }));
        String insert =
                "insert into work_inbox (principal, kind, due, item_id, level, number_key, unit_id, step_key, barred)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        insertAll(insert, rows);
        if (!announced().contains(item.problemNumber())) {
            announce("task.opened", item.id(), item.caseNumber(), null, Set.of(), item.at());
        }
    }

    /** Whom the rules keep from judging what an open step is for, in place of what was known. */
    void barred(long id, Set<Long> people) {
        String barred = Barred.column(people);
        jdbc.update("update work_item set barred = ? where id = ?", barred, id);
        jdbc.update("update work_inbox set barred = ? where item_id = ?", barred, id);
    }

    /** MySQL's driver prepares another statement for each size of a batch: a few rows go faster one by one. */
    private void insertAll(String insert, List<Object[]> rows) {
        if (rows.size() <= FEW_ROWS) {
            rows.forEach(row -> jdbc.update(insert, row));
        } else {
            jdbc.batchUpdate(insert, rows);
        }
    }

    /** An open step at which something is judged. */
    record Judging(long id, CaseNumber number, String form) {}

    /** Those of a problem and its measures. */
    List<Judging> judging(CaseNumber problem) {
        List<Object> args = new ArrayList<>(List.of(problem.value()));
        args.addAll(WorkForms.JUDGING);
        return jdbc.query(
                "select id, case_number, form_key from work_item where problem_number = ? and state = 'OPEN'"
                        + " and form_key in ("
                        + String.join(",", Collections.nCopies(WorkForms.JUDGING.size(), "?")) + ")",
                (rs, row) -> new Judging(rs.getLong(1), new CaseNumber(rs.getString(2)), rs.getString(3)),
                args.toArray());
    }

    private static Map<Long, WorkItemRow.Kind> principals(@Nullable Long assignee, Set<Long> posts) {
        Map<Long, WorkItemRow.Kind> principals = new TreeMap<>();
        if (assignee != null) {
            principals.put(assignee, WorkItemRow.Kind.MINE);
        } else {
            posts.forEach(post -> principals.put(post, WorkItemRow.Kind.CLAIM));
        }
        return principals;
    }

    /** A step was claimed, given back or handed over; it keeps the due date that the read model has. */
    public void reassigned(
            long id, String caseNumber, @Nullable Long assignee, Set<Long> posts, String event, Instant at) {
        jdbc.update(
                "update work_item set assignee = ?, last_event = ?, last_event_at = ? where id = ?",
                assignee,
                event,
                Timestamp.from(at),
                id);
        jdbc.update("delete from work_inbox where item_id = ? and kind <> 'ESCALATED'", id);
        String key = new CaseNumber(caseNumber).sortKey();
        principals(assignee, posts).forEach((principal, kind) -> {
            // Who may claim it again sees it as such, no longer as escalated.
            jdbc.update("delete from work_inbox where item_id = ? and principal = ?", id, principal);
            jdbc.update(
                    "insert into work_inbox (principal, kind, due, item_id, level, number_key, unit_id, step_key,"
                            + " barred) select ?, ?, w.due, w.id, w.level, ?, w.unit_id, w.step_key, w.barred"
                            + " from work_item w where w.id = ?",
                    principal,
                    kind.name(),
                    key,
                    id);
        });
    }

    /** Others answer for the case: its open step stands before them; returns before whom it stood until now. */
    public Set<Long> handsChanged(
            long id, String caseNumber, @Nullable Long assignee, Set<Long> posts, String event, Instant at) {
        Set<Long> stoodBefore =
                Set.copyOf(jdbc.queryForList("select principal from work_inbox where item_id = ?", Long.class, id));
        reassigned(id, caseNumber, assignee, posts, event, at);
        return stoodBefore;
    }

    /** The responsible unit of a case: its open steps show it, and escalated ones stand before its head. */
    public void unitChanged(
            String caseNumber, @Nullable Long unitId, @Nullable String unitName, Set<Long> escalatedTo) {
        jdbc.update(
                "update work_item set unit_id = ?, unit_name = ? where case_number = ? and state = 'OPEN'",
                unitId,
                unitName,
                caseNumber);
        jdbc.update(
                "update work_inbox set unit_id = ? where item_id in"
                        + " (select id from work_item where case_number = ? and state = 'OPEN')",
                unitId,
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
                        "insert into work_inbox (principal, kind, due, item_id, level, number_key, unit_id, step_key)"
                                + " select ?, 'ESCALATED', w.due, w.id, w.level, ?, w.unit_id, w.step_key"
                                + " from work_item w where w.id = ?"
                                + " and not exists (select 1 from work_inbox i where i.item_id = w.id and i.principal = ?)",
                        post,
                        new CaseNumber(caseNumber).sortKey(),
                        item,
                        post);
            }
        }
    }

    /** A step ended: done by a person, or cancelled with its case for null. */
    public void ended(long id, @Nullable Long doneBy, Instant at) {
        jdbc.update(
                "update work_item set state = ?, done_at = ?, done_by = ?, barred = null where id = ?",
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
        jdbc.update(
                "update work_inbox set level = ? where item_id in"
                        + " (select id from work_item where case_number = ? and state = 'OPEN')",
                level.name(),
                caseNumber);
        for (Long post : alsoBefore) {
            jdbc.update(
                    "insert into work_inbox (principal, kind, due, item_id, level, number_key, unit_id, step_key)"
                            + " select ?, 'ESCALATED', w.due, w.id, w.level, ?, w.unit_id, w.step_key from work_item w"
                            + " where w.case_number = ? and w.state = 'OPEN'"
                            + " and not exists (select 1 from work_inbox i where i.item_id = w.id and i.principal = ?)",
                    post,
                    new CaseNumber(caseNumber).sortKey(),
                    caseNumber,
                    post);
        }
    }

    /** The due date of a measure moved: its open steps with that form move with it and are no longer escalated. */
    public void dueMoved(String caseNumber, LocalDate due, String form, Instant at) {
        String open = " where case_number = ? and form_key = ? and state = 'OPEN'";
        jdbc.update(
                "update work_item set due = ?, level = 'NORMAL', last_event = 'measure.dueMoved', last_event_at = ?"
                        + open,
                due,
                Timestamp.from(at),
                caseNumber,
                form);
        String items = "(select id from work_item" + open + ")";
        jdbc.update("delete from work_inbox where kind = 'ESCALATED' and item_id in " + items, caseNumber, form);
        jdbc.update("update work_inbox set due = ?, level = 'NORMAL' where item_id in " + items, due, caseNumber, form);
    }

    /**
     * Notes that something happened, for other nodes and for notices after the commit.
     *
     * @param stoodBefore principals before whom the work stood until now, beside those before whom it
     *     stands afterwards
     */
    public void announce(
            String topic, long itemId, String caseNumber, @Nullable Long actor, Set<Long> stoodBefore, Instant at) {
        String principals = stoodBefore.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
        jdbc.update(
                "insert into work_outbox (id, topic, item_id, case_number, actor, at, principals)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                Ids.next(),
                topic,
                itemId,
                caseNumber,
                actor,
                Timestamp.from(at),
                principals.length() > PRINCIPALS_LIMIT ? null : principals);
        announced().add(new CaseNumber(caseNumber).problem().value());
    }

    /** Problems that this transaction has announced; a step that opens after one that ended needs no second notice. */
    @SuppressWarnings("unchecked")
    private Set<String> announced() {
        Set<String> bound = (Set<String>) TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return bound;
        }
        Set<String> fresh = new HashSet<>();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResourceIfPossible(WorkItemStore.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(WorkItemStore.this, fresh);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(WorkItemStore.this);
            }
        });
        return fresh;
    }
}
