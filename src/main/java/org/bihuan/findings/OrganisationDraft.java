package org.bihuan.findings;

import java.util.List;

/** The part of the source before the findings: who organised the work, with its figures and documents. */
public record OrganisationDraft(
        List<String> paragraphs,
        List<QuantityDraft> quantities,
        List<GrowthRate> growthRates,
        List<NamedDocument> documents) {

    public OrganisationDraft {
        paragraphs = List.copyOf(paragraphs);
        quantities = List.copyOf(quantities);
        growthRates = List.copyOf(growthRates);
        documents = List.copyOf(documents);
    }
}
