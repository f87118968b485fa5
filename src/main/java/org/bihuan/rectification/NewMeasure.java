package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import org.bihuan.evidence.EvidenceKind;
import org.jspecify.annotations.Nullable;

/**
 * A measure to be added to a problem.
 *
 * @param heading short name of the measure, one sentence
 * @param content full text
 * @param standard standard of closure (销号标准), or null until the plan names it
 * @param evidence kinds of evidence required before verification besides those of the class
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

    /** The same with its settled date, and with the evidence of its class besides what is asked for. */
    NewMeasure settled(LocalDate day, Set<EvidenceKind> ofClass) {
        Set<EvidenceKind> all = new HashSet<>(evidence);
        all.addAll(ofClass);
        return new NewMeasure(heading, content, standard, kind, all, day, responsibleUnit, personResponsible);
    }
}
