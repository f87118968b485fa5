package org.bihuan.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the three officers (三员) see of units and people; refuses others with {@link Forbidden}. */
@Service
@Transactional(readOnly = true)
public class PeopleOverview {

    /** Keeps MySQL from reading and sorting everybody for a page. */
    private static final String IN_ORDER = "/*+ ORDER_INDEX(p ix_identity_person_sort) */ ";

    /** Else a hash join now and then reads everybody to find the few of a unit. */
    private static final String BY_KEY = "/*+ JOIN_INDEX(p PRIMARY) */ ";

    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Substitutions substitutions;
    private final Clock clock;

    PeopleOverview(CurrentActor currentActor, JdbcClient jdbc, Substitutions substitutions, Clock clock) {
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.substitutions = substitutions;
        this.clock = clock;
    }

    /** A unit of the tree with the number of enabled people who hold a duty in it. */
    public record UnitLine(UnitRef unit, boolean active, int people) {}

    /** Which people to list: of one unit, or all where {@code unitId} is null; blank text finds everybody. */
    public record Filter(@Nullable Long unitId, String text) {}

    /** All units, inactive ones too, in the order of the tree; one statement. */
    public List<UnitLine> units() {
        officer();
        return jdbc.sql("select u.id, u.parent_id, u.kind, u.name, u.active, (select count(distinct h.person_id)"
                        + " from identity_post o join identity_post_holder h on h.post_id = o.id"
                        + " join identity_person p on p.id = h.person_id where o.unit_id = u.id and p.enabled = true)"
                        + " from identity_unit u order by u.sort_order, u.id")
                .query((rs, row) -> {
                    UnitRef unit = new UnitRef(
                            rs.getLong(1),
                            rs.getObject(2, Long.class),
                            UnitKind.valueOf(rs.getString(3)),
                            rs.getString(4));
                    return new UnitLine(unit, rs.getBoolean(5), rs.getInt(6));
                })
                .list();
    }

    /** A page of people in pinyin order, disabled ones too; two statements. */
    public List<PersonDetail> people(Filter filter, int offset, int limit) {
        officer();
        return details(
                hint(filter),
                where(filter) + " order by p.sort_key, p.id limit :limit offset :offset",
                Map.of(
                        "unit",
                        filter.unitId() == null ? 0L : filter.unitId(),
                        "text",
                        StoredDirectory.contains(filter.text()),
                        "login",
                        login(filter),
                        "limit",
                        limit,
                        "offset",
                        offset));
    }

    /** How many people {@link #people} finds altogether. */
    public int count(Filter filter) {
        officer();
        String hint = filter.unitId() == null ? "" : BY_KEY;
        return jdbc.sql("select " + hint + "count(*) from identity_person p" + where(filter))
                .param("unit", filter.unitId() == null ? 0L : filter.unitId())
                .param("text", StoredDirectory.contains(filter.text()))
                .param("login", login(filter))
                .query(Integer.class)
                .single();
    }

    /**
     * One person.
     *
     * @throws NotFound if there is none
     */
    public PersonDetail person(long personId) {
        officer();
        return details("", " where p.id = :id", Map.of("id", personId)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("person " + personId));
    }

    /** Running and coming substitutions that concern the person, on either side. */
    public List<SubstitutionRef> substitutions(long personId) {
        officer();
        return substitutions.of(personId);
    }

    private void officer() {
        if (currentActor.require().posts().stream()
                .noneMatch(post -> post.duty().isOfficer())) {
            throw new Forbidden("identity.needs.officer");
        }
    }

    private static String hint(Filter filter) {
        if (filter.unitId() != null) {
            return BY_KEY;
        }
        return filter.text().isBlank() ? IN_ORDER : "";
    }

    /** Logins are stored in small letters, whatever letters they are sought with. */
    private static String login(Filter filter) {
        return Person.normalised(StoredDirectory.contains(filter.text()));
    }

    private static String where(Filter filter) {
        String found = filter.text().isBlank()
                ? " where 1 = 1"
                : " where (p.display_name like :text escape '!' or p.login like :login escape '!')";
        String ofUnit = filter.unitId() == null
                ? ""
                : " and p.id in (select h.person_id from identity_post_holder h"
                        + " join identity_post o on o.id = h.post_id where o.unit_id = :unit)";
        return found + ofUnit;
    }

    private List<PersonDetail> details(String hint, String where, Map<String, ?> params) {
        Instant now = clock.instant();
        Map<Long, List<PostRef>> posts = new HashMap<>();
        List<PersonDetail> bare = jdbc.sql(
                        "select " + hint + "p.id, p.display_name, p.login, p.enabled, p.locked_until,"
                                + " p.last_login_at, p.password_changed_at from identity_person p" + where)
                .params(params)
                .query((rs, row) -> {
                    Instant locked = instant(rs.getObject(5, LocalDateTime.class));
                    return new PersonDetail(
                            StoredDirectory.person(rs, row),
                            List.of(),
                            rs.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                            locked != null && now.isBefore(locked) ? locked : null,
                            instant(rs.getObject(6, LocalDateTime.class)));
                })
                .list();
        if (bare.isEmpty()) {
            return bare;
        }
        jdbc.sql("select h.person_id, o.id, o.unit_id, o.duty from identity_post_holder h"
                        + " join identity_post o on o.id = h.post_id where h.person_id in (:ids) order by o.id")
                .param("ids", bare.stream().map(detail -> detail.person().id()).toList())
                .query(rs -> {
                    posts.computeIfAbsent(rs.getLong(1), id -> new ArrayList<>())
                            .add(new PostRef(rs.getLong(2), rs.getLong(3), Duty.valueOf(rs.getString(4))));
                });
        return bare.stream()
                .map(detail -> new PersonDetail(
                        detail.person(),
                        posts.getOrDefault(detail.person().id(), List.of()),
                        detail.passwordSince(),
                        detail.lockedUntil(),
                        detail.lastLoginAt()))
                .toList();
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime stored) {
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }
}
