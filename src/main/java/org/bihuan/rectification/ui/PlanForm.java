package org.bihuan.rectification.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.UnitRef;
import org.bihuan.rectification.EvidenceRule;
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
    private final transient EvidenceRule evidence;

    PlanForm(ProblemView problem, List<MeasureView> measures, Directory directory, EvidenceRule evidence) {
        this.evidence = evidence;
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

    private static <T> @Nullable T first(List<T> all, Predicate<T> fits) {
        return all.stream().filter(fits).findFirst().orElse(null);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** One measure of the plan. */
    private final class Line {

        private final MeasureView measure;
        private final TextArea standard;
        private final Select<MeasureKind> kind;
        private final DatePicker due;
        private final ComboBox<UnitRef> unit;
        private final ComboBox<PersonRef> person;
        private List<PersonRef> members = List.of();

        Line(MeasureView measure, List<UnitRef> units, Directory directory) {
            this.measure = measure;
            Section block = new Section(
                    new H4(measure.caseNumber().value() + " " + measure.heading()), new Paragraph(measure.content()));
            block.addClassName("plan-measure");
            PlanForm.this.getContent().add(block);
            standard = new TextArea(getTranslation("rectification.form.plan.measureStandard"));
            text(name("standard"), called("measureStandard"), true, standard, block);
            standard.setMinRows(2);
            standard.setValue(orEmpty(measure.standard()));
            Div facts = new Div();
            facts.addClassName("plan-facts");
            block.add(facts);
            kind = kind(measure.kind(), facts);
            due = date(name("due"), getTranslation("rectification.form.plan.due"), called("due"), facts);
            due.setValue(measure.due());
            unit = new ComboBox<>(getTranslation("rectification.form.plan.unit"), units);
            unit.setItemLabelGenerator(UnitRef::name);
            person = new ComboBox<>(getTranslation("rectification.form.plan.person"));
            person.setItemLabelGenerator(PersonRef::name);
            unit.addValueChangeListener(change -> {
                UnitRef chosen = change.getValue();
                members = chosen == null ? List.of() : directory.members(chosen.id());
                person.setItems(members);
            });
            unit.setRequiredIndicatorVisible(true);
            person.setRequiredIndicatorVisible(true);
            field(
                    name("unit"),
                    called("unit"),
                    true,
                    unit,
                    chosen -> Long.toString(chosen.id()),
                    text -> first(units, candidate -> candidate.id() == Long.parseLong(text)),
                    facts);
            field(
                    name("person"),
                    called("person"),
                    true,
                    person,
                    chosen -> Long.toString(chosen.id()),
                    text -> first(members, candidate -> candidate.id() == Long.parseLong(text)),
                    facts);
            name(measure.responsibleUnit(), measure.personResponsible(), units);
        }

        private Select<MeasureKind> kind(MeasureKind now, Div parent) {
            Select<MeasureKind> select = new Select<>();
            select.setLabel(getTranslation("rectification.form.plan.kind"));
            select.setItems(MeasureKind.values());
            select.setItemLabelGenerator(value -> getTranslation(value.key()));
            select.addValueChangeListener(change ->
                    select.setHelperText(EvidenceWords.needed(PlanForm.this, evidence.of(change.getValue()))));
            select.setHelperText(EvidenceWords.needed(PlanForm.this, evidence.of(now)));
            select.setValue(now);
            return field(name("kind"), called("kind"), true, select, MeasureKind::name, MeasureKind::valueOf, parent);
        }

        private void name(@Nullable Long unitId, @Nullable Long personId, List<UnitRef> units) {
            UnitRef known = unitId == null ? null : first(units, candidate -> candidate.id() == unitId);
            if (known != null) {
                unit.setValue(known);
            }
            PersonRef named = personId == null ? null : first(members, candidate -> candidate.id() == personId);
            if (named != null) {
                person.setValue(named);
            }
        }

        /** The field as the checklist calls it: which measure it belongs to. */
        private String called(String field) {
            return measure.caseNumber().value() + " " + getTranslation("rectification.form.plan." + field);
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
