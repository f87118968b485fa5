package org.bihuan.rectification.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.bihuan.rectification.AspectView;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.ProblemState;
import org.bihuan.shared.Level;
import org.jspecify.annotations.Nullable;

/** The filters above the ledger. */
final class LedgerFilters extends Composite<Div> {

    private final TextField text = new TextField();
    private final ComboBox<AspectView> aspect = new ComboBox<>();
    private final ComboBox<Long> unit = new ComboBox<>();
    private final ComboBox<ProblemState> state = new ComboBox<>();
    private final ComboBox<Level> level = new ComboBox<>();
    private final transient Names names;
    private final transient Consumer<LedgerFilter> changed;

    LedgerFilters(List<AspectView> aspects, List<LedgerRow> rows, Names names, Consumer<LedgerFilter> changed) {
        this.names = names;
        this.changed = changed;
        text.setLabel(getTranslation("rectification.ledger.search"));
        text.setPlaceholder(getTranslation("rectification.ledger.searchHint"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
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
                        .sorted(Comparator.comparing(names::unit))
                        .toList(),
                names::unit);
        choice(
                state,
                "rectification.ledger.state",
                List.of(ProblemState.values()),
                value -> getTranslation(value.key()));
        choice(level, "rectification.ledger.level", List.of(Level.values()), value -> getTranslation(value.key()));
        getContent().addClassName("ledger-filters");
        getContent().add(text, aspect, unit, state, level);
    }

    private <T> void choice(ComboBox<T> box, String labelKey, List<T> items, Function<T, String> word) {
        box.setLabel(getTranslation(labelKey));
        box.setItems(items);
        box.setItemLabelGenerator(word::apply);
        box.setClearButtonVisible(true);
        box.setPlaceholder(getTranslation("rectification.ledger.all"));
        box.addValueChangeListener(change -> apply());
    }

    /** Hands over the filter as it stands. */
    void apply() {
        @Nullable AspectView chosen = aspect.getValue();
        changed.accept(new LedgerFilter(
                chosen == null ? null : chosen.id(),
                unit.getValue(),
                state.getValue(),
                level.getValue(),
                text.getValue(),
                names::unit));
    }
}
