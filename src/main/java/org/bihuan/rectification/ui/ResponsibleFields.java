package org.bihuan.rectification.ui;

import java.util.List;

import com.vaadin.flow.component.combobox.ComboBox;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.UnitRef;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Responsible unit and person, the people following the unit; labels are found in the language of the screen. */
final class ResponsibleFields {

    private final ComboBox<UnitRef> unit = new ComboBox<>();
    private final ComboBox<PersonRef> person = new ComboBox<>();
    private final Directory directory;
    private final List<UnitRef> units;

    ResponsibleFields(Directory directory) {
        this.directory = directory;
        this.units = directory.units();
        unit.setLabel(unit.getTranslation("rectification.form.plan.unit"));
        unit.setItems(units);
        unit.setItemLabelGenerator(UnitRef::name);
        unit.setRequiredIndicatorVisible(true);
        unit.setWidthFull();
        person.setLabel(person.getTranslation("rectification.form.plan.person"));
        person.setItemLabelGenerator(PersonRef::name);
        person.setRequiredIndicatorVisible(true);
        person.setWidthFull();
        unit.addValueChangeListener(change -> members(change.getValue()));
    }

    private void members(@Nullable UnitRef chosen) {
        person.setItems(chosen == null ? List.of() : directory.members(chosen.id()));
    }

    /** Chooses unit and person where they are known and still there. */
    void show(@Nullable Long unitId, @Nullable Long personId) {
        units.stream()
                .filter(candidate -> unitId != null && candidate.id() == unitId)
                .findFirst()
                .ifPresent(found -> {
                    unit.setValue(found);
                    directory.members(found.id()).stream()
                            .filter(member -> personId != null && member.id() == personId)
                            .findFirst()
                            .ifPresent(person::setValue);
                });
    }

    ComboBox<UnitRef> unit() {
        return unit;
    }

    ComboBox<PersonRef> person() {
        return person;
    }

    /** The unit's id; refuses beside the field {@code responsibleUnit} where none is chosen. */
    long requiredUnit() {
        UnitRef chosen = unit.getValue();
        if (chosen == null) {
            throw RuleViolation.at("responsibleUnit", "rectification.plan.textMissing");
        }
        return chosen.id();
    }

    /** The person's id; refuses beside the field {@code personResponsible} where nobody is chosen. */
    long requiredPerson() {
        PersonRef chosen = person.getValue();
        if (chosen == null) {
            throw RuleViolation.at("personResponsible", "rectification.plan.textMissing");
        }
        return chosen.id();
    }
}
