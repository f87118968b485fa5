package org.bihuan.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Implemented by who knows people: who may read the whole trail, and what those it tells of are called. */
public interface TrailReaders {

    /**
     * Lets the audit admin pass.
     *
     * @throws org.bihuan.shared.Forbidden for anybody else
     */
    void require();

    /** A page of people whose name or login contains {@code text}, those with a disabled account too. */
    List<Reference> people(String text, int offset, int limit);

    /** The names of those of these streams that are of a person or a unit, by stream. */
    Map<String, String> names(Collection<String> streams);

    /** A person to choose by: actor id of their entries, name, and login. */
    record Reference(long id, String name, String login) {}
}
