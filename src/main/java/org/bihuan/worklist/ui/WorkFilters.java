package org.bihuan.worklist.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.bihuan.shared.Level;
import org.bihuan.shared.ModelText;
import org.bihuan.shared.ModelTexts;
import org.bihuan.shared.ui.Glyph;
import org.bihuan.worklist.Inbox;
import org.jspecify.annotations.Nullable;

/** Search, filters and order of the list; folded away behind a button where the list is narrow. */
final class WorkFilters extends Composite<Div> {

    private final TextField search = new TextField();
    private final Select<Level> level = new Select<>();
    private final ComboBox<Long> unit = new ComboBox<>();
    private final Select<String> step = new Select<>();
    private final Select<Inbox.Sort> sort = new Select<>();
    private final Button more = new Button();
    private final Button clear = new Button();
    private final Div row = new Div();
    private Map<Long, String> units = Map.of();
    private Map<String, String> steps = Map.of();
    private boolean silent;

    WorkFilters(ModelTexts models, Runnable changed) {
        search.setLabel(getTranslation("worklist.search"));
        search.setPlaceholder(getTranslation("worklist.searchHint"));
        search.setClearButtonVisible(true);
        search.setPrefixComponent(Glyph.SEARCH.create());
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("work-search");
        level.setLabel(getTranslation("worklist.filter.level"));
        level.setEmptySelectionAllowed(true);
        level.setEmptySelectionCaption(getTranslation("worklist.filter.all"));
        level.setItems(urgentFirst());
        level.setItemLabelGenerator(value -> getTranslation(value == null ? "worklist.filter.all" : value.key()));
        unit.setLabel(getTranslation("worklist.filter.unit"));
        unit.setPlaceholder(getTranslation("worklist.filter.all"));
        unit.setClearButtonVisible(true);
        unit.setItemLabelGenerator(id -> units.getOrDefault(id, ""));
        step.setLabel(getTranslation("worklist.filter.step"));
        step.setEmptySelectionAllowed(true);
        step.setEmptySelectionCaption(getTranslation("worklist.filter.all"));
        step.setItemLabelGenerator(key -> key == null
                ? getTranslation("worklist.filter.all")
                : models.name(new ModelText(key, steps.getOrDefault(key, key)), getLocale()));
        sort.setLabel(getTranslation("worklist.sort"));
        sort.setItems(Inbox.Sort.values());
        sort.setItemLabelGenerator(value -> getTranslation("worklist.sort." + value));
        sort.setValue(Inbox.Sort.DUE);
        clear.setText(getTranslation("worklist.filter.clear"));
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        clear.addClickListener(click -> reset(changed));
        row.add(level, unit, step, sort, clear);
        row.addClassName("filter-row");
        row.setId("work-filters");
        more.setIcon(Glyph.FILTER.create());
        more.addClassName("filter-more");
        more.getElement().setAttribute("aria-controls", "work-filters");
        more.addClickListener(click -> fold(!getContent().hasClassName("open")));
        getContent().addClassName("work-filters");
        getContent().add(search, more, row);
        fold(false);
        listen(changed);
        say();
    }

    private static List<Level> urgentFirst() {
        List<Level> levels = new ArrayList<>(List.of(Level.values()));
        java.util.Collections.reverse(levels);
        return levels;
    }

    private void listen(Runnable changed) {
        Runnable once = () -> {
            if (!silent) {
                say();
                changed.run();
            }
        };
        search.addValueChangeListener(change -> once.run());
        level.addValueChangeListener(change -> once.run());
        unit.addValueChangeListener(change -> once.run());
        step.addValueChangeListener(change -> once.run());
        sort.addValueChangeListener(change -> once.run());
    }

    private void fold(boolean open) {
        getContent().setClassName("open", open);
        more.getElement().setAttribute("aria-expanded", Boolean.toString(open));
    }

    private void reset(Runnable changed) {
        silent = true;
        search.clear();
        level.clear();
        unit.clear();
        step.clear();
        silent = false;
        say();
        changed.run();
    }

    /** Says on the button how many filters are set, for where they are folded away. */
    private void say() {
        Inbox.Filter filter = filter();
        int set = (filter.level() == null ? 0 : 1) + (filter.unit() == null ? 0 : 1) + (filter.step() == null ? 0 : 1);
        more.setText(
                set == 0 ? getTranslation("worklist.filter.more") : getTranslation("worklist.filter.moreSet", set));
        clear.setVisible(filter.narrows());
    }

    /** Fits the choices to a list; a choice that the list has not is given up. */
    void fit(Inbox.Tab tab, Inbox.Facets facets) {
        silent = true;
        Long chosenUnit = unit.getValue();
        String chosenStep = step.getValue();
        units = facets.units();
        steps = facets.steps();
        unit.setItems(units.keySet());
        step.setItems(steps.keySet());
        unit.setValue(chosenUnit != null && units.containsKey(chosenUnit) ? chosenUnit : null);
        step.setValue(chosenStep != null && steps.containsKey(chosenStep) ? chosenStep : null);
        boolean open = tab != Inbox.Tab.DONE;
        level.setVisible(open);
        sort.setVisible(open);
        silent = false;
        say();
    }

    Inbox.Filter filter() {
        @Nullable Level shown = level.isVisible() ? level.getValue() : null;
        return new Inbox.Filter(search.getValue(), shown, unit.getValue(), step.getValue());
    }

    Inbox.Sort sort() {
        return sort.getValue() == null ? Inbox.Sort.DUE : sort.getValue();
    }
}
