package org.bihuan.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * Whether the person holds the duty in any unit, or substitutes today for somebody who does; nobody takes
     * over an officer's duty.
     */
    public boolean mayActAs(Duty duty) {
        return !postsFor(duty).isEmpty();
    }

    /** Ids of the posts by which the person may act in one of these duties, own and represented. */
    public Set<Long> postsFor(Duty... duties) {
        Set<Duty> asked = Set.of(duties);
        Stream<PostRef> taken = represents.stream()
                .flatMap(absent -> absent.posts().stream())
                .filter(post -> !post.duty().isOfficer());
        return Stream.concat(posts.stream(), taken)
                .filter(post -> asked.contains(post.duty()))
                .map(PostRef::id)
                .collect(Collectors.toUnmodifiableSet());
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
