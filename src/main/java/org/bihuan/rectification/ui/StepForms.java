package org.bihuan.rectification.ui;

import java.util.List;
import java.util.Optional;

import org.bihuan.identity.Directory;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.EvidenceRule;
import org.bihuan.rectification.FormField;
import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalogue of forms by form key. */
@Component
public class StepForms {

    private final CaseFile cases;
    private final Directory directory;
    private final EvidenceRule evidence;

    StepForms(CaseFile cases, Directory directory, EvidenceRule evidence) {
        this.cases = cases;
        this.directory = directory;
        this.evidence = evidence;
    }

    /** The form of a step, or empty where the key names none of the catalogue. */
    public Optional<StepForm> create(String formKey, CaseNumber number) {
        StepForm form =
                switch (formKey) {
                    case WorkForms.MEASURE_ACKNOWLEDGE -> new SimpleForms.Acknowledge();
                    case WorkForms.MEASURE_CARRY_OUT ->
                        new SimpleForms.CarryOut(cases.measure(number).report());
                    case WorkForms.CLOSURE_PROPOSE ->
                        new SimpleForms.Closure(cases.problem(number).closureSummary());
                    case WorkForms.FOLLOW_UP -> new SimpleForms.FollowUp();
                    case WorkForms.PLAN_DRAFT ->
                        new PlanForm(
                                cases.problem(number),
                                cases.measures(number),
                                cases.sources(number),
                                directory,
                                evidence);
                    case WorkForms.PLAN_REVIEW -> new DecisionForm(DecisionForm.NewDate.NONE, List.of());
                    case WorkForms.MEASURE_REVIEW -> new DecisionForm(DecisionForm.NewDate.OPTIONAL, List.of());
                    case WorkForms.MEASURE_VERIFY -> new DecisionForm(DecisionForm.NewDate.REQUIRED, List.of());
                    case WorkForms.CLOSURE_REVIEW, WorkForms.CLOSURE_VERIFY, WorkForms.CLOSURE_APPROVE ->
                        new DecisionForm(DecisionForm.NewDate.OPTIONAL, cases.measures(number));
                    default -> null;
                };
        return Optional.ofNullable(form);
    }

    /** The form of a step: of the catalogue where its key names one, else as a process admin has drawn it. */
    public StepForm create(@Nullable String formKey, CaseNumber number, List<FormField> drawn) {
        return create(String.valueOf(formKey), number).orElseGet(() -> new DrawnForm(drawn));
    }
}
