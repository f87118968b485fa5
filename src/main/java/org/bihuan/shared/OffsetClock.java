package org.bihuan.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The system's clock, which the demo set-up moves back while it tells what happened so far. */
public final class OffsetClock extends Clock {

    private final Clock base;
    private volatile Duration offset = Duration.ZERO;

    public OffsetClock(Clock base) {
        this.base = base;
    }

    /** Sets how far this clock runs ahead of the base clock; negative is behind. */
    public void offset(Duration by) {
        this.offset = by;
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return base.withZone(zone);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }
}
