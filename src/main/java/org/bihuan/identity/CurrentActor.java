package org.bihuan.identity;

import java.util.Optional;

/** Who acts in the current request. */
public interface CurrentActor {

    /** The actor; throws Spring Security's AccessDeniedException if nobody is logged in. */
    Actor require();

    /** The actor, or empty on the engine's own threads and before login. */
    Optional<Actor> find();
}
