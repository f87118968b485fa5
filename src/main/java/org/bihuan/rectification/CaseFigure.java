package org.bihuan.rectification;

import java.math.BigDecimal;

import org.bihuan.findings.GrowthRate;
import org.bihuan.findings.QuantityDraft;
import org.jspecify.annotations.Nullable;

/**
 * A figure that the imported document gives for a measure or a round.
 *
 * @param amount in {@code unit}; where {@code growth}, the percentage by which something rose, negative for a fall
 * @param unit with its multiplier: 家, 亿元, 万人次
 * @param clause the words of the document it stands in, which say what was counted
 * @param period the words that say when, or null
 * @param approximate whether the document says 约, 近, 余…
 */
public record CaseFigure(
        BigDecimal amount,
        String unit,
        String clause,
        @Nullable String period,
        boolean growth,
        boolean approximate) {

    static CaseFigure of(QuantityDraft draft) {
        return new CaseFigure(draft.value(), draft.unit(), draft.quote(), draft.period(), false, draft.approximate());
    }

    static CaseFigure of(GrowthRate rate) {
        return new CaseFigure(rate.percent(), "%", rate.clause(), null, true, rate.approximate());
    }
}
