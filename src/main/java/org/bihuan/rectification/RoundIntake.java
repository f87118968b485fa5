package org.bihuan.rectification;

import java.util.ArrayList;
import java.util.List;

import org.bihuan.findings.AspectDraft;
import org.bihuan.findings.FindingsDraft;
import org.bihuan.findings.MeasureDraft;
import org.bihuan.findings.OrganisationDraft;
import org.bihuan.findings.ProblemDraft;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what stands in a draft under its round, in the caller's transaction. */
@Component
@EnableConfigurationProperties(EvidenceRule.class)
@Transactional(propagation = Propagation.MANDATORY)
class RoundIntake {

    private static final int HEADING_LIMIT = MeasureDraft.LONGEST_HEADING;

    private final Aggregates aggregates;
    private final EvidenceRule evidence;
    private final SourceFacts facts;

    RoundIntake(Aggregates aggregates, EvidenceRule evidence, SourceFacts facts) {
        this.aggregates = aggregates;
        this.evidence = evidence;
        this.facts = facts;
    }

    void store(Round round, FindingsDraft findings) {
        int aspectNo = 0;
        int problemNo = 0;
        for (AspectDraft aspectDraft : findings.aspects()) {
            if (aspectDraft.problems().isEmpty()) {
                continue;
            }
            Aspect aspect = new Aspect(round.id(), ++aspectNo, aspectDraft.title());
            aggregates.save(aspect);
            for (ProblemDraft problemDraft : aspectDraft.problems()) {
                problem(round, aspect, ++problemNo, problemDraft);
            }
        }
        OrganisationDraft organisation = findings.organisation();
        facts.store(round.id(), null, organisation.quantities(), organisation.growthRates(), organisation.documents());
    }

    private void problem(Round round, Aspect aspect, int ordinal, ProblemDraft draft) {
        // Notes of the source (cause, unit, deadline) are kept beside what was found: nothing of it is lost.
        List<String> besides = new ArrayList<>(draft.manifestations());
        besides.addAll(draft.notes());
        Problem problem = new Problem(
                round, aspect, ordinal, draft.title(), besides.isEmpty() ? null : String.join("\n", besides));
        aggregates.save(problem);
        int measureNo = 0;
        for (MeasureDraft measureDraft : draft.measures()) {
            Measure measure = new Measure(
                    problem,
                    ++measureNo,
                    new NewMeasure(
                            cut(measureDraft.title(), HEADING_LIMIT),
                            measureDraft.text(),
                            null,
                            MeasureKind.TIME_LIMITED,
                            evidence.of(MeasureKind.TIME_LIMITED),
                            problem.due(),
                            null,
                            null));
            aggregates.save(measure);
            facts.store(
                    round.id(),
                    measure.caseNumber(),
                    measureDraft.quantities(),
                    measureDraft.growthRates(),
                    measureDraft.documents());
        }
    }

    static String cut(String text, int limit) {
        return text.length() > limit ? text.substring(0, limit) : text;
    }
}
