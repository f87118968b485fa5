package org.bihuan.findings;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A 问题 of the draft.
 *
 * @param id names the row within its draft
 * @param marker the number as the source writes it, or null
 * @param title the sentence that names the problem, as in the source
 * @param manifestations 具体表现, one each
 * @param notes what the source says besides (cause, deadline, unit, lead-in), each with its label
 */
public record ProblemDraft(
        int id,
        @Nullable String marker,
        String title,
        List<String> manifestations,
        List<String> notes,
        List<MeasureDraft> measures) {

    public ProblemDraft {
        manifestations = List.copyOf(manifestations);
        notes = List.copyOf(notes);
        measures = List.copyOf(measures);
    }

    /** The problem itself: the title without 针对…的问题 and without the closing mark. */
    public String statement() {
        String s = Sentences.withoutClosingMark(title);
        if (s.startsWith("针对")) {
            s = s.substring(2);
        }
        if (s.endsWith("的问题")) {
            s = s.substring(0, s.length() - 3);
        }
        return s.isBlank() ? title : s.strip();
    }

    ProblemDraft withTitle(String changed) {
        return new ProblemDraft(id, marker, changed, manifestations, notes, measures);
    }

    ProblemDraft withMeasures(List<MeasureDraft> changed) {
        return new ProblemDraft(id, marker, title, manifestations, notes, changed);
    }
}
