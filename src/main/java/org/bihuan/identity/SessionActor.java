package org.bihuan.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** The actor of the current security context; duties are read anew every few seconds. */
@Component
class SessionActor implements CurrentActor {

    private static final int FRESH_SECONDS = 5;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    SessionActor(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Known(Actor actor, Instant at) {}

    @Override
    public Actor require() {
        return find().orElseThrow(() -> new AccessDeniedException("nobody is logged in"));
    }

    @Override
    public Optional<Actor> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof LoggedIn user)) {
            return Optional.empty();
        }
        String origin = authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "local";
        Known found = known.compute(
                user.personId(),
                (id, before) -> before != null && before.at().plusSeconds(FRESH_SECONDS).isAfter(clock.instant())
                        ? before
                        : new Known(load(id, origin), clock.instant()));
        Actor actor = found.actor();
        return Optional.of(
                actor.origin().equals(origin)
                        ? actor
                        : new Actor(actor.personId(), actor.name(), actor.posts(), actor.represents(), origin));
    }

    private Actor load(long personId, String origin) {
        String name = jdbc.sql("select display_name from identity_person where id = ? and enabled = true")
                .param(personId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new AccessDeniedException("disabled"));
        List<Represented> represents = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("select p.id, p.display_name, s.to_day from identity_substitution s join identity_person p on p.id = s.absent"
                        + " where s.substitute = ? and s.from_day <= ? and s.to_day >= ?")
                .params(personId, today, today)
                .query(rs -> {
                    represents.add(new Represented(
                            rs.getLong(1), rs.getString(2), posts(rs.getLong(1)), rs.getObject(3, LocalDate.class)));
                });
        return new Actor(personId, name, posts(personId), represents, origin);
    }

    private List<PostRef> posts(long person) {
        return jdbc.sql("select o.id, o.unit_id, o.duty from identity_post_holder h join identity_post o on o.id = h.post_id"
                        + " where h.person_id = ? order by o.id")
                .param(person)
                .query(StoredDirectory::post)
                .list();
    }
}
