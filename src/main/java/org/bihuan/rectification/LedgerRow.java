package org.bihuan.rectification;

import java.time.LocalDate;

import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger (台账): a problem, or a measure under it.
 *
 * @param state name of the problem's or the measure's state
 * @param stateKey message key of that state
 * @param measures number of measures below a problem, 0 for a measure
 * @param accepted how many of them are accepted
 */
public record LedgerRow(
        String caseNumber,
        boolean measure,
        long aspectId,
        String title,
        String state,
        String stateKey,
        Level level,
        LocalDate due,
        LocalDate originalDue,
        @Nullable Long leadOfficial,
        @Nullable Long responsibleUnit,
        @Nullable Long personResponsible,
        int measures,
        int accepted,
        int attempt) {

    /** The same row with the level that the screen shows, so that figures agree with what stands under them. */
    public LedgerRow withLevel(Level shown) {
        return new LedgerRow(
                caseNumber,
                measure,
                aspectId,
                title,
                state,
                stateKey,
                shown,
                due,
                originalDue,
                leadOfficial,
                responsibleUnit,
                personResponsible,
                measures,
                accepted,
                attempt);
    }
}
