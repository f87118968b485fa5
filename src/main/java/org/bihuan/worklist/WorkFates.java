package org.bihuan.worklist;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.bihuan.audit.AuditRecord;
import org.bihuan.audit.AuditTrail;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.rectification.CaseFile;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.ModelText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what became of a piece of work that no longer stands before the caller: who did what with it, and when. */
@Service
@Transactional(readOnly = true)
public class WorkFates {

    private static final int RECENT = 60;

    /** Acts on a case that end no step. */
    private static final Set<String> SIDE_ACTS = Set.of(
            "task.claimed",
            "task.unclaimed",
            "task.handedOver",
            "measure.dueMoved",
            "evidence.added",
            "evidence.withdrawn");

    private final CurrentActor currentActor;
    private final CaseFile cases;
    private final Directory directory;
    private final AuditTrail trail;
    private final JdbcClient jdbc;

    WorkFates(CurrentActor currentActor, CaseFile cases, Directory directory, AuditTrail trail, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.cases = cases;
        this.directory = directory;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** How a work item stands. */
    public enum State {
        /** Open, and nobody has it. */
        OPEN,
        /** Open, and {@code by} has it. */
        TAKEN,
        /** Done by {@code by}. */
        DONE,
        /** Ended with its case or by a change of the process. */
        CANCELLED
    }

    /**
     * What became of a work item.
     *
     * @param by who has or did it, or null
     * @param own whether that is the caller
     * @param at when it was done or ended, or null
     * @param what the entry of the trail that the person wrote with it, or null
     */
    public record Fate(
            long id,
            State state,
            CaseNumber caseNumber,
            ModelText step,
            @Nullable String by,
            boolean own,
            @Nullable Instant at,
            @Nullable AuditRecord what) {}

    private record Row(
            String state,
            String caseNumber,
            ModelText step,
            @Nullable Long assignee,
            @Nullable Long doneBy,
            @Nullable Instant doneAt) {}

    /** The fate of a work item; empty where there is none or the caller may not read its case. */
    public Optional<Fate> of(long id) {
        return jdbc.sql(
                        "select state, case_number, step_key, step_name, assignee, done_by, done_at from work_item where id = ?")
                .param(id)
                .query((rs, number) -> {
                    Timestamp at = rs.getTimestamp(7);
                    return new Row(
                            rs.getString(1),
                            rs.getString(2),
                            new ModelText(rs.getString(3), rs.getString(4)),
                            rs.getObject(5, Long.class),
                            rs.getObject(6, Long.class),
                            at == null ? null : at.toInstant());
                })
                .optional()
                .filter(row -> cases.mayRead(new CaseNumber(row.caseNumber()), currentActor.require()))
                .map(row -> fate(id, row));
    }

    /** What happened to a case last, whoever did it. */
    public Optional<AuditRecord> latest(CaseNumber number) {
        if (!cases.mayRead(number, currentActor.require())) {
            return Optional.empty();
        }
        return trail.ofProblem(number.problem().value(), null, RECENT).stream()
                .filter(entry -> entry.stream().equals(number.value()))
                .findFirst();
    }

    private Fate fate(long id, Row row) {
        State state =
                switch (row.state()) {
                    case "DONE" -> State.DONE;
                    case "CANCELLED" -> State.CANCELLED;
                    default -> row.assignee() == null ? State.OPEN : State.TAKEN;
                };
        Long person = state == State.TAKEN ? row.assignee() : row.doneBy();
        CaseNumber number = new CaseNumber(row.caseNumber());
        return new Fate(
                id,
                state,
                number,
                row.step(),
                person == null ? null : name(person),
                person != null && person == currentActor.require().personId(),
                row.doneAt(),
                state == State.DONE && person != null && row.doneAt() != null
                        ? act(number, person, row.doneAt())
                        : null);
    }

    private @Nullable String name(long person) {
        PersonRef found = directory.persons(Set.of(person)).get(person);
        return found == null ? null : found.name();
    }

    /** The trail is written within the transaction that ends the step, just before the step ends. */
    private @Nullable AuditRecord act(CaseNumber number, long person, Instant doneAt) {
        return trail.ofStream(number.value()).stream()
                .filter(entry -> entry.actorId() != null
                        && entry.actorId() == person
                        && !entry.at().isAfter(doneAt)
                        && !SIDE_ACTS.contains(entry.action()))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
