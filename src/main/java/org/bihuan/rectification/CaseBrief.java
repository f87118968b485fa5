package org.bihuan.rectification;

import java.time.LocalDate;

import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/** The few facts of a case that a line of a list shows. */
public record CaseBrief(
        String title, @Nullable Long unitId, @Nullable String unitName, LocalDate due, Level level) {}
