package org.bihuan.worklist;

import java.time.Instant;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;

/** A request for close-out on which the leading group has decided. */
public record DecidedClosure(CaseNumber number, String by, Instant at) {

    /** When, as people read it. */
    public String time() {
        return Dates.time(at);
    }
}
