package org.bihuan.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds who logs in, and locks an account after repeated failures. */
@Service
class Logins implements UserDetailsService {

    private static final int ATTEMPTS = 5;
    private static final int LOCK_MINUTES = 15;

    private final JdbcClient jdbc;
    private final Clock clock;

    Logins(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String login) {
        return jdbc.sql("select id, login, password_hash, enabled, locked_until from identity_person where login = ?")
                .param(login)
                .query((rs, row) -> {
                    Timestamp locked = rs.getTimestamp(5);
                    boolean notLocked = locked == null || locked.toInstant().isBefore(clock.instant());
                    return new LoggedIn(
                            rs.getLong(1),
                            rs.getString(2),
                            rs.getString(3),
                            rs.getBoolean(4),
                            notLocked,
                            duties(rs.getLong(1)));
                })
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }

    private List<Duty> duties(long person) {
        return jdbc.sql("select distinct o.duty from identity_post_holder h join identity_post o on o.id = h.post_id"
                        + " where h.person_id = ?")
                .param(person)
                .query(String.class)
                .list()
                .stream()
                .map(Duty::valueOf)
                .toList();
    }

    @EventListener
    @Transactional
    void on(AuthenticationFailureBadCredentialsEvent event) {
        jdbc.sql("update identity_person set failed_attempts = failed_attempts + 1, locked_until ="
                        + " case when failed_attempts + 1 >= ? then ? else locked_until end where login = ?")
                .params(
                        ATTEMPTS,
                        Timestamp.from(clock.instant().plusSeconds(60L * LOCK_MINUTES)),
                        event.getAuthentication().getName())
                .update();
    }

    @EventListener
    @Transactional
    void on(AuthenticationSuccessEvent event) {
        jdbc.sql("update identity_person set failed_attempts = 0, locked_until = null where login = ? and failed_attempts > 0")
                .param(event.getAuthentication().getName())
                .update();
    }
}
