package org.bihuan.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks up persons, units and posts. */
public interface Directory {

    /** The person; NotFound if there is none. */
    PersonRef person(long id);

    Map<Long, PersonRef> persons(Collection<Long> ids);

    Optional<PersonRef> personByLogin(String login);

    /** The unit; NotFound if there is none. */
    UnitRef unit(long id);

    /** All active units in the order of the tree. */
    List<UnitRef> units();

    List<UnitRef> units(UnitKind kind);

    Optional<PostRef> post(long unitId, Duty duty);

    List<PostRef> posts(Duty duty);

    List<PersonRef> holders(long postId);

    List<PersonRef> members(long unitId);

    List<PersonRef> searchPersons(String text, int limit);

    boolean sharesUnit(long personA, long personB);

    Set<Long> unitsOf(long personId);
}
