package org.bihuan.rectification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bihuan.calendar.WorkCalendar;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Duty;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.Ids;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens rounds out of accepted findings, names who answers for what, and starts the cases; the clerk's work. */
@Service
@Transactional
public class Rounds {

    private static final int HEADING_LIMIT = 500;

    private final CurrentActor currentActor;
    private final WorkCalendar calendar;
    private final RoundRepository rounds;
    private final Aggregates aggregates;
    private final ProcessPort process;
    private final Recorder recorder;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;

    Rounds(
            CurrentActor currentActor,
            WorkCalendar calendar,
            RoundRepository rounds,
            Aggregates aggregates,
            ProcessPort process,
            Recorder recorder,
            Deadlines deadlines,
            JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.calendar = calendar;
        this.rounds = rounds;
        this.aggregates = aggregates;
        this.process = process;
        this.recorder = recorder;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
    }

    /**
     * Stores a previewed draft as a round: all of it or nothing.
     *
     * @param demo marks persons, dates and statuses of this round as invented
     * @throws RuleViolation beside the field of the policy that is wrong
     */
    public RoundView accept(RoundPolicy policy, FindingsDraft findings, boolean demo) {
        Actor actor = requireClerk();
        if (rounds.findByCode(policy.code()).isPresent()) {
            throw RuleViolation.at("code", "rectification.round.codeTaken", policy.code());
        }
        Round round = new Round(policy, calendar, demo);
        round.accepted(deadlines.now());
        aggregates.save(round);
        int aspectNo = 0;
        int problemNo = 0;
        for (AspectDraft aspectDraft : findings.aspects()) {
            Aspect aspect = new Aspect(round.id(), ++aspectNo, aspectDraft.title());
            aggregates.save(aspect);
            for (ProblemDraft problemDraft : aspectDraft.problems()) {
                problem(round, aspect, ++problemNo, problemDraft);
            }
        }
        figures(
                round,
                null,
                findings.organisation().quantities(),
                findings.organisation().growthRates());
        documents(round, null, findings.organisation().documents());
        recorder.by(
                actor,
                "round:" + round.code(),
                "round.accepted",
                Map.of(
                        "problems", String.valueOf(problemNo),
                        "measures", String.valueOf(findings.measures().size())));
        return round.view();
    }

    private void problem(Round round, Aspect aspect, int ordinal, ProblemDraft draft) {
        String manifestation = draft.manifestations().isEmpty() ? null : String.join("\n", draft.manifestations());
        Problem problem = new Problem(round, aspect, ordinal, draft.title(), manifestation);
        aggregates.save(problem);
        int measureNo = 0;
        for (MeasureDraft measureDraft : draft.measures()) {
            String heading = measureDraft.title();
            Measure measure = new Measure(
                    problem,
                    ++measureNo,
                    new NewMeasure(
                            heading.length() > HEADING_LIMIT ? heading.substring(0, HEADING_LIMIT) : heading,
                            measureDraft.text(),
                            null,
                            MeasureKind.TIME_LIMITED,
                            Set.of(EvidenceKind.DOCUMENT),
                            problem.due(),
                            null,
                            null));
            aggregates.save(measure);
            figures(round, measure.caseNumber(), measureDraft.quantities(), measureDraft.growthRates());
            documents(round, measure.caseNumber(), measureDraft.documents());
        }
    }

    private void figures(
            Round round, @Nullable CaseNumber number, List<QuantityDraft> quantities, List<GrowthRate> rates) {
        for (QuantityDraft quantity : quantities) {
            figure(round, number, quantity.value(), quantity.unit(), quantity.quote(), quantity.period(), null);
        }
        for (GrowthRate rate : rates) {
            figure(round, number, rate.percent(), "%", rate.quote(), null, rate.percent());
        }
    }

    private void figure(
            Round round,
            @Nullable CaseNumber number,
            BigDecimal amount,
            String unit,
            String what,
            @Nullable String period,
            @Nullable BigDecimal growth) {
        jdbc.sql("insert into rect_quantity (id, round_id, case_number, amount, unit, what, period, growth)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        round.id(),
                        number == null ? null : number.value(),
                        amount,
                        unit,
                        what.length() > HEADING_LIMIT ? what.substring(0, HEADING_LIMIT) : what,
                        period,
                        growth)
                .update();
    }

    private void documents(Round round, @Nullable CaseNumber number, List<NamedDocument> documents) {
        for (NamedDocument document : documents) {
            jdbc.sql("insert into rect_document (id, round_id, case_number, title, kind, number)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            Ids.next(),
                            round.id(),
                            number == null ? null : number.value(),
                            document.title(),
                            document.kind().name(),
                            document.number())
                    .update();
        }
    }

    /** Names who answers for a problem; measures without anybody of their own follow it. */
    public void assign(CaseNumber problemNumber, Responsibility to) {
        Actor actor = requireClerk();
        Problem problem = aggregates.problem(problemNumber);
        problem.assign(to);
        for (Measure measure : aggregates.measuresOf(problem)) {
            if (measure.personResponsible() == null || measure.responsibleUnit() == null) {
                measure.assign(to.responsibleUnit(), to.personResponsible());
            }
        }
        jdbc.sql("delete from rect_support where case_number = ?")
                .param(problemNumber.value())
                .update();
        to.supportingUnits().forEach(unit -> jdbc.sql("insert into rect_support (case_number, unit_id) values (?, ?)")
                .params(problemNumber.value(), unit)
                .update());
        recorder.by(actor, problemNumber.value(), "problem.assigned", Map.of());
    }

    /** Starts the process of a problem (部署). */
    public void start(CaseNumber problemNumber) {
        requireClerk();
        aggregates.problem(problemNumber).start();
        process.startProblem(problemNumber);
    }

    /** The round's policy and dates. */
    @Transactional(readOnly = true)
    public RoundView round(String code) {
        currentActor.require();
        return rounds.findByCode(code).orElseThrow(() -> new NotFound(code)).view();
    }

    private Actor requireClerk() {
        Actor actor = currentActor.require();
        if (!actor.has(Duty.CLERK)) {
            throw new Forbidden("rectification.duty.clerk");
        }
        return actor;
    }
}
