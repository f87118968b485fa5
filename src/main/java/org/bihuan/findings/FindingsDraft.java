package org.bihuan.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.bihuan.shared.RuleViolation;

/**
 * What an import found, before anybody accepted it: 方面 → 问题 → 措施 in the order of the source, and
 * what the source tells about the round. Immutable; {@link FindingsEditor} makes corrected copies.
 *
 * @param organisation what the source says before the findings about how the work is organised
 * @param warnings what a person should look at before accepting
 */
public record FindingsDraft(
        FindingsHeader header,
        OrganisationDraft organisation,
        List<AspectDraft> aspects,
        List<ImportWarning> warnings) {

    /** Where nothing has been read. */
    public static final FindingsDraft NOTHING = new FindingsDraft(
            new FindingsHeader(List.of(), null, null, null, null),
            new OrganisationDraft(List.of(), List.of(), List.of(), List.of()),
            List.of(),
            List.of());

    public FindingsDraft {
        aspects = List.copyOf(aspects);
        warnings = List.copyOf(warnings);
    }

    /** All problems in order; their place from 1 is the number P01, P02… they get on acceptance. */
    public List<ProblemDraft> problems() {
        return aspects.stream().flatMap(a -> a.problems().stream()).toList();
    }

    /** All measures in order. */
    public List<MeasureDraft> measures() {
        return problems().stream().flatMap(p -> p.measures().stream()).toList();
    }

    /** All quantities in the order of the source, those of the organisation first. */
    public List<QuantityDraft> quantities() {
        return Stream.concat(
                        organisation.quantities().stream(), measures().stream().flatMap(m -> m.quantities().stream()))
                .toList();
    }

    /** All growth rates in the order of the source; one that two quantities share counts once. */
    public List<GrowthRate> growthRates() {
        return Stream.concat(
                        organisation.growthRates().stream(), measures().stream().flatMap(m -> m.growthRates().stream()))
                .toList();
    }

    /** All named documents in the order of the source, those of the organisation first. */
    public List<NamedDocument> documents() {
        return Stream.concat(
                        organisation.documents().stream(), measures().stream().flatMap(m -> m.documents().stream()))
                .toList();
    }

    /** Refuses a draft that cannot become a round as it is; says which row is to be corrected. */
    public void requireAcceptable() {
        if (problems().isEmpty()) {
            throw new RuleViolation("findings.accept.nothing");
        }
        // Asked anew: the list of warnings for the screen is cut where it grows too long.
        for (ImportWarning warning : ImportWarnings.again(List.of(), aspects)) {
            if (warning.blocking()) {
                throw new RuleViolation(warning.key(), warning.args().toArray());
            }
        }
    }

    FindingsDraft withAspects(List<AspectDraft> changed) {
        return new FindingsDraft(header, organisation, changed, ImportWarnings.again(warnings, changed));
    }

    int highestId() {
        List<Integer> ids = new ArrayList<>();
        ids.add(0);
        for (AspectDraft a : aspects) {
            ids.add(a.id());
            a.problems().forEach(p -> ids.add(p.id()));
        }
        measures().forEach(m -> ids.add(m.id()));
        return ids.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
