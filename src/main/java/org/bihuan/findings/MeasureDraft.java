package org.bihuan.findings;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A 措施 of the draft.
 *
 * @param id names the row within its draft
 * @param marker 一是, （1）… as the source writes it, or null
 * @param text the wording of the source, its marker included
 * @param growthRates each rate once, also where it belongs to two quantities or to none
 */
public record MeasureDraft(
        int id,
        @Nullable String marker,
        String text,
        List<QuantityDraft> quantities,
        List<GrowthRate> growthRates,
        List<NamedDocument> documents) {

    /** Of a longer first sentence lists show the beginning; in letters. */
    public static final int LONGEST_HEADING = 500;

    public MeasureDraft {
        quantities = List.copyOf(quantities);
        growthRates = List.copyOf(growthRates);
        documents = List.copyOf(documents);
    }

    /** The wording without its marker. */
    public String body() {
        return marker != null && text.startsWith(marker)
                ? text.substring(marker.length()).strip()
                : text;
    }

    /** The first sentence, without the marker: what a list shows. */
    public String title() {
        List<String> sentences = Sentences.of(body());
        return sentences.isEmpty() ? body() : sentences.get(0).strip();
    }
}
