package org.bihuan.worklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.RuleViolation;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps half-filled forms of the caller: they survive a closed browser and end with the step. A draft
 * is replaced only by a window that has seen it, so that two windows never overwrite each other unseen.
 */
@Service
@Transactional
public class FormDrafts {

    private static final int LIMIT = 200_000;
    private static final Duration KEPT = Duration.ofDays(30);

    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    FormDrafts(CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A draft as it was kept.
     *
     * @param version grows with every keeping; 0 stands for no draft
     */
    public record Draft(String content, int version, Instant keptAt) {}

    /**
     * Keeps the draft of a form in place of the one with {@code seen}, and returns its version.
     *
     * @param seen version that the caller's window has shown last, 0 where there was none
     * @throws DraftMoved if another window has kept one meanwhile; nothing is overwritten
     * @throws AlreadyDone if the step is over and its draft with it
     * @throws Forbidden if the step is somebody else's to do
     */
    public int keep(long workItem, String content, int seen) {
        if (content.length() > LIMIT) {
            throw new RuleViolation("worklist.draft.tooLong");
        }
        Actor actor = currentActor.require();
        requireBefore(actor, workItem);
        long person = actor.personId();
        Timestamp now = Timestamp.from(clock.instant());
        if (seen == 0) {
            insert(workItem, person, content, now);
            return 1;
        }
        int updated = jdbc.sql("update work_draft set content = ?, updated_at = ?, version = version + 1"
                        + " where item_id = ? and person_id = ? and version = ?")
                .params(content, now, workItem, person, seen)
                .update();
        if (updated == 0) {
            throw new DraftMoved();
        }
        return seen + 1;
    }

    /** Whoever may do the step or claim it; who only sees to it since it is late may not. */
    private void requireBefore(Actor actor, long workItem) {
        int before = jdbc.sql("select (select count(*) from work_inbox i where i.item_id = w.id"
                        + " and i.kind <> 'ESCALATED' and i.principal in (:principals))"
                        + " from work_item w where w.id = :item and w.state = 'OPEN'")
                .param("principals", actor.principals())
                .param("item", workItem)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new AlreadyDone("worklist.draft.over"));
        if (before == 0) {
            throw new Forbidden("rectification.step.notYours");
        }
    }

    private void insert(long workItem, long person, String content, Timestamp now) {
        try {
            int kept = jdbc.sql("insert into work_draft (item_id, person_id, content, updated_at, version)"
                            + " select w.id, ?, ?, ?, 1 from work_item w where w.id = ? and w.state = 'OPEN'")
                    .params(person, content, now, workItem)
                    .update();
            if (kept == 0) {
                throw new AlreadyDone("worklist.draft.over");
            }
        } catch (DuplicateKeyException otherWindow) {
            DraftMoved moved = new DraftMoved();
            moved.addSuppressed(otherWindow);
            throw moved;
        }
    }

    /** The caller's own draft of a form. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(long workItem) {
        return jdbc.sql("select content, version, updated_at from work_draft where item_id = ? and person_id = ?")
                .params(workItem, currentActor.require().personId())
                .query((rs, row) -> new Draft(
                        rs.getString(1), rs.getInt(2), rs.getTimestamp(3).toInstant()))
                .optional();
    }

    /** Drops the caller's draft. */
    public void drop(long workItem) {
        jdbc.sql("delete from work_draft where item_id = ? and person_id = ?")
                .params(workItem, currentActor.require().personId())
                .update();
    }

    /** Drafts of steps that somebody else has done are kept for a while, should their text still be wanted. */
    @Scheduled(cron = "0 40 3 * * *")
    void sweep() {
        jdbc.sql("delete from work_draft where updated_at < ?"
                        + " and item_id in (select id from work_item where state <> 'OPEN')")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
