package org.bihuan.rectification;

import java.time.LocalDate;

import org.bihuan.calendar.RestDayRule;

/** A round as a street decides on it. */
public final class RoundSample {

    private RoundSample() {}

    /** The policy of a round of six months, its feedback given three days before a Monday. */
    public static RoundPolicy policy(String code, LocalDate monday) {
        return new RoundPolicy(
                code,
                "街道党工委巡察整改",
                "街道党工委",
                null,
                null,
                null,
                monday.minusDays(3),
                monday.plusMonths(1),
                6,
                monday.plusMonths(6),
                RestDayRule.KEEP,
                10,
                1,
                6);
    }
}
