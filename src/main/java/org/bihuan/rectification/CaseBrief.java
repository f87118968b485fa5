package org.bihuan.rectification;

import java.time.LocalDate;

import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/**
 * The few facts of a case that a line of a list shows.
 *
 * @param title the problem's title
 * @param heading the measure's heading, or null for a problem
 */
public record CaseBrief(
        String title,
        @Nullable String heading,
        @Nullable Long unitId,
        @Nullable String unitName,
        LocalDate due,
        Level level) {}
