package org.bihuan.rectification;

import java.util.Set;

import org.bihuan.identity.Actor;
import org.bihuan.identity.Duty;
import org.bihuan.identity.Represented;
import org.jspecify.annotations.Nullable;

/**
 * Whose hands do an act: the person, and the absent person for whom they act as substitute. For the
 * separation of duties both count. Whom they might act for in another duty does not (ADR 19).
 *
 * @param by the person who acts
 * @param onBehalfOf the absent person, or null
 * @param units units in which either of them holds a duty
 */
record Hands(
        long by,
        String name,
        @Nullable Long onBehalfOf,
        @Nullable String onBehalfOfName,
        Set<Long> units) {

    Hands {
        units = Set.copyOf(units);
    }

    /** The hands by which the actor may act in one of these duties. */
    static Hands as(Actor actor, Duty... duties) {
        return of(actor, actor.postsFor(duties));
    }

    /** The actor's own hands where one of {@code entitled} is theirs, else those of whom they substitute. */
    static Hands of(Actor actor, Set<Long> entitled) {
        if (entitled.contains(actor.personId())
                || actor.posts().stream().anyMatch(post -> entitled.contains(post.id()))) {
            return own(actor);
        }
        for (Represented absent : actor.represents()) {
            if (entitled.contains(absent.personId())
                    || absent.posts().stream().anyMatch(post -> entitled.contains(post.id()))) {
                Set<Long> units = new java.util.HashSet<>(actor.unitIds());
                absent.posts().forEach(post -> units.add(post.unitId()));
                return new Hands(actor.personId(), actor.name(), absent.personId(), absent.name(), units);
            }
        }
        return own(actor);
    }

    private static Hands own(Actor actor) {
        return new Hands(actor.personId(), actor.name(), null, null, actor.unitIds());
    }

    boolean touch(@Nullable Long person) {
        return person != null && (person == by || person.equals(onBehalfOf));
    }

    boolean touch(Set<Long> people) {
        return people.contains(by) || (onBehalfOf != null && people.contains(onBehalfOf));
    }

    boolean touch(@Nullable Signature signature) {
        return signature != null && (touch(signature.by()) || touch(signature.onBehalfOf()));
    }

    /** Whether one of them holds a duty in this unit. */
    boolean belongTo(@Nullable Long unit) {
        return unit != null && units.contains(unit);
    }
}
