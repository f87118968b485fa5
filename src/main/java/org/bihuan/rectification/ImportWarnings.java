package org.bihuan.rectification;

import java.util.ArrayList;
import java.util.List;

/** What a person should look at in a draft; at most a screenful. */
final class ImportWarnings {

    private static final int MOST = 50;

    private ImportWarnings() {}

    static List<ImportWarning> of(FindingsHeader header, List<AspectDraft> aspects, int joined, boolean rectified) {
        List<ImportWarning> out = new ArrayList<>();
        if (header.feedbackOn() == null) {
            out.add(ImportWarning.of("findings.warn.noFeedbackDate"));
        }
        if (header.inspectedFrom() == null || header.inspectedTo() == null) {
            out.add(ImportWarning.of("findings.warn.noInspectionDates"));
        }
        if (joined > 0) {
            out.add(ImportWarning.of("findings.warn.joined", String.valueOf(joined)));
        }
        int problem = 0;
        for (AspectDraft aspect : aspects) {
            if (aspect.title().isBlank()) {
                out.add(ImportWarning.of("findings.warn.aspectWithoutTitle"));
            }
            for (ProblemDraft p : aspect.problems()) {
                problem++;
                if (out.size() >= MOST) {
                    return out;
                }
                if (rectified && p.measures().isEmpty()) {
                    out.add(ImportWarning.of("findings.warn.problemWithoutMeasures", "P%02d".formatted(problem)));
                }
                sharedRates(p, problem, out);
            }
        }
        if (!rectified) {
            out.add(ImportWarning.of("findings.warn.problemsOnly"));
        }
        return out.size() > MOST ? List.copyOf(out.subList(0, MOST)) : out;
    }

    private static void sharedRates(ProblemDraft problem, int number, List<ImportWarning> out) {
        int m = 0;
        for (MeasureDraft measure : problem.measures()) {
            m++;
            String place = "P%02d-M%02d".formatted(number, m);
            for (GrowthRate rate : measure.growthRates()) {
                long of = measure.quantities().stream()
                        .filter(q -> q.growth() == rate)
                        .count();
                if (of > 1) {
                    out.add(ImportWarning.of("findings.warn.rateShared", place, rate.quote()));
                }
            }
        }
    }
}
