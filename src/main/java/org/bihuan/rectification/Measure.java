package org.bihuan.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.bihuan.evidence.EvidenceKind;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Level;
import org.bihuan.shared.RuleViolation;
import org.hibernate.annotations.NaturalId;
import org.jspecify.annotations.Nullable;

/**
 * A measure (整改措施). Its guards hold whatever the process says: who did the work neither reviews
 * nor verifies it, required evidence is there before verification, each return keeps what was
 * handed in (the attempts) and a moved date keeps the original.
 */
@Entity
@Table(name = "rect_measure")
class Measure {

    @Id
    private long id;

    private long roundId;
    private long problemId;
    private int ordinal;

    @NaturalId
    private String caseNumber;

    private String problemNumber;
    private String heading;
    private String content;
    private @Nullable String standard;

    @Enumerated(EnumType.STRING)
    private MeasureKind kind;

    private String evidenceKinds;

    @Enumerated(EnumType.STRING)
    private MeasureState state;

    @Enumerated(EnumType.STRING)
    private Level level;

    private LocalDate due;
    private LocalDate originalDue;
    private @Nullable Long responsibleUnit;
    private @Nullable Long personResponsible;
    private int attempt;
    private @Nullable String report;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "submitted_by"))
    @AttributeOverride(name = "onBehalfOf", column = @Column(name = "submitted_for"))
    private @Nullable Signature submitted;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "reviewed_by"))
    @AttributeOverride(name = "onBehalfOf", column = @Column(name = "reviewed_for"))
    private @Nullable Signature reviewed;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "verified_by"))
    @AttributeOverride(name = "onBehalfOf", column = @Column(name = "verified_for"))
    private @Nullable Signature verified;

    private @Nullable Instant acceptedAt;

    @Embedded
    private @Nullable ReturnNote lastReturn;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Measure() {}

    Measure(Problem problem, int ordinal, NewMeasure draft) {
        this.id = Ids.next();
        this.roundId = problem.roundId();
        this.problemId = problem.id();
        this.ordinal = ordinal;
        this.problemNumber = problem.caseNumber().value();
        this.caseNumber = problem.caseNumber().measure(ordinal).value();
        this.heading = draft.heading();
        this.content = draft.content();
        this.standard = draft.standard();
        this.kind = draft.kind();
        this.evidenceKinds = EvidenceRule.joined(draft.evidence());
        this.state = MeasureState.PLANNED;
        this.level = Level.NORMAL;
        this.due = draft.due();
        this.originalDue = draft.due();
        this.responsibleUnit = draft.responsibleUnit();
        this.personResponsible = draft.personResponsible();
        this.attempt = 1;
    }

    /**
     * The plan names or corrects what is to be done; refused once the work has begun. Put into another class,
     * the measure needs that class's evidence, and still what it was asked for besides.
     */
    void plan(MeasurePlan plan, EvidenceRule rule) {
        require(state == MeasureState.PLANNED, "rectification.measure.notPlannable");
        if (plan.kind() != kind) {
            Set<EvidenceKind> needed = requiredEvidence();
            needed.removeAll(rule.of(kind));
            needed.addAll(rule.of(plan.kind()));
            this.evidenceKinds = EvidenceRule.joined(needed);
        }
        this.standard = plan.standard();
        this.kind = plan.kind();
        this.due = plan.due();
        this.originalDue = plan.due();
        this.responsibleUnit = plan.responsibleUnit();
        this.personResponsible = plan.personResponsible();
    }

    void assign(@Nullable Long unit, @Nullable Long person) {
        this.responsibleUnit = unit;
        this.personResponsible = person;
    }

    /** Whether somebody else may take the work over: not while it is judged, nor once it is accepted. */
    boolean changesHands() {
        return state == MeasureState.PLANNED || state == MeasureState.ASSIGNED || state == MeasureState.IN_PROGRESS;
    }

    /** Opens the work; a measure sent back from close-out starts its next attempt here. */
    void open() {
        require(state == MeasureState.PLANNED, "rectification.measure.openedAlready");
        if (personResponsible == null || responsibleUnit == null) {
            throw new RuleViolation("rectification.measure.nobodyResponsible", caseNumber);
        }
        state = MeasureState.ASSIGNED;
    }

    void acknowledge() {
        require(state == MeasureState.ASSIGNED, "rectification.measure.notToAcknowledge");
        state = MeasureState.IN_PROGRESS;
    }

    /** Hands the work in; {@code present} are the kinds of evidence that are there for this attempt. */
    void submit(Hands hands, String report, Set<EvidenceKind> present) {
        require(state == MeasureState.IN_PROGRESS, "rectification.measure.notInProgress");
        if (report.isBlank()) {
            throw RuleViolation.at("report", "rectification.measure.reportMissing");
        }
        Wording.requireWithin("report", report, Wording.LONG);
        requireEvidence(present);
        this.report = report;
        this.submitted = Signature.of(hands);
        this.reviewed = null;
        this.verified = null;
        this.lastReturn = null;
        state = MeasureState.SUBMITTED;
    }

    /** The unit head's review; never by whom the work was handed in. */
    void review(Hands hands, Earlier earlier) {
        require(state == MeasureState.SUBMITTED, "rectification.measure.notSubmitted");
        duties(earlier).requireMayReview(hands);
        reviewed = Signature.of(hands);
        state = MeasureState.REVIEWED;
    }

    /**
     * The supervisor's verification (谁验收、谁负责): never the doer, the person responsible, the
     * reviewer, or anybody of the responsible unit, of this attempt or an earlier one.
     */
    void verify(Hands hands, Earlier earlier, Set<EvidenceKind> present) {
        require(
                state == MeasureState.REVIEWED || state == MeasureState.SUBMITTED,
                "rectification.measure.notSubmitted");
        duties(earlier).requireMayVerify(hands);
        requireEvidence(present);
        verified = Signature.of(hands);
        state = MeasureState.VERIFIED;
    }

    /** Sends the work back from the step with this form, with a reason. */
    void sendBack(String form, Hands hands, Earlier earlier, String reason, Instant at) {
        require(
                state == MeasureState.SUBMITTED || state == MeasureState.REVIEWED || state == MeasureState.VERIFIED,
                "rectification.measure.notSubmitted");
        duties(earlier).requireMayJudge(form, hands);
        nextAttempt(hands, reason, at);
        state = MeasureState.IN_PROGRESS;
    }

    JudgingDuties duties(Earlier earlier) {
        return new JudgingDuties(responsibleUnit, personResponsible, submitted, reviewed, earlier);
    }

    /** Sends an accepted measure back to be done again, out of the closing steps of its problem. */
    void redo(Hands hands, String reason, Instant at) {
        require(state == MeasureState.ACCEPTED, "rectification.measure.notAccepted");
        nextAttempt(hands, reason, at);
        acceptedAt = null;
        state = MeasureState.PLANNED;
    }

    private void nextAttempt(Hands hands, String reason, Instant at) {
        lastReturn = new ReturnNote(reason, hands.name(), at);
        attempt++;
        reviewed = null;
        verified = null;
    }

    /** The last step: refused while nobody entitled has verified this attempt. */
    void accept(Set<EvidenceKind> present, Instant at) {
        if (state != MeasureState.VERIFIED || verified == null) {
            throw new RuleViolation("rectification.measure.notVerified", caseNumber);
        }
        requireEvidence(present);
        acceptedAt = at;
        level = Level.NORMAL;
        state = MeasureState.ACCEPTED;
    }

    /** Moves the date; the original stays. */
    void moveDue(LocalDate to) {
        require(state != MeasureState.ACCEPTED, "rectification.measure.acceptedAlready");
        due = to;
        level = Level.NORMAL;
    }

    /** Raises the level, never lowers it; returns whether it changed. */
    boolean raise(Level to) {
        if (state == MeasureState.ACCEPTED || to.compareTo(level) <= 0) {
            return false;
        }
        level = to;
        return true;
    }

    /** Kinds of evidence still missing out of those the class of the measure requires. */
    Set<EvidenceKind> missing(Set<EvidenceKind> present) {
        Set<EvidenceKind> missing = requiredEvidence();
        missing.removeAll(present);
        return missing;
    }

    Set<EvidenceKind> requiredEvidence() {
        return EvidenceRule.split(evidenceKinds);
    }

    /** Refuses the next step, and close-out, while the required evidence of this measure is not there. */
    void requireEvidence(Set<EvidenceKind> present) {
        if (present.isEmpty() || !missing(present).isEmpty()) {
            throw RuleViolation.at("evidence", "rectification.measure.evidenceMissing", caseNumber);
        }
    }

    private void require(boolean holds, String key) {
        if (!holds) {
            throw new RuleViolation(key, caseNumber);
        }
    }

    boolean accepted() {
        return state == MeasureState.ACCEPTED;
    }

    /** Whether this measure says the same as a draft: whoever adds it again has clicked twice. */
    boolean says(NewMeasure draft) {
        return heading.equals(draft.heading()) && content.equals(draft.content());
    }

    /** Whether these hands did the work or answer for it. */
    boolean doneBy(Hands hands) {
        return hands.touch(submitted) || hands.touch(personResponsible);
    }

    boolean reviewedBy(Hands hands) {
        return hands.touch(reviewed);
    }

    boolean verifiedBy(Hands hands) {
        return hands.touch(verified);
    }

    /** Everybody for whom {@link #doneBy} holds. */
    Stream<Long> doers() {
        return Stream.concat(Signature.people(submitted), Stream.ofNullable(personResponsible));
    }

    /** Everybody for whom {@link #doneBy}, {@link #reviewedBy} or {@link #verifiedBy} holds. */
    Stream<Long> hands() {
        return Stream.concat(doers(), Stream.of(reviewed, verified).flatMap(Signature::people));
    }

    @Nullable
    Signature reviewed() {
        return reviewed;
    }

    @Nullable
    Signature verified() {
        return verified;
    }

    CaseNumber caseNumber() {
        return new CaseNumber(caseNumber);
    }

    CaseNumber problemNumber() {
        return new CaseNumber(problemNumber);
    }

    MeasureState state() {
        return state;
    }

    Level level() {
        return level;
    }

    LocalDate due() {
        return due;
    }

    int attempt() {
        return attempt;
    }

    @Nullable
    String report() {
        return report;
    }

    MeasureResponsibility responsibility() {
        return new MeasureResponsibility(caseNumber(), responsibleUnit, personResponsible, Set.of());
    }

    @Nullable
    Long responsibleUnit() {
        return responsibleUnit;
    }

    @Nullable
    Long personResponsible() {
        return personResponsible;
    }

    long problemId() {
        return problemId;
    }

    long roundId() {
        return roundId;
    }

    int ordinal() {
        return ordinal;
    }

    String heading() {
        return heading;
    }

    MeasureView view() {
        return new MeasureView(
                caseNumber(),
                ordinal,
                heading,
                content,
                standard,
                kind,
                requiredEvidence(),
                state,
                level,
                due,
                originalDue,
                responsibleUnit,
                personResponsible,
                attempt,
                report,
                acceptedAt,
                ReturnNote.view(lastReturn));
    }
}
