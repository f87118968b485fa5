package org.bihuan.shared;

/**
 * The loser of a race between two people: somebody else acted first. Every optimistic-lock failure,
 * of Hibernate as of the engine, reaches the screens as this.
 */
public class AlreadyDone extends RuleViolation {

    public AlreadyDone(String key, Object... args) {
        super(key, args);
    }
}
