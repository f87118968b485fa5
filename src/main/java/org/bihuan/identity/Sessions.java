package org.bihuan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Running logins of all nodes, in the database. */
@Component
@Transactional
class Sessions {

    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    private final LoginSessionRepository sessions;
    private final JdbcClient jdbc;
    private final LoginPolicy policy;
    private final Clock clock;

    Sessions(LoginSessionRepository sessions, JdbcClient jdbc, LoginPolicy policy, Clock clock) {
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.policy = policy;
        this.clock = clock;
    }

    /** Registers a login; returns its id. */
    long begin(long personId, String address, String device) {
        return sessions.save(new LoginSession(personId, address, device, clock.instant()))
                .id();
    }

    /** Whether the session still runs; notes once a minute that it has been seen. */
    boolean seen(long id) {
        Instant now = clock.instant();
        Optional<Instant> last = jdbc.sql(
                        "select last_seen_at from identity_login_session where id = ? and ended_at is null")
                .param(id)
                .query((rs, row) -> rs.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .optional();
        if (last.isPresent() && last.get().plus(SEEN_STEP).isBefore(now)) {
            jdbc.sql("update identity_login_session set last_seen_at = ? where id = ? and ended_at is null")
                    .params(LocalDateTime.ofInstant(now, ZoneOffset.UTC), id)
                    .update();
        }
        return last.isPresent();
    }

    @Transactional(readOnly = true)
    List<SessionRef> running(long personId) {
        return sessions.running(personId, clock.instant().minus(policy.sessionIdle())).stream()
                .map(LoginSession::ref)
                .toList();
    }

    Optional<LoginSession> find(long id) {
        return sessions.findById(id);
    }

    void end(long id) {
        sessions.findById(id).ifPresent(session -> session.end(clock.instant()));
    }

    void endAll(long personId) {
        sessions.findByPersonIdAndEndedAtIsNull(personId).forEach(session -> session.end(clock.instant()));
    }

    /** Ends all sessions of the person but one, as after a change of password. */
    void endOthers(long personId, long keptId) {
        sessions.findByPersonIdAndEndedAtIsNull(personId).stream()
                .filter(session -> session.id() != keptId)
                .forEach(session -> session.end(clock.instant()));
    }
}
