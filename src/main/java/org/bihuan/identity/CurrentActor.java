package org.bihuan.identity;

import java.util.Optional;

import org.springframework.security.access.AccessDeniedException;

/** Who acts in the current request. */
public interface CurrentActor {

    /**
     * The actor.
     *
     * @throws AccessDeniedException if nobody is logged in, or the person has been disabled or has a
     *     password to change first
     */
    Actor require();

    /** The actor, or empty where {@link #require()} would refuse: engine threads, before login. */
    default Optional<Actor> find() {
        try {
            return Optional.of(require());
        } catch (AccessDeniedException e) {
            return Optional.empty();
        }
    }
}
