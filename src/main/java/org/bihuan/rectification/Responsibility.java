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

    /**
     * The same, with what {@code part} names in place; what it leaves open stays. The responsible unit leads
     * where no other unit has been named to lead.
     */
    Responsibility with(Responsibility part) {
        Long unit = part.responsibleUnit == null ? responsibleUnit : part.responsibleUnit;
        Long led = leadUnit == null || leadUnit.equals(responsibleUnit) ? unit : leadUnit;
        return new Responsibility(
                part.leadOfficial == null ? leadOfficial : part.leadOfficial,
                part.leadUnit == null ? led : part.leadUnit,
                unit,
                part.personResponsible == null ? personResponsible : part.personResponsible,
                part.supportingUnits.isEmpty() ? supportingUnits : part.supportingUnits);
    }
}
