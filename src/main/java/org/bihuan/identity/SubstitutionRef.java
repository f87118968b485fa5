package org.bihuan.identity;

import java.time.LocalDate;

/** A substitution, first and last day included. */
public record SubstitutionRef(
        long id, PersonRef absent, PersonRef substitute, LocalDate from, LocalDate to, String reason) {}
