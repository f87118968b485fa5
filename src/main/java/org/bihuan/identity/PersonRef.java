package org.bihuan.identity;

/** A person as other modules name one. */
public record PersonRef(long id, String name, String login, boolean enabled) {}
