package org.bihuan.rectification.ui;

import java.util.List;
import java.util.Objects;

import com.vaadin.flow.component.combobox.ComboBox;
import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.UnitRef;
import org.bihuan.rectification.ui.TakeOver.Place;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Responsible unit and person, the people following the unit; labels are found in the language of the screen. */
final class ResponsibleFields {

    private final ComboBox<UnitRef> unit = new ComboBox<>();
    private final ComboBox<PersonRef> person = new ComboBox<>();
    private final UnitMembers known;
    private List<PersonRef> members = List.of();

    ResponsibleFields(Directory directory) {
        this(new UnitMembers(directory));
    }

    /** Fields that share what they know of the units with the others of their form. */
    ResponsibleFields(UnitMembers known) {
        this.known = known;
        unit.setLabel(unit.getTranslation("rectification.form.plan.unit"));
        unit.setItems(known.units());
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
        members = chosen == null ? List.of() : known.of(chosen);
        person.setItems(members);
    }

    /** Chooses unit and person where they are known and still there. */
    void show(@Nullable Long unitId, @Nullable Long personId) {
        UnitRef known = unitId == null ? null : unit(unitId);
        if (known == null) {
            return;
        }
        unit.setValue(known);
        PersonRef named = personId == null ? null : member(personId);
        if (named != null) {
            person.setValue(named);
        }
    }

    /** A unit that can be chosen, or null where there is none of this id. */
    @Nullable
    UnitRef unit(long id) {
        return known.units().stream()
                .filter(candidate -> candidate.id() == id)
                .findFirst()
                .orElse(null);
    }

    /** A member of the chosen unit, or null where there is none of this id. */
    @Nullable
    PersonRef member(long id) {
        return members.stream()
                .filter(candidate -> candidate.id() == id)
                .findFirst()
                .orElse(null);
    }

    /** Where another measure's unit and person would go: a person that is missing is filled in below the same unit. */
    Place place(UnitRef given, @Nullable PersonRef member) {
        boolean sameUnit = given.equals(unit.getValue());
        boolean same = sameUnit && (member == null || member.equals(person.getValue()));
        return new Place(unit.isEmpty() || sameUnit && !same && person.isEmpty(), same, () -> {
            unit.setValue(given);
            if (member != null && !Objects.equals(member, person.getValue())) {
                person.setValue(member);
            }
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
