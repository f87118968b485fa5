package org.bihuan.identity;

import java.util.Optional;

/** Who acts in the current request. */
public interface CurrentActor {

    /**
     * The actor.
     *
     * @throws org.springframework.security.access.AccessDeniedException if nobody is logged in, or the
     *     person has been disabled or has a password to change first
     */
    Actor require();

    /** The actor, or empty where {@link #require()} would refuse: engine threads, before login. */
    Optional<Actor> find();
}
