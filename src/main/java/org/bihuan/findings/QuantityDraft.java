package org.bihuan.findings;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A counted or measured fact of the source.
 *
 * @param unit with its multiplier: 家, 亿元, 万人次; {@code value} is in this unit
 * @param quote the clause it stands in, which says what was counted
 * @param period the words that say when, or null
 * @param periodFrom first month, {@code 2025-03}, or null where open or not said
 * @param periodTo last month, or null where open or not said
 * @param growth the rate that the source gives for it, or null
 * @param approximate whether the source says 约, 近, 余…
 */
public record QuantityDraft(
        BigDecimal value,
        String unit,
        String quote,
        @Nullable String period,
        @Nullable String periodFrom,
        @Nullable String periodTo,
        @Nullable GrowthRate growth,
        boolean approximate) {}
