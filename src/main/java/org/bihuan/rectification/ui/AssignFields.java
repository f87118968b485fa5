package org.bihuan.rectification.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.shared.HasValidationProperties;
import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.UnitRef;
import org.bihuan.rectification.Responsibility;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Who answers for a problem: lead official, lead unit, responsible unit and person, supporting units. */
final class AssignFields extends FormLayout {

    private static final Duty[] LEADERS = {Duty.LEADERSHIP_MEMBER, Duty.APPROVER_DEPUTY, Duty.APPROVER_HEAD};

    private final ComboBox<PersonRef> lead = new ComboBox<>();
    private final ComboBox<UnitRef> leadUnit = new ComboBox<>();
    private final MultiSelectComboBox<UnitRef> supporting = new MultiSelectComboBox<>();
    private final ResponsibleFields responsible;
    private final transient Directory directory;
    private final transient List<UnitRef> units;
    private final transient Map<Long, PersonRef> leaders = new LinkedHashMap<>();

    /** @param part whether what is left empty stays as it is, so that nothing must be filled in */
    AssignFields(Directory directory, boolean part) {
        this.directory = directory;
        this.units = directory.units();
        this.responsible = new ResponsibleFields(directory);
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("30rem", 2));
        for (Duty duty : LEADERS) {
            directory
                    .posts(duty)
                    .forEach(post -> directory.holders(post.id()).forEach(p -> leaders.putIfAbsent(p.id(), p)));
        }
        lead.setLabel(getTranslation("rectification.case.leadOfficial"));
        lead.setRequiredIndicatorVisible(!part);
        lead.setItemLabelGenerator(PersonRef::name);
        lead.setItems(query -> people(query.getFilter().orElse(""), query.getOffset() + query.getLimit())
                .skip(query.getOffset())
                .limit(query.getLimit()));
        leadUnit.setLabel(getTranslation("rectification.case.leadUnit"));
        leadUnit.setItems(units);
        leadUnit.setItemLabelGenerator(UnitRef::name);
        leadUnit.setHelperText(getTranslation("findings.assign.leadUnitHint"));
        supporting.setLabel(getTranslation("rectification.case.supporting"));
        supporting.setItems(units);
        supporting.setItemLabelGenerator(UnitRef::name);
        responsible.unit().setRequiredIndicatorVisible(!part);
        responsible.person().setRequiredIndicatorVisible(!part);
        if (part) {
            String stays = getTranslation("findings.assign.stays");
            lead.setPlaceholder(stays);
            leadUnit.setPlaceholder(stays);
            leadUnit.setHelperText(null);
            responsible.unit().setPlaceholder(stays);
            responsible.person().setPlaceholder(stays);
            supporting.setPlaceholder(stays);
        }
        add(lead, leadUnit, responsible.unit(), responsible.person(), supporting);
        setColspan(supporting, 2);
    }

    /** Members of the leadership come first, anybody else behind them. */
    private Stream<PersonRef> people(String text, int most) {
        String wanted = text.strip();
        return Stream.concat(
                leaders.values().stream()
                        .filter(person ->
                                person.name().contains(wanted) || person.login().contains(wanted)),
                directory.searchPersons(text, most).stream().filter(person -> !leaders.containsKey(person.id())));
    }

    void show(Responsibility now) {
        Long leadNow = now.leadOfficial();
        if (leadNow != null) {
            lead.setValue(directory.person(leadNow));
        }
        // Where the responsible unit leads, it goes on leading when another unit becomes responsible.
        boolean leadsItself = now.leadUnit() != null && now.leadUnit().equals(now.responsibleUnit());
        leadUnit.setValue(leadsItself ? null : unit(now.leadUnit()));
        responsible.show(now.responsibleUnit(), now.personResponsible());
        supporting.setValue(units.stream()
                .filter(unit -> now.supportingUnits().contains(unit.id()))
                .collect(Collectors.toSet()));
    }

    void clear() {
        lead.clear();
        leadUnit.clear();
        responsible.unit().clear();
        responsible.person().clear();
        supporting.clear();
    }

    private @Nullable UnitRef unit(@Nullable Long id) {
        return units.stream()
                .filter(unit -> id != null && unit.id() == id)
                .findFirst()
                .orElse(null);
    }

    /** The fields by the names that refusals use. */
    Map<String, HasValidationProperties> byName() {
        Map<String, HasValidationProperties> fields = new HashMap<>();
        fields.put("leadOfficial", lead);
        fields.put("leadUnit", leadUnit);
        fields.put("responsibleUnit", responsible.unit());
        fields.put("personResponsible", responsible.person());
        fields.put("supportingUnits", supporting);
        return fields;
    }

    /** What is chosen, and null where nothing is. */
    Responsibility chosen() {
        PersonRef leader = lead.getValue();
        UnitRef leading = leadUnit.getValue();
        UnitRef unit = responsible.unit().getValue();
        PersonRef person = responsible.person().getValue();
        Set<Long> helpers = supporting.getValue().stream().map(UnitRef::id).collect(Collectors.toSet());
        return new Responsibility(
                leader == null ? null : Long.valueOf(leader.id()),
                leading == null ? null : Long.valueOf(leading.id()),
                unit == null ? null : Long.valueOf(unit.id()),
                person == null ? null : Long.valueOf(person.id()),
                helpers);
    }

    /** What is chosen, complete; refuses beside each field that is missing. The responsible unit leads where none does. */
    Responsibility required() {
        RuleViolation.gather(this::leadGiven, responsible::requiredUnit, responsible::requiredPerson);
        long unit = responsible.requiredUnit();
        Responsibility chosen = chosen();
        return chosen.leadUnit() != null
                ? chosen
                : new Responsibility(
                        chosen.leadOfficial(), unit, unit, chosen.personResponsible(), chosen.supportingUnits());
    }

    private void leadGiven() {
        if (lead.getValue() == null) {
            throw RuleViolation.at("leadOfficial", "rectification.plan.textMissing");
        }
    }
}
