package org.bihuan.rectification;

import java.util.Set;

import org.bihuan.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for one measure. Where neither unit nor person is given it follows its problem, as every
 * measure does by default.
 *
 * @param supportingUnits its own supporting units; none means those of the problem
 */
public record MeasureResponsibility(
        CaseNumber measure, @Nullable Long unit, @Nullable Long person, Set<Long> supportingUnits) {

    public MeasureResponsibility {
        supportingUnits = Set.copyOf(supportingUnits);
    }

    boolean follows() {
        return unit == null && person == null;
    }
}
