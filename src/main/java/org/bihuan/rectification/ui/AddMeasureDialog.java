package org.bihuan.rectification.ui;

import java.util.Map;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.NewMeasure;
import org.bihuan.rectification.ProblemView;
import org.bihuan.rectification.Wording;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Notifications;
import org.bihuan.shared.ui.Refusals;

/** Adds a measure to a problem; one added while the work is running joins it. */
final class AddMeasureDialog extends Dialog {

    private final TextField heading = new TextField();
    private final TextArea content = new TextArea();
    private final TextArea standard = new TextArea();
    private final Select<MeasureKind> kind = new Select<>();
    private final CheckboxGroup<EvidenceKind> evidence = new CheckboxGroup<>();
    private final LocalDateField due;
    private final ResponsibleFields responsible;

    AddMeasureDialog(CaseServices services, ProblemView problem, Consumer<CaseNumber> added) {
        setHeaderTitle(getTranslation("rectification.addMeasure.title", problem.caseNumber()));
        setCloseOnOutsideClick(false);
        setWidth("min(40rem, 95vw)");
        due = new LocalDateField(getTranslation("rectification.form.plan.due"));
        responsible = new ResponsibleFields(services.directory());
        fields(services, problem);
        Refusals refusals = new Refusals(
                this,
                Map.of(
                        "heading", heading,
                        "content", content,
                        "standard", standard,
                        "due", due,
                        "responsibleUnit", responsible.unit(),
                        "personResponsible", responsible.person()));
        Button save = new Button(getTranslation("rectification.addMeasure.save"), click -> {
            CaseNumber[] number = new CaseNumber[1];
            if (refusals.guard(() -> number[0] = add(services, problem))) {
                close();
                Notifications.done(getTranslation("rectification.addMeasure.done", number[0]));
                added.accept(number[0]);
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("rectification.dialog.cancel"), click -> close()), save);
    }

    private void fields(CaseServices services, ProblemView problem) {
        heading.setLabel(getTranslation("rectification.addMeasure.heading"));
        heading.setMaxLength(Wording.HEADING);
        heading.setRequiredIndicatorVisible(true);
        heading.setWidthFull();
        content.setLabel(getTranslation("rectification.case.content"));
        content.setRequiredIndicatorVisible(true);
        content.setWidthFull();
        standard.setLabel(getTranslation("rectification.form.plan.measureStandard"));
        standard.setRequiredIndicatorVisible(true);
        standard.setWidthFull();
        kind.setLabel(getTranslation("rectification.form.plan.kind"));
        kind.setItems(MeasureKind.values());
        kind.setItemLabelGenerator(value -> getTranslation(value.key()));
        kind.setValue(MeasureKind.TIME_LIMITED);
        evidence.setLabel(getTranslation("rectification.addMeasure.evidence"));
        evidence.setItems(EvidenceKind.values());
        evidence.setItemLabelGenerator(value -> getTranslation(value.key()));
        evidence.setHelperText(
                EvidenceWords.needed(this, services.evidenceRule().of(MeasureKind.TIME_LIMITED)));
        kind.addValueChangeListener(change -> evidence.setHelperText(
                EvidenceWords.needed(this, services.evidenceRule().of(change.getValue()))));
        due.setRequiredIndicatorVisible(true);
        if (problem.due().isAfter(services.today())) {
            due.setValue(problem.due());
        }
        responsible.show(problem.responsibleUnit(), problem.personResponsible());
        add(heading, content, standard, kind, evidence, due, responsible.unit(), responsible.person());
    }

    private CaseNumber add(CaseServices services, ProblemView problem) {
        return services.work().addMeasure(problem.caseNumber(), draft(services));
    }

    private NewMeasure draft(CaseServices services) {
        RuleViolation.gather(
                () -> required("heading", heading.getValue()),
                () -> required("content", content.getValue()),
                () -> required("standard", standard.getValue()),
                () -> dueAhead(services),
                responsible::requiredUnit,
                responsible::requiredPerson);
        return new NewMeasure(
                heading.getValue().strip(),
                content.getValue().strip(),
                standard.getValue().strip(),
                kind.getValue(),
                evidence.getValue(),
                due.getValue(),
                responsible.requiredUnit(),
                responsible.requiredPerson());
    }

    private void dueAhead(CaseServices services) {
        if (due.getValue() == null || !due.getValue().isAfter(services.today())) {
            throw RuleViolation.at("due", "rectification.decision.newDuePast");
        }
    }

    private static void required(String field, String value) {
        if (value.isBlank()) {
            throw RuleViolation.at(field, "rectification.plan.textMissing");
        }
    }
}
