package org.bihuan.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who acts: a person with their posts and those they represent; {@code origin} is an IP address or "system". */
public record Actor(long personId, String name, List<PostRef> posts, List<Represented> represents, String origin) {

    /** Whether the person holds the duty in any unit. */
    public boolean has(Duty duty) {
        return posts.stream().anyMatch(p -> p.duty() == duty);
    }

    /** Whether the person holds the duty in the unit. */
    public boolean has(Duty duty, long unitId) {
        return posts.stream().anyMatch(p -> p.duty() == duty && p.unitId() == unitId);
    }

    /** The units of the person's own posts. */
    public Set<Long> unitIds() {
        return posts.stream().map(PostRef::unitId).collect(Collectors.toUnmodifiableSet());
    }

    /** Ids under which work may be assigned to the actor: person and posts, own and represented. */
    public Set<Long> principals() {
        Set<Long> ids = new LinkedHashSet<>();
        ids.add(personId);
        posts.forEach(p -> ids.add(p.id()));
        for (Represented r : represents) {
            ids.add(r.personId());
            r.posts().forEach(p -> ids.add(p.id()));
        }
        return Set.copyOf(ids);
    }
}
