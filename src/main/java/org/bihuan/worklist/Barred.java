package org.bihuan.worklist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.identity.Actor;
import org.bihuan.identity.Duty;
import org.bihuan.identity.PostRef;
import org.bihuan.identity.Represented;
import org.jspecify.annotations.Nullable;

/**
 * Steps that stand before a post, but not before the person who holds it: who did the work does not verify it,
 * who verified it does not close it. Whom the rules bar, people and units, stands in the rows of the read model
 * themselves, from when the step opens: no list needs another look-up for it, and no step another statement.
 */
final class Barred {

    static final Set<Duty> APPROVERS = Set.of(Duty.APPROVER_HEAD, Duty.APPROVER_DEPUTY);

    private Barred() {}

    /** What the column holds: the ids between commas, or null for nobody. */
    static @Nullable String column(Set<Long> ids) {
        return ids.isEmpty()
                ? null
                : ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(",", ",", ","));
    }

    /** For each post of the caller the people and units whose part in a case keeps them from judging it by that post. */
    static Map<Long, List<Long>> byPost(Actor actor) {
        Map<Long, List<Long>> hands = new HashMap<>();
        List<Long> own = own(actor);
        actor.posts().forEach(post -> hands.put(post.id(), own));
        for (Represented absent : actor.represents()) {
            absent.posts().forEach(post -> hands.putIfAbsent(post.id(), with(own, absent)));
        }
        return hands;
    }

    /** As {@link #byPost} for whichever post lets the caller approve. */
    static List<Long> approving(Actor actor) {
        List<Long> own = own(actor);
        if (approves(actor.posts())) {
            return own;
        }
        return actor.represents().stream()
                .filter(absent -> approves(absent.posts()))
                .findFirst()
                .map(absent -> with(own, absent))
                .orElse(own);
    }

    private static boolean approves(Collection<PostRef> posts) {
        return posts.stream().anyMatch(post -> APPROVERS.contains(post.duty()));
    }

    private static List<Long> own(Actor actor) {
        List<Long> hands = new ArrayList<>(actor.unitIds());
        hands.add(actor.personId());
        return hands;
    }

    private static List<Long> with(List<Long> own, Represented absent) {
        List<Long> hands = new ArrayList<>(own);
        hands.add(absent.personId());
        absent.posts().stream().map(PostRef::unitId).forEach(hands::add);
        return hands.stream().distinct().toList();
    }

    /** The condition that none of {@code hands} is barred by a column; takes {@link #patterns} as arguments. */
    static String none(String column, Collection<Long> hands) {
        return "(" + column + " is null or ("
                + String.join(" and ", Collections.nCopies(hands.size(), column + " not like ?")) + "))";
    }

    static List<String> patterns(Collection<Long> hands) {
        return hands.stream().map(id -> "%," + id + ",%").toList();
    }
}
