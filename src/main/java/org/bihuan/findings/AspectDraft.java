package org.bihuan.findings;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A 方面 of the draft.
 *
 * @param id names the row within its draft
 * @param marker the number as the source writes it, {@code (一)}, or null
 * @param title the heading without its number; empty where the source groups nothing
 */
public record AspectDraft(int id, @Nullable String marker, String title, List<ProblemDraft> problems) {

    public AspectDraft {
        problems = List.copyOf(problems);
    }

    AspectDraft withTitle(String changed) {
        return new AspectDraft(id, marker, changed, problems);
    }

    AspectDraft withProblems(List<ProblemDraft> changed) {
        return new AspectDraft(id, marker, title, changed);
    }
}
