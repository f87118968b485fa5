package org.bihuan.rectification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Texts of a case as components. */
final class CaseTexts {

    private CaseTexts() {}

    /** A text of several lines as it was written. */
    static Component lines(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("long-text");
        return paragraph;
    }

    /** The text, or a word that says it is not there yet. */
    static Component orMissing(Component owner, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            return lines(text);
        }
        Span missing = new Span(owner.getTranslation("rectification.case.notNamed"));
        missing.addClassName("not-named");
        return missing;
    }
}
