package org.bihuan.audit.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.bihuan.audit.TrailFilter;
import org.bihuan.audit.TrailKind;
import org.bihuan.audit.TrailReaders.Reference;
import org.bihuan.audit.TrailReading;
import org.bihuan.shared.ui.DayField;
import org.bihuan.shared.ui.Glyph;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the trail: a case or another thing, or a person and a kind of act; a period with any of
 * them. On a narrow screen all but the case is folded away.
 */
final class TrailFilters extends Composite<Div> {

    private static final int ABOUT_MAX = 40;

    private final TextField about = new TextField();
    private final DayField from;
    private final DayField to;
    private final ComboBox<Reference> person = new ComboBox<>();
    private final Select<TrailKind> kind = new Select<>();
    private final Button clear = new Button();
    private final Button more = new Button();
    private final Div row = new Div();

    /** The stream that the field names in plain words, where it was not typed. */
    private @Nullable String chosen;

    private boolean silent;

    TrailFilters(TrailReading reading, Runnable changed) {
        from = new DayField(getTranslation("audit.trail.filter.from"));
        to = new DayField(getTranslation("audit.trail.filter.to"));
        from.setClearButtonVisible(true);
        to.setClearButtonVisible(true);
        about.setLabel(getTranslation("audit.trail.filter.about"));
        about.setPlaceholder(getTranslation("audit.trail.filter.aboutHint"));
        about.setMaxLength(ABOUT_MAX);
        about.setClearButtonVisible(true);
        about.addClassName("work-search");
        person.setLabel(getTranslation("audit.trail.filter.person"));
        person.setPlaceholder(getTranslation("audit.trail.filter.everybody"));
        person.setClearButtonVisible(true);
        person.setItemLabelGenerator(
                one -> one.login().isEmpty() ? one.name() : "%s (%s)".formatted(one.name(), one.login()));
        people(reading);
        kinds();
        clear.setText(getTranslation("audit.trail.filter.clear"));
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        clear.addClickListener(click -> reset(changed));
        row.add(from, to, person, kind, clear);
        row.addClassName("filter-row");
        row.setId("trail-filters");
        more.setIcon(Glyph.FILTER.create());
        more.addClassName("filter-more");
        more.getElement().setAttribute("aria-controls", "trail-filters");
        more.addClickListener(click -> fold(!getContent().hasClassName("open")));
        getContent().addClassNames("work-filters", "trail-filters");
        getContent().add(about, more, row);
        fold(false);
        listen(changed);
        say();
    }

    /** The product itself comes first, where no name is looked for. */
    private void people(TrailReading reading) {
        Reference system = new Reference(TrailFilter.SYSTEM, getTranslation("audit.trail.filter.system"), "");
        person.setItems(query -> {
            String text = query.getFilter().orElse("");
            boolean first = text.isBlank() || system.name().contains(text.strip());
            int skipped = first ? 1 : 0;
            boolean shown = first && query.getOffset() == 0;
            Stream<Reference> people = reading
                    .people(text, Math.max(0, query.getOffset() - skipped), query.getLimit() - (shown ? 1 : 0))
                    .stream();
            return shown ? Stream.concat(Stream.of(system), people) : people;
        });
    }

    private void kinds() {
        kind.setLabel(getTranslation("audit.trail.filter.kind"));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("audit.trail.filter.all"));
        kind.setItems(TrailKind.values());
        kind.setItemLabelGenerator(value -> getTranslation(value == null ? "audit.trail.filter.all" : value.key()));
        List<TrailKind> all = Arrays.asList(TrailKind.values());
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).part() != all.get(i - 1).part()) {
                kind.prependComponents(all.get(i), new Hr());
            }
        }
    }

    private void listen(Runnable changed) {
        about.addValueChangeListener(change -> {
            if (!silent) {
                chosen = null;
                aboutSet();
                said(changed);
            }
        });
        from.addValueChangeListener(change -> said(changed));
        to.addValueChangeListener(change -> said(changed));
        person.addValueChangeListener(change -> said(changed));
        kind.addValueChangeListener(change -> said(changed));
    }

    private void said(Runnable changed) {
        if (!silent) {
            say();
            changed.run();
        }
    }

    /** What was done to one thing is not told by person or kind as well. */
    private void aboutSet() {
        boolean set = !about.getValue().isBlank();
        boolean before = silent;
        silent = true;
        if (set) {
            person.clear();
            kind.clear();
        }
        silent = before;
        person.setEnabled(!set);
        kind.setEnabled(!set);
        about.setHelperText(set ? getTranslation("audit.trail.filter.aboutAlone") : null);
    }

    /** Shows everything about a stream, which is called {@code name}. */
    void choose(String stream, String name) {
        silent = true;
        from.clear();
        to.clear();
        about.setValue(name.length() > ABOUT_MAX ? name.substring(0, ABOUT_MAX) : name);
        silent = false;
        chosen = stream;
        aboutSet();
        say();
    }

    private void reset(Runnable changed) {
        silent = true;
        Stream.<HasValidation>of(about, from, to).forEach(field -> field.setInvalid(false));
        about.clear();
        from.clear();
        to.clear();
        person.clear();
        kind.clear();
        chosen = null;
        aboutSet();
        silent = false;
        said(changed);
    }

    private void fold(boolean open) {
        getContent().setClassName("open", open);
        more.getElement().setAttribute("aria-expanded", Boolean.toString(open));
    }

    /** Says on the button how many filters are set, for where they are folded away. */
    private void say() {
        long folded = Stream.of(from.isEmpty(), to.isEmpty(), person.isEmpty(), kind.isEmpty())
                .filter(empty -> !empty)
                .count();
        more.setText(
                folded == 0
                        ? getTranslation("audit.trail.filter.more")
                        : getTranslation("audit.trail.filter.moreSet", folded));
        clear.setVisible(folded > 0 || !about.isEmpty());
    }

    /** The fields by the names that refusals use. */
    Map<String, HasValidation> fields() {
        return Map.of("about", about, "from", from, "to", to);
    }

    /**
     * What is looked for.
     *
     * @throws org.bihuan.shared.RuleViolation at {@code about} where what was typed names nothing
     */
    TrailFilter filter() {
        String typed = about.getValue();
        @Nullable String stream = chosen != null || typed.isBlank() ? chosen : TrailReading.about(typed);
        Reference one = person.getValue();
        return new TrailFilter(from.getValue(), to.getValue(), one == null ? null : one.id(), kind.getValue(), stream);
    }
}
