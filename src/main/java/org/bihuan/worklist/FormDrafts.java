package org.bihuan.worklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import org.bihuan.identity.CurrentActor;
import org.bihuan.shared.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps half-filled forms of the caller: they survive a closed browser and end with the step. */
@Service
@Transactional
public class FormDrafts {

    private static final int LIMIT = 200_000;

    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    FormDrafts(CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the draft of a form, in place of an earlier one. */
    public void keep(long workItem, String content) {
        if (content.length() > LIMIT) {
            throw new RuleViolation("worklist.draft.tooLong");
        }
        long person = currentActor.require().personId();
        Timestamp now = Timestamp.from(clock.instant());
        int updated = jdbc.sql("update work_draft set content = ?, updated_at = ? where item_id = ? and person_id = ?")
                .params(content, now, workItem, person)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into work_draft (item_id, person_id, content, updated_at) values (?, ?, ?, ?)")
                    .params(workItem, person, content, now)
                    .update();
        }
    }

    /** The caller's own draft of a form. */
    @Transactional(readOnly = true)
    public Optional<String> find(long workItem) {
        return jdbc.sql("select content from work_draft where item_id = ? and person_id = ?")
                .params(workItem, currentActor.require().personId())
                .query(String.class)
                .optional();
    }

    /** Drops the caller's draft. */
    public void drop(long workItem) {
        jdbc.sql("delete from work_draft where item_id = ? and person_id = ?")
                .params(workItem, currentActor.require().personId())
                .update();
    }
}
