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
}
