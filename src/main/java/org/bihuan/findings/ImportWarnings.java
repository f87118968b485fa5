package org.bihuan.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person should look at in a draft. What concerns the source as a whole is said once; what
 * concerns rows is found again after each correction.
 */
final class ImportWarnings {

    /** Rows behind this many warnings are looked at when these have been dealt with. */
    private static final int MOST = 50;

    static final int LONGEST_TITLE = 1000;

    /** Above this a title is hardly one: more likely its text has run into it. */
    static final int LONG_TITLE = 200;

    static final int LONGEST_MEASURE = 10_000;
    static final int MOST_BELOW = 999;

    private static final int SHORTEST_MEASURE = 4;

    private static final String PROBLEMS_ONLY = "findings.warn.problemsOnly";

    private final List<ImportWarning> out = new ArrayList<>();
    private final Map<String, String> seen = new HashMap<>();
    private final boolean rectified;

    private ImportWarnings(boolean rectified) {
        this.rectified = rectified;
    }

    static List<ImportWarning> of(FindingsHeader header, List<AspectDraft> aspects, int joined, boolean rectified) {
        List<ImportWarning> whole = new ArrayList<>();
        if (header.feedbackOn() == null) {
            whole.add(ImportWarning.of("findings.warn.noFeedbackDate"));
        }
        if (header.inspectedFrom() == null || header.inspectedTo() == null) {
            whole.add(ImportWarning.of("findings.warn.noInspectionDates"));
        }
        if (joined > 0) {
            whole.add(ImportWarning.of("findings.warn.joined", String.valueOf(joined)));
        }
        if (!rectified) {
            whole.add(ImportWarning.of(PROBLEMS_ONLY));
        }
        return again(whole, aspects);
    }

    /** The warnings for corrected rows; those about the whole stay. */
    static List<ImportWarning> again(List<ImportWarning> before, List<AspectDraft> aspects) {
        List<ImportWarning> whole = before.stream().filter(w -> w.row() == null).toList();
        boolean rectified = whole.stream().noneMatch(w -> w.key().equals(PROBLEMS_ONLY));
        ImportWarnings rows = new ImportWarnings(rectified);
        rows.aspects(aspects);
        List<ImportWarning> all = new ArrayList<>(
                rows.out.stream().filter(ImportWarning::blocking).toList());
        all.addAll(whole);
        rows.out.stream().filter(w -> !w.blocking()).forEach(all::add);
        return List.copyOf(all.subList(0, Math.min(all.size(), MOST)));
    }

    private void aspects(List<AspectDraft> aspects) {
        int ordinal = 0;
        int problem = 0;
        for (AspectDraft aspect : aspects) {
            ordinal++;
            if (aspect.title().isBlank()) {
                out.add(ImportWarning.blocks(aspect.id(), "findings.warn.aspectWithoutTitle"));
            }
            title(
                    aspect.id(),
                    aspect.title(),
                    String.valueOf(ordinal),
                    "findings.warn.aspectTooLong",
                    "findings.warn.aspectLong");
            if (aspect.problems().isEmpty()) {
                out.add(ImportWarning.at(aspect.id(), "findings.warn.aspectWithoutProblems", String.valueOf(ordinal)));
            }
            for (ProblemDraft p : aspect.problems()) {
                problem(p, ++problem);
            }
        }
    }

    private void problem(ProblemDraft problem, int number) {
        String place = "P%02d".formatted(number);
        title(problem.id(), problem.title(), place, "findings.warn.problemTooLong", "findings.warn.problemLong");
        if (number > MOST_BELOW || problem.measures().size() > MOST_BELOW) {
            out.add(ImportWarning.blocks(problem.id(), "findings.warn.tooMany", place, String.valueOf(MOST_BELOW)));
        }
        if (rectified && problem.measures().isEmpty()) {
            out.add(ImportWarning.at(problem.id(), "findings.warn.problemWithoutMeasures", place));
        }
        duplicate(problem.id(), problem.title(), place);
        int m = 0;
        for (MeasureDraft measure : problem.measures()) {
            measure(measure, place + "-M%02d".formatted(++m));
        }
    }

    private void measure(MeasureDraft measure, String place) {
        if (measure.text().length() > LONGEST_MEASURE) {
            out.add(ImportWarning.blocks(
                    measure.id(), "findings.warn.measureTooLong", place, String.valueOf(LONGEST_MEASURE)));
        }
        int heading = measure.title().length();
        if (heading > MeasureDraft.LONGEST_HEADING) {
            out.add(ImportWarning.at(
                    measure.id(),
                    "findings.warn.measureLong",
                    place,
                    String.valueOf(heading),
                    String.valueOf(MeasureDraft.LONGEST_HEADING)));
        }
        if (measure.body().length() < SHORTEST_MEASURE) {
            out.add(ImportWarning.at(measure.id(), "findings.warn.measureShort", place));
        }
        duplicate(measure.id(), measure.body(), place);
        for (GrowthRate rate : measure.growthRates()) {
            long of = measure.quantities().stream()
                    .filter(q -> q.growth() == rate)
                    .count();
            if (of > 1) {
                out.add(ImportWarning.at(measure.id(), "findings.warn.rateShared", place, rate.quote()));
            }
        }
    }

    private void title(int id, String title, String place, String tooLong, String unlikely) {
        if (title.length() > LONGEST_TITLE) {
            out.add(ImportWarning.blocks(id, tooLong, place, String.valueOf(LONGEST_TITLE)));
        } else if (title.length() > LONG_TITLE) {
            out.add(ImportWarning.at(id, unlikely, place, String.valueOf(title.length()), String.valueOf(LONG_TITLE)));
        }
    }

    private void duplicate(int id, String text, String place) {
        String first = seen.putIfAbsent(text.replaceAll("[\\s\\p{Punct}，。；、：]", ""), place);
        if (first != null) {
            out.add(ImportWarning.at(id, "findings.warn.duplicate", place, first));
        }
    }
}
