package org.bihuan.identity;

import java.time.LocalDate;
import java.util.List;

/**
 * An absent person whom the actor substitutes today, up to and including {@code until}; {@code
 * posts} leaves out the three officers' duties, which nobody takes over.
 */
public record Represented(long personId, String name, List<PostRef> posts, LocalDate until) {

    public Represented {
        posts = List.copyOf(posts);
    }

    Represented with(List<PostRef> held) {
        return new Represented(personId, name, held, until);
    }
}
