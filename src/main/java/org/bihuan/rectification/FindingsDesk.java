package org.bihuan.rectification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.bihuan.findings.FindingsDraft;
import org.bihuan.findings.FindingsImport;
import org.bihuan.findings.HalfDone;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Duty;
import org.bihuan.shared.AlreadyDone;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.Ids;
import org.bihuan.shared.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clerk's desk: one document at a time lies on it, half checked, until it is accepted as a round or
 * put away. It survives a closed browser; nothing of it is part of a round before {@link #accept}.
 */
@Service
@Transactional
public class FindingsDesk {

    /** Letters of a source or of its preview; a thick feedback document has some 50,000. */
    private static final int LIMIT = 1_000_000;

    /** Problems and measures that one screen can show for checking; a large round has some 400. */
    private static final int MOST_ROWS = 2_000;

    private static final String ELSEWHERE = "findings.desk.elsewhere";

    private final CurrentActor currentActor;
    private final FindingsImport findings;
    private final Rounds rounds;
    private final JdbcClient jdbc;
    private final Clock clock;

    FindingsDesk(CurrentActor currentActor, FindingsImport findings, Rounds rounds, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.findings = findings;
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What lies on the desk.
     *
     * @param id changes with every document
     * @param revision grows with every change of it
     * @param source the text that the preview was made of, empty as long as none has been read
     */
    public record OnDesk(long id, int revision, String source, HalfDone half, Instant updatedAt) {

        /** Whether a document has been read, so that there is something to check. */
        public boolean read() {
            return !source.isEmpty();
        }
    }

    /** What lies on the caller's desk. */
    @Transactional(readOnly = true)
    public Optional<OnDesk> find() {
        return jdbc.sql("select id, revision, source, content, updated_at from rect_import_draft where person_id = ?")
                .param(clerk())
                .query((rs, row) -> new OnDesk(
                        rs.getLong("id"),
                        rs.getInt("revision"),
                        rs.getString("source"),
                        HalfDone.read(rs.getString("content")),
                        rs.getTimestamp("updated_at").toInstant()))
                .optional();
    }

    /**
     * Puts a document on the caller's desk in place of the one that lay there.
     *
     * @throws RuleViolation where the text holds no findings or is too long; the desk stays as it was
     */
    public OnDesk begin(String source) {
        long person = clerk();
        HalfDone half = new HalfDone(findings.parseText(bounded(source)), Map.of(), "");
        int rows = half.draft().problems().size() + half.draft().measures().size();
        if (rows > MOST_ROWS) {
            throw new RuleViolation("findings.desk.tooMany", rows, MOST_ROWS);
        }
        OnDesk desk = new OnDesk(Ids.next(), 1, source, half, clock.instant());
        String content = bounded(half.written());
        jdbc.sql("delete from rect_import_draft where person_id = ?")
                .param(person)
                .update();
        lay(person, desk, content);
        return desk;
    }

    /**
     * Puts text that nobody has read yet on the caller's empty desk.
     *
     * @throws AlreadyDone if something was put there in another window meanwhile
     */
    public OnDesk paste(String unread) {
        long person = clerk();
        if (find().isPresent()) {
            throw new AlreadyDone(ELSEWHERE);
        }
        HalfDone half = new HalfDone(FindingsDraft.NOTHING, Map.of(), bounded(unread));
        OnDesk desk = new OnDesk(Ids.next(), 1, "", half, clock.instant());
        lay(person, desk, bounded(half.written()));
        return desk;
    }

    private void lay(long person, OnDesk desk, String content) {
        jdbc.sql("insert into rect_import_draft (person_id, id, revision, source, content, updated_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(person, desk.id(), desk.revision(), desk.source(), content, Timestamp.from(desk.updatedAt()))
                .update();
    }

    /**
     * Keeps the work on the document.
     *
     * @throws AlreadyDone if it was changed, accepted or put away in another window meanwhile
     */
    public OnDesk keep(OnDesk desk, HalfDone half) {
        String content = bounded(half.written());
        Instant now = clock.instant();
        int kept = jdbc.sql("update rect_import_draft set content = ?, revision = ?, updated_at = ?"
                        + " where person_id = ? and id = ? and revision = ?")
                .params(content, desk.revision() + 1, Timestamp.from(now), clerk(), desk.id(), desk.revision())
                .update();
        if (kept == 0) {
            throw new AlreadyDone(ELSEWHERE);
        }
        return new OnDesk(desk.id(), desk.revision() + 1, desk.source(), half, now);
    }

    /** Clears the caller's desk. */
    public void putAway() {
        jdbc.sql("delete from rect_import_draft where person_id = ?")
                .param(clerk())
                .update();
    }

    /**
     * Makes a round of the document and clears the desk: both or neither, and once however often asked.
     *
     * @throws AlreadyDone if it was changed, accepted or put away in another window meanwhile
     */
    public RoundView accept(OnDesk desk, RoundPolicy policy) {
        int taken = jdbc.sql("delete from rect_import_draft where person_id = ? and id = ? and revision = ?")
                .params(clerk(), desk.id(), desk.revision())
                .update();
        if (taken == 0) {
            throw new AlreadyDone(ELSEWHERE);
        }
        return rounds.accept(policy, desk.half().draft(), false);
    }

    private long clerk() {
        var actor = currentActor.require();
        if (!actor.mayActAs(Duty.CLERK)) {
            throw new Forbidden("rectification.duty.clerk");
        }
        return actor.personId();
    }

    private static String bounded(String text) {
        if (text.length() > LIMIT) {
            throw new RuleViolation("findings.desk.tooLarge", LIMIT);
        }
        return text;
    }
}
