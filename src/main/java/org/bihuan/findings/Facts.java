package org.bihuan.findings;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The quantities, rates and documents of a text. */
record Facts(List<QuantityDraft> quantities, List<GrowthRate> growthRates, List<NamedDocument> documents) {

    private static final int SENTENCE = 2000;

    /** Reads them; {@code year} is what 今年 means, or null where unknown. */
    static Facts of(String text, @Nullable Integer year) {
        return of(List.of(text), year);
    }

    /** Reads them paragraph by paragraph, for a heading ends without a full stop. */
    static Facts of(List<String> paragraphs, @Nullable Integer year) {
        List<QuantityDraft> quantities = new ArrayList<>();
        List<GrowthRate> rates = new ArrayList<>();
        List<NamedDocument> documents = new ArrayList<>();
        for (String sentence :
                paragraphs.stream().map(Facts::bounded).flatMap(List::stream).toList()) {
            FigureScanner scanner = new FigureScanner(sentence, year);
            rates.addAll(scanner.rates());
            quantities.addAll(scanner.quantities());
            for (NamedDocument found : DocumentScanner.of(sentence)) {
                if (documents.stream().noneMatch(d -> d.title().equals(found.title()))) {
                    documents.add(found);
                }
            }
        }
        return new Facts(List.copyOf(quantities), List.copyOf(rates), List.copyOf(documents));
    }

    /** Sentences, an endless one in pieces, so that the time grows with the length alone. */
    private static List<String> bounded(String text) {
        List<String> out = new ArrayList<>();
        for (String sentence : Sentences.of(text)) {
            for (int at = 0; at < sentence.length(); at += SENTENCE) {
                out.add(sentence.substring(at, Math.min(sentence.length(), at + SENTENCE)));
            }
        }
        return out;
    }
}
