package org.bihuan.rectification.ui;

import java.util.ArrayList;
import java.util.List;

import org.bihuan.findings.AspectDraft;
import org.bihuan.findings.FindingsDraft;
import org.bihuan.findings.GrowthRate;
import org.bihuan.findings.MeasureDraft;
import org.bihuan.findings.NamedDocument;
import org.bihuan.findings.ProblemDraft;
import org.bihuan.findings.QuantityDraft;

/**
 * A row of the import's outline as it is shown.
 *
 * @param depth 0 aspect, 1 problem, 2 measure
 * @param parent id of the row above, -1 for an aspect
 * @param place its number on acceptance: 1, P01, P01-M01
 * @param besides what the source says of a problem besides its title
 */
record ImportNode(
        int depth,
        int id,
        int parent,
        String place,
        String text,
        List<String> besides,
        List<QuantityDraft> quantities,
        List<GrowthRate> growthRates,
        List<NamedDocument> documents) {

    static List<ImportNode> of(FindingsDraft draft) {
        List<ImportNode> nodes = new ArrayList<>();
        int a = 0;
        int p = 0;
        for (AspectDraft aspect : draft.aspects()) {
            nodes.add(plain(0, aspect.id(), -1, String.valueOf(++a), aspect.title(), List.of()));
            for (ProblemDraft problem : aspect.problems()) {
                String place = "P%02d".formatted(++p);
                List<String> besides = new ArrayList<>(problem.manifestations());
                besides.addAll(problem.notes());
                nodes.add(plain(1, problem.id(), aspect.id(), place, problem.title(), besides));
                int m = 0;
                for (MeasureDraft measure : problem.measures()) {
                    nodes.add(new ImportNode(
                            2,
                            measure.id(),
                            problem.id(),
                            place + "-M%02d".formatted(++m),
                            measure.text(),
                            List.of(),
                            measure.quantities(),
                            measure.growthRates(),
                            measure.documents()));
                }
            }
        }
        return nodes;
    }

    private static ImportNode plain(int depth, int id, int parent, String place, String text, List<String> besides) {
        return new ImportNode(depth, id, parent, place, text, besides, List.of(), List.of(), List.of());
    }

    /** The number as its line shows it, where the line above says the rest: M01. */
    String shortPlace() {
        return place.substring(place.indexOf('-') + 1);
    }
}
