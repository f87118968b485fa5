package org.bihuan.rectification;

import java.time.LocalDate;

import org.bihuan.shared.CaseNumber;

/** What the rectification plan says of one measure: standard of closure, kind, date and who does it. */
public record MeasurePlan(
        CaseNumber measure,
        String standard,
        MeasureKind kind,
        LocalDate due,
        long responsibleUnit,
        long personResponsible) {

    /** The same with another date. */
    MeasurePlan on(LocalDate day) {
        return new MeasurePlan(measure, standard, kind, day, responsibleUnit, personResponsible);
    }
}
