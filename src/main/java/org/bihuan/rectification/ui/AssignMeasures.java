package org.bihuan.rectification.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.bihuan.identity.Directory;
import org.bihuan.identity.Names;
import org.bihuan.identity.UnitRef;
import org.bihuan.rectification.MeasureResponsibility;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.ProblemView;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The measures of a problem: each follows the problem, or has a unit and a person of its own. */
final class AssignMeasures extends Details {

    private final List<Line> lines = new ArrayList<>();
    private final transient Directory directory;

    AssignMeasures(CaseServices services, ProblemView problem) {
        this.directory = services.directory();
        addClassName("assign-measures");
        Names names = Names.of(directory, List.of());
        for (MeasureView measure : services.cases().measures(problem.caseNumber())) {
            Line line = new Line(measure, problem, services.cases().supportingUnits(measure.caseNumber()), names);
            lines.add(line);
            add(line);
        }
        summary();
        setVisible(!lines.isEmpty());
    }

    private void summary() {
        long own = lines.stream().filter(line -> line.fields != null).count();
        setSummaryText(getTranslation("findings.assign.measures", lines.size(), own));
    }

    /** The fields of measures with people of their own, by the names that refusals use. */
    Map<String, HasValidation> byName() {
        Map<String, HasValidation> fields = new HashMap<>();
        lines.forEach(line -> line.byName(fields));
        return fields;
    }

    /** Opens the part where a field in it has been refused. */
    void showRefused() {
        if (byName().values().stream().anyMatch(HasValidation::isInvalid)) {
            setOpened(true);
        }
    }

    /** Refuses beside each field that is missing. */
    void requireComplete() {
        RuleViolation.gather(
                lines.stream().map(line -> (Runnable) line::requireComplete).toArray(Runnable[]::new));
    }

    /** What has been changed for measures, complete. */
    List<MeasureResponsibility> orders() {
        List<MeasureResponsibility> orders = new ArrayList<>();
        for (Line line : lines) {
            MeasureResponsibility order = line.order();
            if (order != null) {
                orders.add(order);
            }
        }
        return orders;
    }

    /** One measure. */
    private final class Line extends Div {

        private final transient MeasureView measure;
        private final transient Set<Long> helpersBefore;
        private final boolean ownBefore;
        private final Span state = new Span();
        private final Button toggle = new Button();
        private final MultiSelectComboBox<UnitRef> supporting = new MultiSelectComboBox<>();
        private final FormLayout form = new FormLayout();
        private @Nullable ResponsibleFields fields;

        Line(MeasureView measure, ProblemView problem, Set<Long> helpers, Names names) {
            this.measure = measure;
            this.helpersBefore = new TreeSet<>(helpers);
            boolean named = measure.responsibleUnit() != null && measure.personResponsible() != null;
            boolean same = Objects.equals(measure.responsibleUnit(), problem.responsibleUnit())
                    && Objects.equals(measure.personResponsible(), problem.personResponsible());
            this.ownBefore = named && (!same || !helpers.isEmpty());
            addClassName("assign-measure");
            Span number = new Span("M%02d".formatted(measure.ordinal()));
            number.addClassName("number");
            Div heading = new Div(measure.heading());
            heading.addClassName("assign-heading");
            toggle.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            toggle.addClickListener(click -> {
                if (fields == null) {
                    own();
                } else {
                    follow();
                }
                summary();
            });
            Div head = new Div(number, heading, state, toggle);
            head.addClassName("assign-line");
            add(head, form);
            form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("30rem", 2));
            if (ownBefore) {
                own();
            } else {
                follow();
            }
        }

        private void own() {
            ResponsibleFields made = new ResponsibleFields(directory);
            made.show(measure.responsibleUnit(), measure.personResponsible());
            supporting.setLabel(getTranslation("rectification.case.supporting"));
            supporting.setItems(directory.units());
            supporting.setItemLabelGenerator(UnitRef::name);
            supporting.setPlaceholder(getTranslation("findings.assign.asProblem"));
            supporting.setValue(directory.units().stream()
                    .filter(unit -> helpersBefore.contains(unit.id()))
                    .collect(Collectors.toSet()));
            form.add(made.unit(), made.person(), supporting);
            form.setColspan(supporting, 2);
            fields = made;
            state.setText("");
            toggle.setText(getTranslation("findings.assign.follow"));
            toggle.setAriaLabel(getTranslation("findings.assign.followOf", measure.caseNumber()));
        }

        private void follow() {
            form.removeAll();
            fields = null;
            state.setText(getTranslation("findings.assign.follows"));
            toggle.setText(getTranslation("findings.assign.own"));
            toggle.setAriaLabel(getTranslation("findings.assign.ownOf", measure.caseNumber()));
        }

        void byName(Map<String, HasValidation> byName) {
            ResponsibleFields made = fields;
            if (made != null) {
                byName.put(name("unit"), made.unit());
                byName.put(name("person"), made.person());
            }
        }

        void requireComplete() {
            ResponsibleFields made = fields;
            if (made != null && (made.unit().isEmpty() || made.person().isEmpty())) {
                throw RuleViolation.at(
                        name(made.unit().isEmpty() ? "unit" : "person"),
                        "findings.assign.measureIncomplete",
                        measure.caseNumber());
            }
        }

        private String name(String field) {
            return measure.caseNumber().value() + "." + field;
        }

        /** The order for this measure, or null where it goes on following its problem. */
        @Nullable
        MeasureResponsibility order() {
            ResponsibleFields made = fields;
            if (made == null) {
                return ownBefore ? new MeasureResponsibility(measure.caseNumber(), null, null, Set.of()) : null;
            }
            return new MeasureResponsibility(
                    measure.caseNumber(),
                    made.requiredUnit(),
                    made.requiredPerson(),
                    supporting.getValue().stream().map(UnitRef::id).collect(Collectors.toSet()));
        }
    }
}
