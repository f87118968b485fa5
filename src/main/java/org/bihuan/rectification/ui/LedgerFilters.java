package org.bihuan.rectification.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.bihuan.identity.Names;
import org.bihuan.rectification.AspectView;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.ProblemState;
import org.bihuan.shared.Level;
import org.bihuan.shared.ui.Glyph;
import org.jspecify.annotations.Nullable;

/** The filters above the ledger; on a narrow screen all but the search fold away. */
final class LedgerFilters extends Composite<Div> {

    private final TextField text = new TextField();
    private final ComboBox<AspectView> aspect = new ComboBox<>();
    private final ComboBox<Long> unit = new ComboBox<>();
    private final ComboBox<ProblemState> state = new ComboBox<>();
    private final ComboBox<Level> level = new ComboBox<>();
    private final Details more = new Details();
    private final transient BiConsumer<LedgerFilter, String> changed;
    private boolean showing;

    LedgerFilters(
            List<AspectView> aspects, List<LedgerRow> rows, Names names, BiConsumer<LedgerFilter, String> changed) {
        this.changed = changed;
        text.setLabel(getTranslation("rectification.ledger.search"));
        text.setPlaceholder(getTranslation("rectification.ledger.searchHint"));
        text.setPrefixComponent(Glyph.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> apply());
        choice(aspect, "rectification.ledger.aspect", aspects, AspectView::title);
        choice(
                unit,
                "rectification.case.unit",
                rows.stream()
                        .map(LedgerRow::responsibleUnit)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted(Comparator.comparing(names::unit, Names.ORDER))
                        .toList(),
                names::unit);
        choice(
                state,
                "rectification.ledger.state",
                List.of(ProblemState.values()),
                value -> getTranslation(value.key()));
        choice(level, "rectification.ledger.level", List.of(Level.values()), value -> getTranslation(value.key()));
        Div choices = new Div(aspect, unit, state, level);
        choices.addClassName("ledger-choices");
        more.add(choices);
        more.addClassName("ledger-more");
        getContent().addClassName("ledger-filters");
        getContent().add(text, more);
        narrow(false);
    }

    private <T> void choice(ComboBox<T> box, String labelKey, List<T> items, Function<T, String> word) {
        box.setLabel(getTranslation(labelKey));
        box.setItems(items);
        box.setItemLabelGenerator(word::apply);
        box.setClearButtonVisible(true);
        box.setPlaceholder(getTranslation("rectification.ledger.all"));
        box.addValueChangeListener(change -> apply());
    }

    /** Shows a filter in the fields and hands it over once. */
    void show(LedgerFilter filter, List<AspectView> aspects) {
        showing = true;
        text.setValue(filter.text());
        aspect.setValue(aspects.stream()
                .filter(one -> Objects.equals(filter.aspect(), one.id()))
                .findFirst()
                .orElse(null));
        unit.setValue(
                unit.getListDataView().getItems().anyMatch(id -> id.equals(filter.unit())) ? filter.unit() : null);
        state.setValue(filter.state());
        level.setValue(filter.level());
        showing = false;
        apply();
    }

    /** Without the conditions, all rows. */
    void clear() {
        show(LedgerFilter.NONE, List.of());
    }

    /** Folds the choices away where there is no room for them beside each other. */
    void narrow(boolean now) {
        more.setOpened(!now);
        more.getElement().getClassList().set("always-open", !now);
    }

    /** The conditions in words, empty where there are none. */
    String inWords() {
        List<String> words = new ArrayList<>();
        condition(words, text.getLabel(), text.getValue().strip());
        condition(words, aspect.getLabel(), word(aspect));
        condition(words, unit.getLabel(), word(unit));
        condition(words, state.getLabel(), word(state));
        condition(words, level.getLabel(), word(level));
        return String.join(getTranslation("shared.listed"), words);
    }

    private static <T> String word(ComboBox<T> box) {
        return box.isEmpty() ? "" : box.getItemLabelGenerator().apply(box.getValue());
    }

    private void condition(List<String> words, String label, String value) {
        if (!value.isEmpty()) {
            words.add(getTranslation("rectification.paper.condition", label, value));
        }
    }

    private LedgerFilter filter() {
        @Nullable AspectView chosen = aspect.getValue();
        return new LedgerFilter(
                chosen == null ? null : chosen.id(),
                unit.getValue(),
                state.getValue(),
                level.getValue(),
                text.getValue());
    }

    private void apply() {
        if (showing) {
            return;
        }
        LedgerFilter filter = filter();
        more.setSummaryText(getTranslation("rectification.register.conditions", filter.conditions()));
        changed.accept(filter, inWords());
    }
}
