package org.bihuan.worklist;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bihuan.identity.Actor;
import org.bihuan.identity.Duty;
import org.bihuan.identity.PostRef;
import org.bihuan.identity.Represented;

/**
 * Closures that stand before a post, but not before the person who holds it: who did the work, reviewed or
 * verified it does not approve it. Who is barred stands in the read model from when the step opens.
 */
final class Barred {

    static final Set<Duty> APPROVERS = Set.of(Duty.APPROVER_HEAD, Duty.APPROVER_DEPUTY);

    private Barred() {}

    /** For each approver's post of the caller those whose part in a case keeps them from deciding by it. */
    static Map<Long, List<Long>> byPost(Actor actor) {
        Map<Long, List<Long>> hands = new HashMap<>();
        for (Represented absent : actor.represents()) {
            approving(absent.posts())
                    .forEach(post -> hands.put(post.id(), List.of(actor.personId(), absent.personId())));
        }
        approving(actor.posts()).forEach(post -> hands.put(post.id(), List.of(actor.personId())));
        return hands;
    }

    /** Those whose part in a case keeps the caller from approving: themselves, and whom they stand in for where they hold no such post. */
    static List<Long> hands(Actor actor) {
        if (!approving(actor.posts()).isEmpty()) {
            return List.of(actor.personId());
        }
        return actor.represents().stream()
                .filter(absent -> !approving(absent.posts()).isEmpty())
                .findFirst()
                .map(absent -> List.of(actor.personId(), absent.personId()))
                .orElseGet(() -> List.of(actor.personId()));
    }

    private static List<PostRef> approving(Collection<PostRef> posts) {
        return posts.stream().filter(post -> APPROVERS.contains(post.duty())).toList();
    }

    /**
     * The condition that nobody of {@code hands} is barred from an item; takes them as arguments. A count and
     * no "not exists", which MySQL may turn into a join that reads the whole table.
     */
    static String none(String item, Collection<Long> hands) {
        return "(select count(*) from work_barred b where b.item_id = " + item + " and b.person_id in ("
                + String.join(",", Collections.nCopies(hands.size(), "?")) + ")) = 0";
    }
}
