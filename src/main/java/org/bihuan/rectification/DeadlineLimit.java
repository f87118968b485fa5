package org.bihuan.rectification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far ahead a person may set a date: a slip such as 2062 for 2026 would end every reminder of a measure.
 *
 * @param furthestMonths months from today, one at least
 */
@ConfigurationProperties("bihuan.deadlines")
record DeadlineLimit(@DefaultValue("24") int furthestMonths) {

    DeadlineLimit {
        if (furthestMonths < 1) {
            throw new IllegalArgumentException("bihuan.deadlines.furthest-months must be at least 1");
        }
    }
}
