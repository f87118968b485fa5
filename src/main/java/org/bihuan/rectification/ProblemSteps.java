package org.bihuan.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.audit.FactList;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.springframework.stereotype.Component;

/** The steps of a problem: aggregate and trail together. */
@Component
class ProblemSteps {

    private final Aggregates aggregates;
    private final Deadlines deadlines;
    private final MeasureSteps measureSteps;
    private final ResponsibilityRules rules;
    private final EvidenceRule evidence;
    private final Recorder recorder;
    private final History history;
    private final EarlierRows earlier;

    ProblemSteps(
            Aggregates aggregates,
            Deadlines deadlines,
            MeasureSteps measureSteps,
            ResponsibilityRules rules,
            EvidenceRule evidence,
            Recorder recorder,
            History history,
            EarlierRows earlier) {
        this.rules = rules;
        this.evidence = evidence;
        this.measureSteps = measureSteps;
        this.aggregates = aggregates;
        this.deadlines = deadlines;
        this.recorder = recorder;
        this.history = history;
        this.earlier = earlier;
    }

    void draftPlan(StepContext step, Submission.Plan plan) {
        RuleViolation.gather(
                () -> Wording.require("causeAnalysis", plan.causeAnalysis(), Wording.LONG),
                () -> Wording.require("target", plan.target(), Wording.LONG),
                () -> Wording.require("closureStandard", plan.closureStandard(), Wording.LONG));
        Problem problem = aggregates.problem(step.number());
        problem.draftPlan(step.hands(), plan.causeAnalysis(), plan.target(), plan.closureStandard());
        Map<CaseNumber, Measure> measures = new HashMap<>();
        aggregates.measuresOf(problem).forEach(measure -> measures.put(measure.caseNumber(), measure));
        Round round = aggregates.round(problem.roundId());
        Map<MeasurePlan, Measure> lines = new LinkedHashMap<>();
        for (MeasurePlan line : plan.measures()) {
            Measure measure = measures.remove(line.measure());
            if (measure == null) {
                throw new RuleViolation(
                        "rectification.plan.foreignMeasure", line.measure().value());
            }
            lines.put(line, measure);
        }
        Map<Measure, MeasurePlan> settled = new LinkedHashMap<>();
        RuleViolation.gather(lines.entrySet().stream()
                .map(line -> (Runnable) () -> settle(line.getKey(), line.getValue(), problem, round, settled))
                .toArray(Runnable[]::new));
        settled.forEach((measure, line) -> {
            rules.hold(measure.personResponsible(), line.personResponsible());
            measure.plan(line, evidence);
        });
        if (!measures.isEmpty()) {
            throw new RuleViolation(
                    "rectification.plan.measureMissing",
                    measures.keySet().iterator().next().value());
        }
        if (plan.measures().isEmpty()) {
            throw new RuleViolation("rectification.problem.noMeasures", step.number());
        }
        requireJudges(problem, lines.values());
        record(step, "plan.drafted", facts(plan));
    }

    /** Refuses for all that stands against one line of the plan, each beside its field; else notes its settled form. */
    private void settle(
            MeasurePlan line, Measure measure, Problem problem, Round round, Map<Measure, MeasurePlan> settled) {
        String number = line.measure().value();
        RuleViolation.gather(
                () -> requireStandard(number, line.standard()),
                () -> settled.put(
                        measure,
                        line.on(deadlines.ahead(
                                line.due(),
                                round,
                                RuleViolation.at(number + ".due", "rectification.plan.duePast", number)))),
                () -> requireAnswerable(line, measure, problem));
    }

    private static void requireStandard(String number, String standard) {
        String field = number + ".standard";
        if (standard.isBlank()) {
            throw RuleViolation.at(field, "rectification.plan.noStandard", number);
        }
        Wording.requireWithin(field, standard, Wording.LONG);
    }

    /** Whom the plan newly names is held to the rules of deployment. */
    private void requireAnswerable(MeasurePlan line, Measure measure, Problem problem) {
        boolean same = measure.responsibleUnit() != null
                && line.responsibleUnit() == measure.responsibleUnit()
                && measure.personResponsible() != null
                && line.personResponsible() == measure.personResponsible();
        if (!same) {
            rules.requireBesideMeasure(
                    new MeasureResponsibility(
                            line.measure(), line.responsibleUnit(), line.personResponsible(), Set.of()),
                    problem.leadOfficial());
        }
    }

    /** The whole plan: drafted again after a return it replaces what was there, and the trail keeps each version. */
    private static Map<String, String> facts(Submission.Plan plan) {
        return Map.of(
                "causeAnalysis", plan.causeAnalysis(),
                "target", plan.target(),
                "closureStandard", plan.closureStandard(),
                "count", String.valueOf(plan.measures().size()),
                "measures",
                        plan.measures().stream()
                                .map(line -> "%s %s %s %s %s"
                                        .formatted(
                                                line.measure().value(),
                                                line.due(),
                                                line.responsibleUnit(),
                                                line.personResponsible(),
                                                line.standard()))
                                .collect(Collectors.joining("\n")));
    }

    Map<String, Instant> reviewPlan(StepContext step, Decision decision) {
        Problem problem = aggregates.problem(step.number());
        if (decision.approved()) {
            problem.approvePlan(step.hands());
            requireJudges(problem, aggregates.measuresOf(problem));
            record(step, "plan.approved", Map.of("opinion", decision.opinion()));
        } else {
            problem.returnPlan(step.hands(), decision.opinion(), step.at());
            record(step, "plan.returned", Map.of("reason", decision.opinion()));
        }
        return Map.of();
    }

    /** Where the plan gives measures to others than the problem's own, somebody must be left to judge the whole. */
    private void requireJudges(Problem problem, Collection<Measure> measures) {
        Responsibility whole = problem.responsibility(Set.of());
        List<MeasureResponsibility> others = measures.stream()
                .map(Measure::responsibility)
                .filter(own -> !Objects.equals(own.unit(), whole.responsibleUnit())
                        || !Objects.equals(own.person(), whole.personResponsible()))
                .toList();
        if (!others.isEmpty()) {
            rules.requireJudges(whole, others, Earlier.NOBODY);
        }
    }

    void proposeClosure(StepContext step, Submission.Closure closure) {
        Wording.require("summary", closure.summary(), Wording.LONG);
        Problem problem = aggregates.problem(step.number());
        problem.proposeClosure(step.hands(), closure.summary(), aggregates.measuresOf(problem));
        // Handed in again, the summary on the problem is replaced; here each version stays.
        record(step, "closure.proposed", Map.of("summary", closure.summary()));
    }

    Map<String, Instant> decideClosure(StepContext step, String form, Decision decision) {
        Problem problem = aggregates.problem(step.number());
        List<Measure> measures = aggregates.measuresOf(problem);
        if (!decision.approved()) {
            returnClosure(step, form, problem, measures, decision);
            return Map.of();
        }
        Map<String, String> opinion = Map.of("opinion", decision.opinion());
        switch (form) {
            case WorkForms.CLOSURE_REVIEW -> {
                problem.reviewClosure(step.hands());
                record(step, "closure.reviewed", opinion);
            }
            case WorkForms.CLOSURE_VERIFY -> {
                problem.verifyClosure(step.hands(), measures, earlier.of(problem, measures));
                record(step, "closure.verified", opinion);
            }
            default -> {
                problem.approveClosure(step.hands(), measures, earlier.of(problem, measures));
                record(step, "closure.approved", opinion);
            }
        }
        return Map.of();
    }

    private void returnClosure(
            StepContext step, String form, Problem problem, List<Measure> measures, Decision decision) {
        LocalDate newDue = decision.newDue();
        Earlier before = earlier.of(problem, measures);
        ClosingDuties signed = problem.duties(before);
        problem.returnClosure(form, step.hands(), measures, before, decision.opinion(), step.at());
        history.closureReturned(problem.caseNumber(), signed.proposed(), judges(form, signed, step.hands()), step.at());
        record(
                step,
                "closure.returned",
                Map.of(
                        "reason",
                        decision.opinion(),
                        "redo",
                        FactList.of(
                                decision.redo().stream().map(CaseNumber::value).sorted()),
                        "newDue",
                        newDue == null ? "" : newDue.toString()));
        for (CaseNumber number : decision.redo()) {
            Measure measure = measures.stream()
                    .filter(m -> m.caseNumber().equals(number))
                    .findFirst()
                    .orElseThrow(() -> new RuleViolation("rectification.plan.foreignMeasure", number.value()));
            if (newDue == null) {
                throw RuleViolation.at("newDue", "rectification.decision.noNewDue");
            }
            measure.redo(step.hands(), decision.opinion(), step.at());
            measureSteps.move(step.actor(), step.hands(), measure, newDue, decision.opinion());
        }
    }

    /** Who returns it has judged it at that step. */
    private static History.Judges judges(String form, ClosingDuties signed, Hands hands) {
        Signature judge = Signature.of(hands);
        return switch (form) {
            case WorkForms.CLOSURE_REVIEW -> new History.Judges(judge, signed.verified());
            case WorkForms.CLOSURE_VERIFY -> new History.Judges(signed.reviewed(), judge);
            default -> new History.Judges(signed.reviewed(), signed.verified());
        };
    }

    void followUp(StepContext step, Submission.FollowUp followUp) {
        Wording.require("result", followUp.result(), Wording.REASON);
        Problem problem = aggregates.problem(step.number());
        List<Measure> measures = aggregates.measuresOf(problem);
        problem.followedUp(step.hands(), followUp.result(), measures, earlier.of(problem, measures));
        record(step, "followUp.done", Map.of("result", followUp.result()));
    }

    private void record(StepContext step, String action, Map<String, String> facts) {
        recorder.by(step.actor(), step.hands(), step.number(), action, facts);
    }
}
