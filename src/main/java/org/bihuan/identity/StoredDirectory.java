package org.bihuan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.bihuan.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory out of the database. */
@Service
@Transactional(readOnly = true)
class StoredDirectory implements Directory {

    private static final String PERSON = "select p.id, p.display_name, p.login, p.enabled from identity_person p";
    private static final String IN_PINYIN_ORDER = " order by p.sort_key, p.id";
    private static final String UNIT = "select id, parent_id, kind, name from identity_unit";
    // The hint keeps MySQL from reading all persons first; it is a comment to others.
    private static final String HELD_POST = "select o.id, o.unit_id, o.duty from identity_post o"
            + " where exists (select /*+ NO_SEMIJOIN() */ 1 from identity_post_holder h"
            + " join identity_person p on p.id = h.person_id where h.post_id = o.id and p.enabled = true)";

    private final JdbcClient jdbc;
    private final RememberedOrganisation remembered;

    StoredDirectory(JdbcClient jdbc, RememberedOrganisation remembered) {
        this.jdbc = jdbc;
        this.remembered = remembered;
    }

    private record UnitQuestion(long unitId) {}

    private record PostQuestion(long unitId, Duty duty) {}

    @Override
    public PersonRef person(long id) {
        return jdbc.sql(PERSON + " where p.id = ?")
                .param(id)
                .query(StoredDirectory::person)
                .optional()
                .orElseThrow(() -> new NotFound("person " + id));
    }

    @Override
    public Map<Long, PersonRef> persons(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(PERSON + " where p.id in (:ids)")
                .param("ids", Set.copyOf(ids))
                .query(StoredDirectory::person)
                .list()
                .stream()
                .collect(Collectors.toMap(PersonRef::id, Function.identity()));
    }

    @Override
    public Optional<PersonRef> personByLogin(String login) {
        return jdbc.sql(PERSON + " where p.login = ?")
                .param(Person.normalised(login))
                .query(StoredDirectory::person)
                .optional();
    }

    @Override
    public UnitRef unit(long id) {
        return remembered
                .answer(new UnitQuestion(id), () -> jdbc.sql(UNIT + " where id = ?")
                        .param(id)
                        .query(StoredDirectory::unit)
                        .optional())
                .orElseThrow(() -> new NotFound("unit " + id));
    }

    @Override
    public List<UnitRef> units() {
        return jdbc.sql(UNIT + " where active = true order by sort_order, id")
                .query(StoredDirectory::unit)
                .list();
    }

    @Override
    public List<UnitRef> units(UnitKind kind) {
        return units().stream().filter(unit -> unit.kind() == kind).toList();
    }

    @Override
    public Optional<PostRef> post(long unitId, Duty duty) {
        return remembered.answer(
                new PostQuestion(unitId, duty), () -> jdbc.sql(HELD_POST + " and o.unit_id = ? and o.duty = ?")
                        .params(unitId, duty.name())
                        .query(StoredDirectory::post)
                        .optional());
    }

    @Override
    public List<PostRef> posts(Duty duty) {
        return remembered
                .answer(
                        duty,
                        () -> Optional.of(List.copyOf(jdbc.sql(HELD_POST + " and o.duty = ? order by o.id")
                                .param(duty.name())
                                .query(StoredDirectory::post)
                                .list())))
                .orElseThrow();
    }

    @Override
    public List<PersonRef> holders(long postId) {
        return jdbc.sql(PERSON + " join identity_post_holder h on h.person_id = p.id where h.post_id = ?"
                        + " and p.enabled = true" + IN_PINYIN_ORDER)
                .param(postId)
                .query(StoredDirectory::person)
                .list();
    }

    @Override
    public List<PersonRef> members(long unitId) {
        return jdbc.sql(PERSON + " where p.enabled = true and p.id in (select h.person_id from identity_post_holder h"
                        + " join identity_post o on o.id = h.post_id where o.unit_id = ?)" + IN_PINYIN_ORDER)
                .param(unitId)
                .query(StoredDirectory::person)
                .list();
    }

    @Override
    public List<PersonRef> searchPersons(String text, int limit) {
        String pattern = contains(text);
        return jdbc.sql(PERSON + " where p.enabled = true and (p.display_name like ? escape '!'"
                        + " or p.login like ? escape '!')" + IN_PINYIN_ORDER + " limit ?")
                .params(pattern, Person.normalised(pattern), limit)
                .query(StoredDirectory::person)
                .list();
    }

    @Override
    public boolean sharesUnit(long personA, long personB) {
        Set<Long> shared = new HashSet<>(unitsOf(personA));
        shared.retainAll(unitsOf(personB));
        return !shared.isEmpty();
    }

    @Override
    public Set<Long> unitsOf(long personId) {
        return new HashSet<>(jdbc.sql("select o.unit_id from identity_post_holder h"
                        + " join identity_post o on o.id = h.post_id where h.person_id = ?")
                .param(personId)
                .query(Long.class)
                .list());
    }

    @Override
    public Map<Long, Set<Long>> unitsOf(Collection<Long> personIds) {
        Map<Long, Set<Long>> units = new HashMap<>();
        if (!personIds.isEmpty()) {
            jdbc.sql("select h.person_id, o.unit_id from identity_post_holder h"
                            + " join identity_post o on o.id = h.post_id where h.person_id in (:ids)")
                    .param("ids", Set.copyOf(personIds))
                    .query(rs -> {
                        units.computeIfAbsent(rs.getLong(1), id -> new HashSet<>())
                                .add(rs.getLong(2));
                    });
        }
        return units;
    }

    /** A pattern for {@code like … escape '!'} in which the text stands for itself. */
    static String contains(String text) {
        String literal = text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + literal + "%";
    }

    static PersonRef person(ResultSet rs, int row) throws SQLException {
        return new PersonRef(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getBoolean(4));
    }

    private static PostRef post(ResultSet rs, int row) throws SQLException {
        return new PostRef(rs.getLong(1), rs.getLong(2), Duty.valueOf(rs.getString(3)));
    }

    private static UnitRef unit(ResultSet rs, int row) throws SQLException {
        return new UnitRef(
                rs.getLong(1), rs.getObject(2, Long.class), UnitKind.valueOf(rs.getString(3)), rs.getString(4));
    }
}
