package org.bihuan.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Level;
import org.bihuan.shared.RuleViolation;
import org.hibernate.annotations.NaturalId;
import org.jspecify.annotations.Nullable;

/**
 * A problem (反馈问题). Its guards hold whatever the process says: nothing is closed with an open
 * measure, and who did the work, who verified it and who approves the closure are different people
 * (domain.md section 2, "Who may do what").
 */
@Entity
@Table(name = "rect_problem")
class Problem {

    @Id
    private long id;

    private long roundId;
    private long aspectId;
    private int ordinal;

    @NaturalId
    private String caseNumber;

    private String title;
    private @Nullable String manifestation;
    private @Nullable String causeAnalysis;
    private @Nullable String target;
    private @Nullable String closureStandard;

    @Enumerated(EnumType.STRING)
    private ProblemState state;

    private int cycleNo;

    @Enumerated(EnumType.STRING)
    private Level level;

    private LocalDate due;
    private LocalDate originalDue;
    private @Nullable Long leadOfficial;
    private @Nullable Long leadUnit;
    private @Nullable Long responsibleUnit;
    private @Nullable Long personResponsible;
    private @Nullable String closureSummary;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "planned_by"))
    @AttributeOverride(name = "onBehalfOf", column = @Column(name = "planned_for"))
    private @Nullable Signature planned;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "plan_reviewed_by"))
    @AttributeOverride(name = "onBehalfOf", column = @Column(name = "plan_reviewed_for"))
    private @Nullable Signature planReviewed;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "proposed_by"))
    @AttributeOverride(name = "onBehalfOf", column = @Column(name = "proposed_for"))
    private @Nullable Signature proposed;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "reviewed_by"))
    @AttributeOverride(name = "onBehalfOf", column = @Column(name = "reviewed_for"))
    private @Nullable Signature reviewed;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "verified_by"))
    @AttributeOverride(name = "onBehalfOf", column = @Column(name = "verified_for"))
    private @Nullable Signature verified;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "approved_by"))
    @AttributeOverride(name = "onBehalfOf", column = @Column(name = "approved_for"))
    private @Nullable Signature approved;

    private @Nullable Instant closedAt;
    private int closureReturns;

    @Embedded
    private @Nullable ReturnNote lastReturn;

    private @Nullable String followUpResult;

    @Version
    private @Nullable Long version;

    /** Its measures, once they have been read in this session. */
    @Transient
    private @Nullable List<Measure> measures;

    @SuppressWarnings("NullAway.Init")
    protected Problem() {}

    Problem(Round round, Aspect aspect, int ordinal, String title, @Nullable String manifestation) {
        this.id = Ids.next();
        this.roundId = round.id();
        this.aspectId = aspect.id();
        this.ordinal = ordinal;
        this.caseNumber = CaseNumber.problem(round.code(), ordinal).value();
        this.title = title;
        this.manifestation = manifestation;
        this.state = ProblemState.IMPORTED;
        this.cycleNo = 1;
        this.level = Level.NORMAL;
        this.due = round.periodEnd();
        this.originalDue = round.periodEnd();
    }

    /** Refuses where it is settled who answers: while the closure is decided, and after it. */
    void requireChangesHands() {
        refuse(state.closed(), "rectification.problem.closedAlready");
        refuse(state.closing(), "findings.assign.closing");
    }

    void assign(Responsibility to) {
        requireChangesHands();
        name(to);
    }

    /** Whoever takes the place of a person who leaves is named in any state. */
    void name(Responsibility to) {
        this.leadOfficial = to.leadOfficial();
        this.leadUnit = to.leadUnit();
        this.responsibleUnit = to.responsibleUnit();
        this.personResponsible = to.personResponsible();
    }

    /** Refuses who could not judge what waits for the lead official now. */
    void requireMayLead(Hands hands) {
        refuse(state == ProblemState.PLAN_REVIEW && hands.touch(planned), "rectification.duty.successorPlanned");
        refuse(state == ProblemState.PROPOSED && hands.touch(proposed), "rectification.duty.successorProposed");
    }

    /** Refuses for everybody who is still missing with {@code named}; one that runs already needs nothing more. */
    void requireStartable(Responsibility named) {
        refuse(state.closed(), "rectification.problem.startedAlready");
        if (state == ProblemState.IMPORTED) {
            RuleViolation.gather(
                    () -> requireNamed(named.leadOfficial(), "leadOfficial", "findings.assign.leadMissing"),
                    () -> requireNamed(named.responsibleUnit(), "responsibleUnit", "findings.assign.unitMissing"),
                    () -> requireNamed(named.personResponsible(), "personResponsible", "findings.assign.doerMissing"));
        }
    }

    private static void requireNamed(@Nullable Long who, String field, String key) {
        if (who == null) {
            throw RuleViolation.at(field, key);
        }
    }

    void start() {
        require(state == ProblemState.IMPORTED, "rectification.problem.startedAlready");
        if (leadOfficial == null || responsibleUnit == null || personResponsible == null) {
            throw new RuleViolation("rectification.problem.nobodyResponsible", caseNumber);
        }
        state = ProblemState.PLANNING;
    }

    void draftPlan(Hands hands, String cause, String target, String standard) {
        require(state == ProblemState.PLANNING, "rectification.problem.notPlanning");
        this.causeAnalysis = cause;
        this.target = target;
        this.closureStandard = standard;
        this.planned = Signature.of(hands);
        this.lastReturn = null;
        state = ProblemState.PLAN_REVIEW;
    }

    void approvePlan(Hands hands) {
        require(state == ProblemState.PLAN_REVIEW, "rectification.problem.noPlan");
        duties(Earlier.NOBODY).requireMayReviewPlan(hands);
        planReviewed = Signature.of(hands);
        state = ProblemState.RECTIFYING;
    }

    void returnPlan(Hands hands, String reason, Instant at) {
        require(state == ProblemState.PLAN_REVIEW, "rectification.problem.noPlan");
        duties(Earlier.NOBODY).requireMayReviewPlan(hands);
        lastReturn = new ReturnNote(reason, hands.name(), at);
        state = ProblemState.PLANNING;
    }

    /** Asks for close-out (申请销号): only with every measure accepted. */
    void proposeClosure(Hands hands, String summary, List<Measure> measures) {
        require(
                state == ProblemState.RECTIFYING || state == ProblemState.PLAN_REVIEW || state == ProblemState.PLANNING,
                "rectification.problem.notRectifying");
        requireAllAccepted(measures);
        closureSummary = summary;
        proposed = Signature.of(hands);
        reviewed = null;
        verified = null;
        approved = null;
        lastReturn = null;
        state = ProblemState.PROPOSED;
    }

    void reviewClosure(Hands hands) {
        require(state == ProblemState.PROPOSED, "rectification.problem.notProposed");
        duties(Earlier.NOBODY).requireMayReview(hands);
        reviewed = Signature.of(hands);
        state = ProblemState.REVIEWED;
    }

    /** Verification of the whole: never the proposer, a doer, a reviewer, or anybody of a responsible unit. */
    void verifyClosure(Hands hands, List<Measure> measures, Earlier earlier) {
        require(state == ProblemState.PROPOSED || state == ProblemState.REVIEWED, "rectification.problem.notProposed");
        requireAllAccepted(measures);
        duties(earlier).requireMayVerify(hands, measures);
        verified = Signature.of(hands);
        state = ProblemState.VERIFIED;
    }

    /** The leading group's approval: never a doer, the proposer, or who reviewed or verified it or a measure. */
    void approveClosure(Hands hands, List<Measure> measures, Earlier earlier) {
        require(verified != null && state == ProblemState.VERIFIED, "rectification.problem.notVerified");
        requireAllAccepted(measures);
        duties(earlier).requireMayApprove(hands, measures);
        approved = Signature.of(hands);
        state = ProblemState.APPROVED;
    }

    /** Sends the closure back from the step with this form; measures named are done again by the caller. */
    void returnClosure(String form, Hands hands, List<Measure> measures, Earlier earlier, String reason, Instant at) {
        require(
                state == ProblemState.PROPOSED || state == ProblemState.REVIEWED || state == ProblemState.VERIFIED,
                "rectification.problem.notProposed");
        duties(earlier).requireMayJudge(form, hands, measures);
        closureReturns++;
        lastReturn = new ReturnNote(reason, hands.name(), at);
        reviewed = null;
        verified = null;
        approved = null;
        state = ProblemState.RECTIFYING;
    }

    /** Close-out (销号): the last gate, also for a model that skipped a step before it. */
    void close(List<Measure> measures, Instant at) {
        boolean decided = state == ProblemState.APPROVED && approved != null && verified != null;
        require(decided, "rectification.problem.notApproved");
        requireAllAccepted(measures);
        closedAt = at;
        level = Level.NORMAL;
        state = ProblemState.CLOSED;
    }

    void followedUp(Hands hands, String result, List<Measure> measures, Earlier earlier) {
        require(state == ProblemState.CLOSED, "rectification.problem.notClosed");
        duties(earlier).requireMayFollowUp(hands, measures);
        followUpResult = result;
        state = ProblemState.ARCHIVED;
    }

    /** Whether a measure may still be added: while the plan is made or the work goes on. */
    void requireOpenForMeasures() {
        boolean open = state == ProblemState.IMPORTED || state == ProblemState.PLANNING;
        require(open || state == ProblemState.RECTIFYING, "rectification.problem.noMoreMeasures");
    }

    private void requireAllAccepted(List<Measure> measures) {
        require(!measures.isEmpty(), "rectification.problem.noMeasures");
        List<String> open = measures.stream()
                .filter(m -> !m.accepted())
                .map(m -> m.caseNumber().value())
                .toList();
        if (!open.isEmpty()) {
            throw new RuleViolation("rectification.problem.openMeasures", open);
        }
    }

    /** Who may judge the closure as the problem stands now. */
    ClosingDuties duties(Earlier earlier) {
        return new ClosingDuties(
                caseNumber, responsibleUnit, personResponsible, planned, proposed, reviewed, verified, earlier);
    }

    private void require(boolean holds, String key) {
        if (!holds) {
            throw new RuleViolation(key, caseNumber);
        }
    }

    private void refuse(boolean broken, String key) {
        require(!broken, key);
    }

    /** The measures in their order, read at the first call. */
    List<Measure> measures(Supplier<List<Measure>> read) {
        List<Measure> known = measures;
        if (known == null) {
            known = List.copyOf(read.get());
            measures = known;
        }
        return known;
    }

    /** A measure has joined: the next call reads them again. */
    void joined() {
        measures = null;
    }

    long id() {
        return id;
    }

    long roundId() {
        return roundId;
    }

    long aspectId() {
        return aspectId;
    }

    CaseNumber caseNumber() {
        return new CaseNumber(caseNumber);
    }

    String title() {
        return title;
    }

    boolean closureReturned() {
        return closureReturns > 0;
    }

    ProblemState state() {
        return state;
    }

    LocalDate due() {
        return due;
    }

    Responsibility responsibility(Set<Long> supportingUnits) {
        return new Responsibility(leadOfficial, leadUnit, responsibleUnit, personResponsible, supportingUnits);
    }

    @Nullable
    Long leadOfficial() {
        return leadOfficial;
    }

    @Nullable
    Long responsibleUnit() {
        return responsibleUnit;
    }

    @Nullable
    Long personResponsible() {
        return personResponsible;
    }

    ProblemView view() {
        return new ProblemView(
                caseNumber(),
                roundId,
                aspectId,
                ordinal,
                title,
                manifestation,
                causeAnalysis,
                target,
                closureStandard,
                state,
                cycleNo,
                level,
                due,
                originalDue,
                leadOfficial,
                leadUnit,
                responsibleUnit,
                personResponsible,
                closureSummary,
                closedAt,
                ReturnNote.view(lastReturn));
    }
}
