package org.bihuan.identity.ui;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import org.bihuan.identity.OrganisationAdministration;
import org.bihuan.identity.PeopleOverview;
import org.bihuan.identity.PeopleOverview.UnitLine;
import org.bihuan.identity.UnitKind;
import org.bihuan.identity.UnitRef;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Confirmation;
import org.bihuan.shared.ui.Refusals;
import org.jspecify.annotations.Nullable;

/** The tree of units, and for the system administrator what can be done with them. */
class UnitPanel extends Composite<Div> {

    private static final int NAME_MAX = 200;

    /** Where a unit may hang: below another one, or at the top where there is none. */
    record Place(@Nullable Long parentId, String name) {}

    private final transient PeopleOverview overview;
    private final transient OrganisationAdministration administration;
    private final transient Runnable changed;
    private final TreeGrid<UnitLine> tree = new TreeGrid<>();
    private transient List<UnitLine> lines = List.of();
    private boolean refreshing;

    UnitPanel(
            PeopleOverview overview,
            OrganisationAdministration administration,
            boolean mayChange,
            Consumer<@Nullable UnitRef> chosen,
            Runnable changed) {
        this.overview = overview;
        this.administration = administration;
        this.changed = changed;
        tree.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        tree.addHierarchyColumn(this::text)
                .setSortable(false)
                .setHeader(getTranslation("identity.unit.title"))
                .setTooltipGenerator(line -> line.unit().name());
        tree.addColumn(UnitLine::people)
                .setHeader(getTranslation("identity.unit.people"))
                .setWidth("5em")
                .setFlexGrow(0);
        // The client opens or closes a unit with others below it wherever it is clicked, and does not choose it.
        tree.addExpandListener(expand -> choose(expand.isFromClient(), expand.getItems()));
        tree.addCollapseListener(collapse -> choose(collapse.isFromClient(), collapse.getItems()));
        tree.getElement().setAttribute("aria-label", getTranslation("identity.unit.title"));
        tree.addSelectionListener(selection -> {
            if (!refreshing) {
                chosen.accept(
                        selection.getFirstSelectedItem().map(UnitLine::unit).orElse(null));
            }
        });
        getContent().add(tree);
        if (mayChange) {
            getContent().add(actions());
        }
        refresh();
    }

    private void choose(boolean clicked, Collection<UnitLine> units) {
        if (clicked) {
            units.forEach(tree::select);
        }
    }

    /** Reads the units anew, keeps the chosen one, and opens the tree to its second level. */
    void refresh() {
        UnitRef chosen = selected();
        refreshing = true;
        lines = overview.units();
        tree.setItems(
                lines.stream().filter(line -> line.unit().parentId() == null).toList(), this::below);
        tree.expandRecursively(lines.stream().filter(line -> line.unit().parentId() == null), 0);
        if (chosen != null) {
            lines.stream()
                    .filter(line -> line.unit().id() == chosen.id())
                    .findFirst()
                    .ifPresent(tree::select);
        }
        refreshing = false;
    }

    /** Reads anew what was changed here, and says so. */
    private void renew() {
        refresh();
        changed.run();
    }

    /** Shows the people of all units again. */
    void deselect() {
        tree.deselectAll();
    }

    /** The name of a unit, in use or not. */
    String name(long unitId) {
        return lines.stream()
                .map(UnitLine::unit)
                .filter(unit -> unit.id() == unitId)
                .map(UnitRef::name)
                .findFirst()
                .orElse("");
    }

    private List<UnitLine> below(UnitLine parent) {
        return lines.stream()
                .filter(line ->
                        Objects.equals(line.unit().parentId(), parent.unit().id()))
                .toList();
    }

    private String text(UnitLine line) {
        return line.active()
                ? line.unit().name()
                : getTranslation("identity.unit.inactiveName", line.unit().name());
    }

    private Div actions() {
        Button add = new Button(getTranslation("identity.unit.add"), click -> add());
        Button rename = new Button(getTranslation("identity.unit.rename"), click -> rename());
        Button move = new Button(getTranslation("identity.unit.move"), click -> move());
        Button deactivate = Confirmation.before(
                getTranslation("identity.unit.deactivate"),
                () -> getTranslation("identity.unit.deactivateAsk", selectedName()),
                this::deactivate);
        Button activate = new Button(getTranslation("identity.unit.activate"), click -> activate());
        List<Button> needUnit = List.of(rename, move, deactivate);
        needUnit.forEach(button -> button.setEnabled(false));
        activate.setVisible(false);
        tree.addSelectionListener(selection -> {
            boolean chosen = selection.getFirstSelectedItem().isPresent();
            boolean inUse =
                    selection.getFirstSelectedItem().map(UnitLine::active).orElse(true);
            needUnit.forEach(button -> button.setEnabled(chosen));
            deactivate.setVisible(inUse);
            activate.setVisible(!inUse);
        });
        Div bar = new Div(add, rename, move, deactivate, activate);
        bar.addClassName("action-bar");
        return bar;
    }

    private @Nullable UnitRef selected() {
        return tree.asSingleSelect().getOptionalValue().map(UnitLine::unit).orElse(null);
    }

    private String selectedName() {
        UnitRef unit = selected();
        return unit == null ? "" : unit.name();
    }

    private void add() {
        UnitRef parent = selected();
        TextField name = nameField("");
        Select<UnitKind> kind = new Select<>();
        kind.setLabel(getTranslation("identity.unit.kind"));
        kind.setItems(UnitKind.values());
        kind.setItemLabelGenerator(value -> getTranslation(value.key()));
        kind.setValue(UnitKind.OFFICE);
        String title = parent == null
                ? getTranslation("identity.unit.addTop")
                : getTranslation("identity.unit.addBelow", parent.name());
        FormDialog dialog = new FormDialog(title, name, kind);
        dialog.onSave(new Refusals(this, Map.of("name", name)), () -> {
            administration.createUnit(parent == null ? null : parent.id(), kind.getValue(), name.getValue());
            renew();
        });
    }

    private void rename() {
        UnitRef unit = selected();
        if (unit == null) {
            return;
        }
        TextField name = nameField(unit.name());
        new FormDialog(getTranslation("identity.unit.rename"), name)
                .onSave(new Refusals(this, Map.of("name", name)), () -> {
                    try {
                        administration.renameUnit(unit.id(), unit.name(), name.getValue());
                    } finally {
                        renew();
                    }
                });
    }

    private void move() {
        UnitRef unit = selected();
        if (unit == null) {
            return;
        }
        ComboBox<Place> parent = new ComboBox<>(getTranslation("identity.unit.parent"));
        List<Place> places = places(unit);
        parent.setItems(places);
        parent.setItemLabelGenerator(Place::name);
        places.stream()
                .filter(place -> Objects.equals(place.parentId(), unit.parentId()))
                .findFirst()
                .ifPresent(parent::setValue);
        new FormDialog(getTranslation("identity.unit.moveOf", unit.name()), parent)
                .onSave(new Refusals(this, Map.of("parent", parent, "unit", parent)), () -> {
                    if (parent.getValue() == null) {
                        throw RuleViolation.at("parent", "identity.unit.parentMissing");
                    }
                    try {
                        administration.moveUnit(
                                unit.id(), unit.parentId(), parent.getValue().parentId());
                    } finally {
                        renew();
                    }
                });
    }

    /** The top first, then below every other unit in use. */
    private List<Place> places(UnitRef moved) {
        Stream<Place> below = lines.stream()
                .filter(line -> line.active() && line.unit().id() != moved.id())
                .map(line -> new Place(line.unit().id(), line.unit().name()));
        return Stream.concat(Stream.of(new Place(null, getTranslation("identity.unit.top"))), below)
                .toList();
    }

    private void deactivate() {
        UnitRef unit = selected();
        if (unit != null) {
            new Refusals(this, Map.of()).guard(() -> {
                administration.deactivateUnit(unit.id());
                renew();
            });
        }
    }

    private void activate() {
        UnitRef unit = selected();
        if (unit != null) {
            new Refusals(this, Map.of()).guard(() -> {
                administration.activateUnit(unit.id());
                renew();
            });
        }
    }

    private TextField nameField(String value) {
        TextField name = new TextField(getTranslation("identity.unit.name"));
        name.setMaxLength(NAME_MAX);
        name.setValue(value);
        return name;
    }
}
