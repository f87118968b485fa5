package org.bihuan.rectification.ui;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.UnitRef;
import org.bihuan.rectification.CaseSource;
import org.bihuan.rectification.EvidenceRule;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.MeasurePlan;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ui.TakeOver.Part;
import org.bihuan.rectification.ui.TakeOver.Place;
import org.bihuan.shared.Dates;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Facts;

/** One measure of the plan: its standard of closure, kind, date, unit and person. */
final class PlanLine {

    private final PlanForm form;
    private final transient MeasureView measure;
    private final Section block;
    private final TextArea standard;
    private final Select<MeasureKind> kind;
    private final LocalDateField due;
    private final ResponsibleFields responsible;

    PlanLine(PlanForm form, MeasureView measure, CaseSource source, UnitMembers known, EvidenceRule evidence) {
        this.form = form;
        this.measure = measure;
        form.group(measure.caseNumber().value());
        block = new Section(new H4(measure.caseNumber().value() + " " + measure.heading()));
        if (measure.saysMore()) {
            block.add(new Paragraph(measure.content()));
        }
        block.addClassName("plan-measure");
        form.getContent().add(block);
        standard = new TextArea(said("measureStandard"));
        if (!source.isEmpty()) {
            block.add(source(source));
        }
        form.text(name("standard"), said("measureStandard"), true, standard, block);
        standard.setMinRows(2);
        standard.setValue(PlanForm.orEmpty(measure.standard()));
        Div facts = new Div();
        facts.addClassName("plan-facts");
        block.add(facts);
        kind = kind(evidence, facts);
        due = form.date(name("due"), said("due"), said("due"), facts);
        due.setValue(measure.due());
        responsible = new ResponsibleFields(known);
        people(facts);
        responsible.show(measure.responsibleUnit(), measure.personResponsible());
    }

    /** What the text of the measure counts and names, by which its standard of closure is set. */
    private Div source(CaseSource source) {
        Facts facts = new Facts();
        SourceWords.add(facts, source);
        Div block = new Div(facts);
        block.addClassName("plan-source");
        String reached = SourceWords.reached(form, source, measure.marker());
        if (!reached.isEmpty()) {
            block.add(offer(reached));
        }
        return block;
    }

    /** Puts the sentence into the standard of closure; there only while nothing stands in it. */
    private Button offer(String sentence) {
        Button button = new Button(said("useSource"), click -> {
            if (standard.getValue().isBlank()) {
                standard.setValue(sentence);
                form.filled();
                standard.focus();
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(form.getTranslation("rectification.form.plan.useSourceOf", measure.caseNumber()));
        standard.addValueChangeListener(
                change -> button.setVisible(change.getValue().isBlank()));
        return button;
    }

    private Select<MeasureKind> kind(EvidenceRule evidence, Div parent) {
        Select<MeasureKind> select = new Select<>();
        select.setLabel(said("kind"));
        select.setItems(MeasureKind.values());
        select.setItemLabelGenerator(value -> form.getTranslation(value.key()));
        select.addValueChangeListener(
                change -> select.setHelperText(EvidenceWords.needed(form, evidence.of(change.getValue()))));
        select.setHelperText(EvidenceWords.needed(form, evidence.of(measure.kind())));
        select.setValue(measure.kind());
        return form.field(name("kind"), said("kind"), true, select, MeasureKind::name, MeasureKind::valueOf, parent);
    }

    private void people(Div parent) {
        form.field(
                name("unit"),
                said("unit"),
                true,
                responsible.unit(),
                chosen -> Long.toString(chosen.id()),
                text -> responsible.unit(Long.parseLong(text)),
                parent);
        form.field(
                name("person"),
                said("person"),
                true,
                responsible.person(),
                chosen -> Long.toString(chosen.id()),
                text -> responsible.member(Long.parseLong(text)),
                parent);
    }

    private String said(String field) {
        return form.getTranslation("rectification.form.plan." + field);
    }

    private String name(String field) {
        return measure.caseNumber().value() + "." + field;
    }

    /** Puts a button under the fields by which the other measures can take them over. */
    void offerTo(List<PlanLine> others) {
        Button button = new Button(form.getTranslation("rectification.takeOver.open"));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.addClassName("plan-take-over");
        button.setAriaLabel(form.getTranslation("rectification.takeOver.openOf", measure.caseNumber()));
        button.addClickListener(
                click -> new TakeOver(measure.caseNumber(), others.size(), gives(others), form::filled).open());
        block.add(button);
    }

    /** What is filled in here and where it would go. The standard is a matter of each measure, and never preselected. */
    private List<Part> gives(List<PlanLine> others) {
        List<Part> parts = new ArrayList<>();
        UnitRef unit = responsible.unit().getValue();
        PersonRef person = responsible.person().getValue();
        if (unit != null) {
            parts.add(new Part(
                    form.getTranslation("rectification.takeOver.responsible"),
                    person == null ? unit.name() : unit.name() + " " + person.name(),
                    true,
                    others.stream()
                            .map(line -> line.responsible.place(unit, person))
                            .toList()));
        }
        if (due.getValue() != null) {
            parts.add(part("due", Dates.dense(due.getValue()), true, line -> line.due, others));
        }
        parts.add(part("kind", form.getTranslation(kind.getValue().key()), true, line -> line.kind, others));
        if (!standard.getValue().isBlank()) {
            parts.add(part("measureStandard", standard.getValue(), false, line -> line.standard, others));
        }
        return parts;
    }

    private <V> Part part(
            String field, String value, boolean chosen, Function<PlanLine, HasValue<?, V>> of, List<PlanLine> others) {
        V given = of.apply(this).getValue();
        return new Part(
                said(field),
                value,
                chosen,
                others.stream().map(line -> place(of.apply(line), given)).toList());
    }

    private static <V> Place place(HasValue<?, V> field, V given) {
        boolean empty = field instanceof LocalDateField day
                ? day.isEmpty() && day.isReadable()
                : field.isEmpty() || field.getValue() instanceof String text && text.isBlank();
        return new Place(empty, Objects.equals(field.getValue(), given), () -> field.setValue(given));
    }

    /** Refuses for all that is missing here, each beside its field. */
    void check() {
        RuleViolation.gather(
                () -> require("standard", standard.getValue().isBlank(), "noStandard"),
                () -> require("due", due.getValue() == null && due.isReadable(), "duePast"),
                () -> require("unit", responsible.unit().isEmpty(), "textMissing"),
                () -> require("person", responsible.person().isEmpty(), "textMissing"));
    }

    private void require(String field, boolean missing, String rule) {
        if (missing) {
            throw RuleViolation.at(name(field), "rectification.plan." + rule, measure.caseNumber());
        }
    }

    /** The line as it stands, once {@link #check()} has let it pass. */
    MeasurePlan plan() {
        return new MeasurePlan(
                measure.caseNumber(),
                standard.getValue(),
                kind.getValue(),
                requireNonNull(due.getValue()),
                requireNonNull(responsible.unit().getValue()).id(),
                requireNonNull(responsible.person().getValue()).id());
    }
}
