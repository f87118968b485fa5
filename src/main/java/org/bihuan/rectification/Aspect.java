package org.bihuan.rectification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.bihuan.shared.Ids;

/** An aspect (方面) of a round: the heading under which problems stand. */
@Entity
@Table(name = "rect_aspect")
class Aspect {

    @Id
    private long id;

    private long roundId;
    private int ordinal;
    private String title;

    @SuppressWarnings("NullAway.Init")
    protected Aspect() {}

    Aspect(long roundId, int ordinal, String title) {
        this.id = Ids.next();
        this.roundId = roundId;
        this.ordinal = ordinal;
        this.title = title;
    }

    long id() {
        return id;
    }

    long roundId() {
        return roundId;
    }

    int ordinal() {
        return ordinal;
    }

    String title() {
        return title;
    }
}
