package org.bihuan.findings;

import java.math.BigDecimal;

/**
 * A rate of change in the source, 同比增长约 40%.
 *
 * @param percent negative for a fall
 * @param approximate whether the source says 约, 近, 超…
 * @param quote the words of the rate itself
 * @param clause the words up to its end that say what rose or fell
 */
public record GrowthRate(BigDecimal percent, boolean approximate, String quote, String clause) {}
