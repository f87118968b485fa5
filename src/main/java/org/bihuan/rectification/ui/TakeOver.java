package org.bihuan.rectification.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.ui.Notifications;

/**
 * Takes over what one measure of a plan says for the other measures. It fills what is empty and says how
 * much that is; something else that stands there is replaced only where that is ticked.
 */
final class TakeOver extends Dialog {

    /**
     * A field of another measure.
     *
     * @param empty whether nothing stands in it
     * @param same whether it says the same already
     * @param take puts the value there
     */
    record Place(boolean empty, boolean same, Runnable take) {

        boolean other() {
            return !empty && !same;
        }
    }

    /**
     * Something that can be taken over.
     *
     * @param label what it is
     * @param value what it says
     * @param chosen whether it is ticked to begin with, where it would fill anything
     * @param places the fields of the other measures
     */
    record Part(String label, String value, boolean chosen, List<Place> places) {

        long count(Predicate<Place> which) {
            return places.stream().filter(which).count();
        }
    }

    /** Letters of a long text that its line in the dialog shows. */
    private static final int SHOWN = 40;

    private final transient Map<Part, Checkbox> ticks = new LinkedHashMap<>();
    private final Checkbox replace = new Checkbox();
    private final Button take;
    private final Runnable done;

    /** @param done called after fields have been filled */
    TakeOver(CaseNumber from, int others, List<Part> parts, Runnable done) {
        this.done = done;
        setHeaderTitle(getTranslation("rectification.takeOver.title", from));
        setCloseOnOutsideClick(false);
        setWidth("min(36rem, 95vw)");
        Div list = new Div();
        list.addClassName("take-over");
        parts.forEach(part -> list.add(tick(part)));
        replace.setLabel(getTranslation("rectification.takeOver.replace"));
        replace.addValueChangeListener(change -> count());
        replace.setVisible(parts.stream().anyMatch(part -> part.count(Place::other) > 0));
        add(new Paragraph(getTranslation("rectification.takeOver.hint", others)), list, replace);
        take = new Button("", click -> take());
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.setDisableOnClick(true);
        getFooter().add(new Button(getTranslation("rectification.dialog.cancel"), click -> close()), take);
        count();
    }

    private Checkbox tick(Part part) {
        String value = part.value().length() > SHOWN ? part.value().substring(0, SHOWN) + "…" : part.value();
        long empty = part.count(Place::empty);
        long other = part.count(Place::other);
        Checkbox tick = new Checkbox(
                empty + other == 0
                        ? getTranslation("rectification.takeOver.partSame", part.label(), value)
                        : getTranslation("rectification.takeOver.part", part.label(), value, empty, other));
        tick.setValue(part.chosen() && empty > 0);
        tick.addValueChangeListener(change -> count());
        ticks.put(part, tick);
        return tick;
    }

    /** What would do nothing cannot be ticked, and the button says what it will do. */
    private void count() {
        ticks.forEach((part, tick) -> {
            boolean useful = part.count(this::wanted) > 0;
            tick.setEnabled(useful);
            if (!useful) {
                tick.setValue(false);
            }
        });
        long fills = chosen(Place::empty);
        long replaces = replace.getValue() ? chosen(Place::other) : 0;
        take.setText(
                replaces == 0
                        ? getTranslation("rectification.takeOver.fill", fills)
                        : getTranslation("rectification.takeOver.fillAndReplace", fills, replaces));
        take.setEnabled(fills + replaces > 0);
    }

    private boolean wanted(Place place) {
        return place.empty() || replace.getValue() && place.other();
    }

    private long chosen(Predicate<Place> which) {
        return ticks.entrySet().stream()
                .filter(entry -> entry.getValue().getValue())
                .mapToLong(entry -> entry.getKey().count(which))
                .sum();
    }

    private void take() {
        long taken = chosen(this::wanted);
        ticks.forEach((part, tick) -> {
            if (tick.getValue()) {
                part.places().stream().filter(this::wanted).forEach(place -> place.take()
                        .run());
            }
        });
        close();
        done.run();
        Notifications.done(getTranslation("rectification.takeOver.done", taken));
    }
}
