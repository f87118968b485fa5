package org.bihuan.identity;

import java.time.Instant;

/** A running login: address and kind of browser as they were when it began. */
public record SessionRef(
        long id, long personId, String address, String device, Instant createdAt, Instant lastSeenAt) {}
