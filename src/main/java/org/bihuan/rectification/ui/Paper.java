package org.bihuan.rectification.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What goes on paper in place of the screen, which shows only a part; it is there for as long as it is printed. */
abstract class Paper extends Div {

    /**
     * Diagrams are drawn first, unless that takes too long. Some browsers answer at once and print later, so
     * what is printed is taken away only after it.
     */
    private static final String PRINT = """
            return new Promise(done => {
              window.addEventListener('afterprint', () => done(true), {once: true});
              const patience = Date.now() + 8000;
              const drawn = () => [...this.querySelectorAll('bihuan-diagram')].every(one => one.hasAttribute('settled'));
              const print = () =>
                drawn() || Date.now() > patience ? window.print() : requestAnimationFrame(print);
              requestAnimationFrame(() => requestAnimationFrame(print));
            });
            """;

    Paper() {
        addClassName("paper");
    }

    /** Prints what has been filled in, and clears it. */
    void print() {
        getElement().executeJs(PRINT).then(printed -> removeAll());
    }

    /** The button of a screen that prints; the browser's own key does the same instead of printing what is in sight. */
    static Button button(String text, Runnable print) {
        Button button = new Button(text, click -> print.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.addClassName("no-print");
        button.addClickShortcut(Key.KEY_P, KeyModifier.CONTROL);
        button.addClickShortcut(Key.KEY_P, KeyModifier.META);
        return button;
    }

    /** Says on paper that only a part is there, where somebody prints by the browser's menu. */
    static Paragraph partNote(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassName("print-only");
        return note;
    }
}
