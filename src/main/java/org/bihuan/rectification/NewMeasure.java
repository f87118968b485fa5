package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.Set;

import org.bihuan.evidence.EvidenceKind;
import org.jspecify.annotations.Nullable;

/**
 * A measure to be added to a problem.
 *
 * @param heading short name of the measure, one sentence
 * @param content full text
 * @param standard standard of closure (销号标准), or null until the plan names it
 * @param evidence kinds of evidence that the class of the measure requires before verification
 */
public record NewMeasure(
        String heading,
        String content,
        @Nullable String standard,
        MeasureKind kind,
        Set<EvidenceKind> evidence,
        LocalDate due,
        @Nullable Long responsibleUnit,
        @Nullable Long personResponsible) {

    public NewMeasure {
        evidence = Set.copyOf(evidence);
    }

    NewMeasure dueOn(LocalDate day) {
        return new NewMeasure(heading, content, standard, kind, evidence, day, responsibleUnit, personResponsible);
    }
}
