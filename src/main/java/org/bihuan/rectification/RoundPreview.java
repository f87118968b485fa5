package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a policy would come to, before it is accepted.
 *
 * @param remindOn the day of the reminder for a measure due at the end of the period
 * @param escalateOn the day of its escalation
 * @param provisionalYears years whose holidays are not published and are taken for ordinary weeks in the demo
 */
public record RoundPreview(RoundView round, LocalDate remindOn, LocalDate escalateOn, Set<Integer> provisionalYears) {

    public RoundPreview {
        provisionalYears = Set.copyOf(provisionalYears);
    }
}
