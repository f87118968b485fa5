package org.bihuan.findings;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What the source tells about its round; null where it does not say. */
public record FindingsHeader(
        List<String> titleLines,
        @Nullable LocalDate inspectedFrom,
        @Nullable LocalDate inspectedTo,
        @Nullable LocalDate feedbackOn,
        @Nullable String inspectionTeam) {

    public FindingsHeader {
        titleLines = List.copyOf(titleLines);
    }

    /** The year that 今年 means in the source, or null where it names no date of the round. */
    public @Nullable Integer year() {
        for (LocalDate date : new LocalDate[] {feedbackOn, inspectedTo, inspectedFrom}) {
            if (date != null) {
                return date.getYear();
            }
        }
        return null;
    }
}
