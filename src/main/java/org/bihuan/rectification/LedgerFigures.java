package org.bihuan.rectification;

/** Progress of a round in figures; every share is said of its denominator. */
public record LedgerFigures(
        int problems,
        int problemsClosed,
        int problemsStarted,
        int measures,
        int measuresAccepted,
        int measuresDueSoon,
        int measuresOverdue,
        int measuresReturned) {}
