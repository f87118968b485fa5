package org.bihuan.rectification;

import java.util.List;

/** What the imported document counts and names for a measure, or for its round as a whole, in the order of its text. */
public record CaseSource(List<CaseFigure> figures, List<CaseDocument> documents) {

    /** Where the document counts and names nothing. */
    public static final CaseSource NOTHING = new CaseSource(List.of(), List.of());

    public CaseSource {
        figures = List.copyOf(figures);
        documents = List.copyOf(documents);
    }

    public boolean isEmpty() {
        return figures.isEmpty() && documents.isEmpty();
    }
}
