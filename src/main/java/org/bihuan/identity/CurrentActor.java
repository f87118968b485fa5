package org.bihuan.identity;

/** Who acts in the current request. */
public interface CurrentActor {

    /** The actor; throws Spring Security's AccessDeniedException if nobody is logged in. */
    Actor require();
}
