package org.bihuan.rectification;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for a problem or a measure (domain.md section 5): lead official, lead unit,
 * responsible unit, person responsible, supporting units. Nulls mean "not yet named".
 */
public record Responsibility(
        @Nullable Long leadOfficial,
        @Nullable Long leadUnit,
        @Nullable Long responsibleUnit,
        @Nullable Long personResponsible,
        Set<Long> supportingUnits) {

    public Responsibility {
        supportingUnits = Set.copyOf(supportingUnits);
    }

    /** The same, with what {@code part} names in place; what it leaves open stays. */
    Responsibility with(Responsibility part) {
        return new Responsibility(
                part.leadOfficial == null ? leadOfficial : part.leadOfficial,
                part.leadUnit == null ? leadUnit : part.leadUnit,
                part.responsibleUnit == null ? responsibleUnit : part.responsibleUnit,
                part.personResponsible == null ? personResponsible : part.personResponsible,
                part.supportingUnits.isEmpty() ? supportingUnits : part.supportingUnits);
    }
}
