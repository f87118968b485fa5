package org.bihuan.rectification;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.bihuan.calendar.RestDayRule;
import org.bihuan.calendar.WorkCalendar;
import org.bihuan.shared.Ids;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** An inspection round (轮次) with its policy: periods and deadlines are its data, never constants. */
@Entity
@Table(name = "rect_round")
class Round {

    @Id
    private long id;

    private String code;
    private String title;
    private String inspectedOrg;
    private @Nullable String inspectionTeam;
    private @Nullable LocalDate inspectionFrom;
    private @Nullable LocalDate inspectionTo;
    private LocalDate feedbackDate;
    private LocalDate planDue;
    private int periodMonths;
    private LocalDate periodEnd;
    private LocalDate reportDue;

    @Enumerated(EnumType.STRING)
    private RestDayRule restDayRule;

    private int remindBefore;
    private int escalateAfter;
    private int followUpMonths;
    private boolean demo;
    private @Nullable Instant acceptedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Round() {}

    Round(RoundPolicy policy, LocalDate today, WorkCalendar calendar, boolean demo) {
        RoundRules.Terms terms = RoundRules.require(policy, today, calendar);
        this.id = Ids.next();
        this.code = policy.code();
        this.title = policy.title();
        this.inspectedOrg = policy.inspectedOrg();
        this.inspectionTeam = policy.inspectionTeam();
        this.inspectionFrom = policy.inspectionFrom();
        this.inspectionTo = policy.inspectionTo();
        this.feedbackDate = terms.feedbackDate();
        this.planDue = terms.planDue();
        this.periodMonths = terms.periodMonths();
        this.periodEnd = terms.periodEnd();
        this.reportDue = terms.reportDue();
        this.restDayRule = policy.restDayRule();
        this.remindBefore = terms.remindBefore();
        this.escalateAfter = terms.escalateAfter();
        this.followUpMonths = terms.followUpMonths();
        this.demo = demo;
    }

    /** The day of the reminder for work that is due at the end of the period. */
    LocalDate remindOn(WorkCalendar calendar) {
        return calendar.plusWorkdays(periodEnd, -remindBefore);
    }

    /** The day on which such work is escalated. */
    LocalDate escalateOn(WorkCalendar calendar) {
        return calendar.plusWorkdays(periodEnd, escalateAfter);
    }

    void accepted(Instant at) {
        if (acceptedAt != null) {
            throw new RuleViolation("rectification.round.acceptedAlready", code);
        }
        acceptedAt = at;
    }

    long id() {
        return id;
    }

    String code() {
        return code;
    }

    LocalDate planDue() {
        return planDue;
    }

    LocalDate periodEnd() {
        return periodEnd;
    }

    RestDayRule restDayRule() {
        return restDayRule;
    }

    int remindBefore() {
        return remindBefore;
    }

    int escalateAfter() {
        return escalateAfter;
    }

    int followUpMonths() {
        return followUpMonths;
    }

    RoundView view() {
        return new RoundView(
                id,
                code,
                title,
                inspectedOrg,
                inspectionTeam,
                inspectionFrom,
                inspectionTo,
                feedbackDate,
                planDue,
                periodMonths,
                periodEnd,
                reportDue,
                restDayRule,
                remindBefore,
                escalateAfter,
                followUpMonths,
                demo);
    }
}
