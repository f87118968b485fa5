package org.bihuan.rectification;

import java.time.Instant;
import java.time.LocalDate;

/** One move of a due date. */
public record DueMoveView(LocalDate from, LocalDate to, String reason, long by, Instant at) {}
