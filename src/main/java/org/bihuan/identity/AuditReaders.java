package org.bihuan.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.bihuan.audit.TrailReaders;
import org.bihuan.shared.Forbidden;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The trail is for the audit admin alone; nobody takes over an officer's duty. */
@Component
@Transactional(readOnly = true)
class AuditReaders implements TrailReaders {

    private static final String PERSON = "person:";
    private static final String UNIT = "unit:";

    private final CurrentActor currentActor;
    private final Directory directory;
    private final PeopleOverview people;
    private final JdbcClient jdbc;

    AuditReaders(CurrentActor currentActor, Directory directory, PeopleOverview people, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.directory = directory;
        this.people = people;
        this.jdbc = jdbc;
    }

    @Override
    public void require() {
        if (!currentActor.require().has(Duty.AUDIT_ADMIN)) {
            throw new Forbidden("identity.needs.AUDIT_ADMIN");
        }
    }

    @Override
    public List<Reference> people(String text, int offset, int limit) {
        return people.people(new PeopleOverview.Filter(null, text), offset, limit).stream()
                .map(PersonDetail::person)
                .map(person -> new Reference(person.id(), person.name(), person.login()))
                .toList();
    }

    @Override
    public Map<String, String> names(Collection<String> streams) {
        Map<String, String> names = new HashMap<>();
        directory.persons(ids(streams, PERSON)).forEach((id, person) -> names.put(PERSON + id, person.name()));
        Set<Long> units = ids(streams, UNIT);
        if (!units.isEmpty()) {
            jdbc.sql("select id, name from identity_unit where id in (:ids)")
                    .param("ids", units)
                    .query(rs -> {
                        names.put(UNIT + rs.getLong(1), rs.getString(2));
                    });
        }
        return names;
    }

    private static Set<Long> ids(Collection<String> streams, String prefix) {
        Predicate<String> ofThese = stream -> stream.matches(prefix + "\\d{1,18}");
        return streams.stream()
                .filter(ofThese)
                .map(stream -> Long.valueOf(stream.substring(prefix.length())))
                .collect(Collectors.toSet());
    }
}
