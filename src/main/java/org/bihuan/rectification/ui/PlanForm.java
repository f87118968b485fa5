package org.bihuan.rectification.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.identity.Directory;
import org.bihuan.rectification.CaseSource;
import org.bihuan.rectification.EvidenceRule;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemView;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The rectification plan: cause, target, standard of closure, and what each measure takes. */
final class PlanForm extends StepForm {

    private final TextArea cause;
    private final TextArea target;
    private final TextArea standard;
    private final List<PlanLine> lines = new ArrayList<>();

    /** @param sources what the imported document counts and names for the measures, by measure */
    PlanForm(
            ProblemView problem,
            List<MeasureView> measures,
            Map<CaseNumber, CaseSource> sources,
            Directory directory,
            EvidenceRule evidence) {
        cause = text("causeAnalysis", "rectification.form.plan.cause", "rectification.form.plan.causeHint");
        target = text("target", "rectification.form.plan.target", "");
        standard = text("closureStandard", "rectification.form.plan.standard", "rectification.form.plan.standardHint");
        cause.setValue(orEmpty(problem.causeAnalysis()));
        target.setValue(orEmpty(problem.target()));
        standard.setValue(orEmpty(problem.closureStandard()));
        UnitMembers known = new UnitMembers(directory);
        measures.forEach(measure -> lines.add(new PlanLine(
                this, measure, sources.getOrDefault(measure.caseNumber(), CaseSource.NOTHING), known, evidence)));
        if (lines.size() > 1) {
            lines.forEach(line ->
                    line.offerTo(lines.stream().filter(other -> other != line).toList()));
        }
        action("rectification.form.plan.submit", ButtonVariant.LUMO_PRIMARY, () -> submit(this::plan, checks()));
    }

    private Runnable[] checks() {
        Stream<Runnable> head = Stream.of(
                () -> requireText("causeAnalysis", cause),
                () -> requireText("target", target),
                () -> requireText("closureStandard", standard));
        return Stream.concat(head, lines.stream().map(line -> line::check)).toArray(Runnable[]::new);
    }

    private static void requireText(String name, TextArea text) {
        if (text.getValue().isBlank()) {
            throw RuleViolation.at(name, "rectification.plan.textMissing");
        }
    }

    private Submission plan() {
        return new Submission.Plan(
                cause.getValue(),
                target.getValue(),
                standard.getValue(),
                lines.stream().map(PlanLine::plan).toList());
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
