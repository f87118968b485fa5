package org.bihuan.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is who, for every module; reads only. Lists of people are in pinyin order, lists of units in
 * the order of the tree. {@code holders}, {@code members} and {@code searchPersons} leave out
 * disabled people, lists of units leave out inactive units; a look-up by id finds both.
 */
public interface Directory {

    /**
     * The person with this id.
     *
     * @throws org.bihuan.shared.NotFound if there is none
     */
    PersonRef person(long id);

    /** The people with these ids, by id; unknown ids are missing from the answer. One statement. */
    Map<Long, PersonRef> persons(Collection<Long> ids);

    /** The person who logs in under this name, whatever its case. */
    Optional<PersonRef> personByLogin(String login);

    /**
     * The unit with this id.
     *
     * @throws org.bihuan.shared.NotFound if there is none
     */
    UnitRef unit(long id);

    List<UnitRef> units();

    List<UnitRef> units(UnitKind kind);

    /** The post of this duty in the unit; empty until somebody has been given it for the first time. */
    Optional<PostRef> post(long unitId, Duty duty);

    List<PostRef> posts(Duty duty);

    List<PersonRef> holders(long postId);

    /** People who hold any duty in the unit. */
    List<PersonRef> members(long unitId);

    /** At most {@code limit} people whose name or login contains {@code text}; blank finds everybody. */
    List<PersonRef> searchPersons(String text, int limit);

    /** Whether both people hold a duty in one and the same unit. */
    boolean sharesUnit(long personA, long personB);

    /** Units in which the person holds a duty. */
    Set<Long> unitsOf(long personId);

    /** The same of several, by person; people without a duty are missing from the answer. One statement. */
    Map<Long, Set<Long>> unitsOf(Collection<Long> personIds);
}
