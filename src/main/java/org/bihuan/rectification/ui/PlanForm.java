package org.bihuan.rectification.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.UnitRef;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasurePlan;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemView;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The rectification plan: cause, target, standard of closure, and what each measure takes. */
final class PlanForm extends StepForm {

    private final TextArea cause;
    private final TextArea target;
    private final TextArea standard;
    private final List<Line> lines = new ArrayList<>();

    PlanForm(ProblemView problem, List<MeasureView> measures, Directory directory) {
        cause = text("causeAnalysis", "rectification.form.plan.cause", "rectification.form.plan.causeHint");
        target = text("target", "rectification.form.plan.target", "");
        standard = text("closureStandard", "rectification.form.plan.standard", "rectification.form.plan.standardHint");
        cause.setValue(orEmpty(problem.causeAnalysis()));
        target.setValue(orEmpty(problem.target()));
        standard.setValue(orEmpty(problem.closureStandard()));
        List<UnitRef> units = directory.units();
        measures.forEach(measure -> lines.add(new Line(measure, units, directory)));
        action(
                "rectification.form.plan.submit",
                ButtonVariant.LUMO_PRIMARY,
                () -> submit(() -> new Submission.Plan(
                        cause.getValue(),
                        target.getValue(),
                        standard.getValue(),
                        lines.stream().map(Line::plan).toList())));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public Map<String, String> draft() {
        Map<String, String> draft = super.draft();
        for (Line line : lines) {
            if (line.due.getValue() != null) {
                draft.put(line.name("due"), line.due.getValue().toString());
            }
        }
        return draft;
    }

    @Override
    public void restore(Map<String, String> draft) {
        super.restore(draft);
        for (Line line : lines) {
            String due = draft.get(line.name("due"));
            if (due != null) {
                line.due.setValue(LocalDate.parse(due));
            }
        }
    }

    /** One measure of the plan. */
    private final class Line {

        private final MeasureView measure;
        private final TextArea standard;
        private final Select<MeasureKind> kind;
        private final DatePicker due;
        private final ComboBox<UnitRef> unit;
        private final ComboBox<PersonRef> person;

        Line(MeasureView measure, List<UnitRef> units, Directory directory) {
            this.measure = measure;
            Section head = new Section(
                    new H4(measure.caseNumber().value() + " " + measure.heading()), new Paragraph(measure.content()));
            head.addClassName("plan-measure");
            PlanForm.this.getContent().add(head);
            standard = text(name("standard"), "rectification.form.plan.measureStandard", "");
            standard.setMinRows(2);
            standard.setValue(orEmpty(measure.standard()));
            kind = new Select<>();
            kind.setLabel(getTranslation("rectification.form.plan.kind"));
            kind.setItems(MeasureKind.values());
            kind.setItemLabelGenerator(value -> getTranslation(value.key()));
            kind.setValue(measure.kind());
            field(name("kind"), kind);
            due = field(name("due"), new LocalDateField(getTranslation("rectification.form.plan.due")));
            due.setValue(measure.due());
            unit = new ComboBox<>(getTranslation("rectification.form.plan.unit"), units);
            unit.setItemLabelGenerator(UnitRef::name);
            person = new ComboBox<>(getTranslation("rectification.form.plan.person"));
            person.setItemLabelGenerator(PersonRef::name);
            unit.addValueChangeListener(change -> {
                List<PersonRef> members = change.getValue() == null
                        ? List.of()
                        : directory.members(change.getValue().id());
                person.setItems(members);
            });
            field(name("unit"), unit);
            field(name("person"), person);
            Long unitId = measure.responsibleUnit();
            if (unitId != null) {
                units.stream()
                        .filter(candidate -> candidate.id() == unitId)
                        .findFirst()
                        .ifPresent(unit::setValue);
            }
            Long personId = measure.personResponsible();
            if (personId != null && unit.getValue() != null) {
                directory.members(unit.getValue().id()).stream()
                        .filter(candidate -> candidate.id() == personId)
                        .findFirst()
                        .ifPresent(person::setValue);
            }
        }

        private String name(String field) {
            return measure.caseNumber().value() + "." + field;
        }

        MeasurePlan plan() {
            if (due.getValue() == null) {
                throw RuleViolation.at(name("due"), "rectification.plan.duePast", measure.caseNumber());
            }
            if (unit.getValue() == null) {
                throw RuleViolation.at(name("unit"), "rectification.plan.textMissing");
            }
            if (person.getValue() == null) {
                throw RuleViolation.at(name("person"), "rectification.plan.textMissing");
            }
            if (standard.getValue().isBlank()) {
                throw RuleViolation.at(name("standard"), "rectification.plan.noStandard", measure.caseNumber());
            }
            return new MeasurePlan(
                    measure.caseNumber(),
                    standard.getValue(),
                    kind.getValue(),
                    due.getValue(),
                    unit.getValue().id(),
                    person.getValue().id());
        }
    }
}
