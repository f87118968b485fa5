package org.bihuan.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.bihuan.shared.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a request needs to know about who is logged in, remembered while the organisation stays as it is. */
@Component
class Accounts {

    private final JdbcClient jdbc;
    private final OrganisationRevision revision;
    private final Clock clock;
    private final PasswordPolicy passwords;
    private volatile Remembered remembered = new Remembered(-1, LocalDate.MIN, Map.of());

    Accounts(JdbcClient jdbc, OrganisationRevision revision, Clock clock, PasswordPolicy passwords) {
        this.jdbc = jdbc;
        this.revision = revision;
        this.clock = clock;
        this.passwords = passwords;
    }

    /** A person's account with posts and whom they represent today. */
    record Account(
            long personId,
            String name,
            boolean enabled,
            boolean mustChange,
            Instant passwordChangedAt,
            List<PostRef> posts,
            List<Represented> represents) {

        Actor actor(String origin) {
            return new Actor(personId, name, posts, represents, origin);
        }
    }

    private record Remembered(long revision, LocalDate day, Map<Long, Account> accounts) {}

    /** The account, or empty for an unknown person; usually without a statement. */
    Optional<Account> account(long personId) {
        LocalDate today = Dates.day(clock.instant());
        if (revision.changedHere()) {
            return load(personId, today);
        }
        long now = revision.current();
        Remembered known = remembered;
        if (known.revision() != now || !known.day().equals(today)) {
            known = new Remembered(now, today, new ConcurrentHashMap<>());
            remembered = known;
        }
        Account account = known.accounts().get(personId);
        if (account == null) {
            Optional<Account> loaded = load(personId, today);
            if (loaded.isPresent()) {
                known.accounts().put(personId, loaded.get());
            }
            return loaded;
        }
        return Optional.of(account);
    }

    /** Whether the person must choose a new password before anything else. */
    boolean mustChangePassword(Account account) {
        return account.mustChange() || passwords.outdated(account.passwordChangedAt(), clock.instant());
    }

    /** One query after the other: a query within another's rows would hold two connections at once. */
    private Optional<Account> load(long personId, LocalDate today) {
        List<PostRef> posts = posts(personId);
        List<Represented> represents = represents(personId, today);
        return jdbc.sql("select display_name, enabled, must_change_password, password_changed_at"
                        + " from identity_person where id = ?")
                .param(personId)
                .query((rs, row) -> new Account(
                        personId,
                        rs.getString(1),
                        rs.getBoolean(2),
                        rs.getBoolean(3),
                        rs.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        posts,
                        represents))
                .optional();
    }

    private List<Represented> represents(long personId, LocalDate today) {
        List<Represented> absent = jdbc.sql("select p.id, p.display_name, s.to_date from identity_substitution s"
                        + " join identity_person p on p.id = s.absent_id"
                        + " where s.substitute_id = ? and s.from_date <= ? and s.to_date >= ?"
                        + " and p.enabled = true order by p.sort_key, p.id")
                .params(personId, today, today)
                .query((rs, row) ->
                        new Represented(rs.getLong(1), rs.getString(2), List.of(), rs.getObject(3, LocalDate.class)))
                .list();
        return absent.stream()
                .map(person -> person.with(posts(person.personId()).stream()
                        .filter(post -> !post.duty().isOfficer())
                        .toList()))
                .toList();
    }

    private List<PostRef> posts(long personId) {
        return jdbc.sql("select o.id, o.unit_id, o.duty from identity_post_holder h"
                        + " join identity_post o on o.id = h.post_id join identity_unit u on u.id = o.unit_id"
                        + " where h.person_id = ? and u.active = true order by u.sort_order, o.id")
                .param(personId)
                .query((rs, row) -> new PostRef(rs.getLong(1), rs.getLong(2), Duty.valueOf(rs.getString(3))))
                .list();
    }
}
