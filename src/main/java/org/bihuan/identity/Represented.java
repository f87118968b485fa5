package org.bihuan.identity;

import java.time.LocalDate;
import java.util.List;

/** An absent person whom the actor substitutes today, until and including {@code until}. */
public record Represented(long personId, String name, List<PostRef> posts, LocalDate until) {}
