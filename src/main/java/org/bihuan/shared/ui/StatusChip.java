package org.bihuan.shared.ui;

import java.util.Locale;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;

/** A state of a case as a quiet chip: always a word, with a tone that repeats its meaning. */
public class StatusChip extends Composite<Span> {

    /** Meaning of a state, not its colour. */
    public enum Tone {
        NEUTRAL,
        ACTIVE,
        DONE,
        RETURNED
    }

    /**
     * Shows an already translated word.
     *
     * @param text the word of the state in the user's language
     */
    public StatusChip(String text, Tone tone) {
        getContent().addClassNames("chip", "chip-" + tone.name().toLowerCase(Locale.ROOT));
        getContent().setText(text);
    }
}
