package org.bihuan.audit;

import java.util.List;

/** Some entries, newest first, and whether older ones follow. */
public record TrailPage(List<TrailEntry> entries, boolean more) {

    public TrailPage {
        entries = List.copyOf(entries);
    }
}
