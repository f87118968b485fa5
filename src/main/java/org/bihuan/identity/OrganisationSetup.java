package org.bihuan.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets up an organisation on an empty database: units, people and their duties. */
@Service
public class OrganisationSetup {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;

    OrganisationSetup(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    /** A unit under its parent, by keys of the caller's own. */
    public record SetupUnit(String key, @Nullable String parentKey, UnitKind kind, String name) {}

    /** A duty in a unit. */
    public record SetupDuty(String unitKey, Duty duty) {}

    /** A person with their duties. */
    public record SetupPerson(String login, String name, List<SetupDuty> duties) {

        public SetupPerson {
            duties = List.copyOf(duties);
        }
    }

    /** What was made: ids by the caller's keys and logins. */
    public record Made(Map<String, Long> units, Map<String, Long> persons) {

        public Made {
            units = Map.copyOf(units);
            persons = Map.copyOf(persons);
        }
    }

    /** Whether nobody is there yet. */
    @Transactional(readOnly = true)
    public boolean empty() {
        return jdbc.sql("select count(*) from identity_person").query(Long.class).single() == 0;
    }

    /** Creates everything; all persons get the same first password, which is hashed once. */
    @Transactional
    public Made create(List<SetupUnit> units, List<SetupPerson> persons, String password, boolean mustChange) {
        Map<String, Long> unitIds = new HashMap<>();
        int order = 0;
        for (SetupUnit unit : units) {
            long id = Ids.next();
            unitIds.put(unit.key(), id);
            jdbc.sql("insert into identity_unit (id, parent_id, kind, name, sort_order, active, version)"
                            + " values (?, ?, ?, ?, ?, true, 0)")
                    .params(
                            id,
                            unit.parentKey() == null ? null : unitIds.get(unit.parentKey()),
                            unit.kind().name(),
                            unit.name(),
                            order++)
                    .update();
        }
        String hash = passwords.encode(password);
        Map<String, Long> personIds = new HashMap<>();
        Map<SetupDuty, Long> posts = new HashMap<>();
        for (SetupPerson person : persons) {
            long id = Ids.next();
            personIds.put(person.login(), id);
            jdbc.sql("insert into identity_person (id, login, display_name, password_hash, must_change, enabled,"
                            + " failed_attempts, version) values (?, ?, ?, ?, ?, true, 0, 0)")
                    .params(id, person.login(), person.name(), hash, mustChange)
                    .update();
            for (SetupDuty duty : person.duties()) {
                long post = posts.computeIfAbsent(duty, wanted -> createPost(unitIds, wanted));
                jdbc.sql("insert into identity_post_holder (post_id, person_id) values (?, ?)")
                        .params(post, id)
                        .update();
            }
        }
        return new Made(unitIds, personIds);
    }

    private long createPost(Map<String, Long> units, SetupDuty duty) {
        long id = Ids.next();
        jdbc.sql("insert into identity_post (id, unit_id, duty) values (?, ?, ?)")
                .params(id, units.get(duty.unitKey()), duty.duty().name())
                .update();
        return id;
    }
}
