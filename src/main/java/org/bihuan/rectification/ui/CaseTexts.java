package org.bihuan.rectification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.bihuan.rectification.OpenSteps.Step;
import org.jspecify.annotations.Nullable;

/** Texts of a case as components. */
final class CaseTexts {

    /** Names that are spelt out where several may take a step. */
    private static final int NAMES = 3;

    private CaseTexts() {}

    /** A text of several lines as it was written. */
    static Component lines(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("long-text");
        return paragraph;
    }

    /** The text, or a word that says it is not there yet. */
    static Component orMissing(Component owner, @Nullable String text) {
        return text != null && !text.isBlank() ? lines(text) : wordOrMissing(owner, text);
    }

    /** A word within a line, or the one that says it is not there yet. */
    static Span wordOrMissing(Component owner, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            return new Span(text);
        }
        Span missing = new Span(owner.getTranslation("rectification.case.notNamed"));
        missing.addClassName("not-named");
        return missing;
    }

    /** Before whom a step stands, by name. */
    static String names(Component owner, Step step) {
        return String.join(owner.getTranslation("shared.listed"), step.who());
    }

    /**
     * “落实整改措施：党政办经办人”, or who may claim the step.
     *
     * @param name name of the step in the reader's language
     */
    static String who(Component owner, String name, Step step) {
        String names = String.join(
                owner.getTranslation("shared.listed"),
                step.who().stream().limit(NAMES).toList());
        if (step.who().isEmpty()) {
            return owner.getTranslation("rectification.dossier.stepNobody", name);
        }
        if (step.claimed() || step.who().size() == 1) {
            return owner.getTranslation(
                    step.claimed() ? "rectification.dossier.stepOf" : "rectification.dossier.stepToClaim", name, names);
        }
        return step.who().size() > NAMES
                ? owner.getTranslation(
                        "rectification.dossier.stepToClaimMany",
                        name,
                        names,
                        step.who().size())
                : owner.getTranslation("rectification.dossier.stepToClaim", name, names);
    }
}
