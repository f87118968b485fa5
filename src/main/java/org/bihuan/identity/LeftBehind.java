package org.bihuan.identity;

import java.util.List;

/**
 * What a person would leave behind, were their account disabled now.
 *
 * @param own what a successor takes over
 * @param waiting posts that somebody else must be given first
 */
public record LeftBehind(OpenWork.Own own, List<OpenWork.Waiting> waiting) {

    public LeftBehind {
        waiting = List.copyOf(waiting);
    }
}
