package org.bihuan.rectification;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/** The last return: why, by whom, when; shown on top of the page until the work is handed in again. */
@Embeddable
class ReturnNote {

    @Column(name = "return_reason")
    private @Nullable String reason;

    @Column(name = "returned_by")
    private @Nullable String by;

    @Column(name = "returned_at")
    private @Nullable Instant at;

    protected ReturnNote() {}

    ReturnNote(String reason, String by, Instant at) {
        this.reason = reason;
        this.by = by;
        this.at = at;
    }

    /** As screens see it; null where nothing was returned. */
    static @Nullable ReturnView view(@Nullable ReturnNote note) {
        return note == null || note.reason == null
                ? null
                : new ReturnView(note.reason, String.valueOf(note.by), note.at);
    }
}
