package org.bihuan.rectification.ui;

import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import org.bihuan.evidence.EvidenceKind;

/** Kinds of evidence in one sentence. */
final class EvidenceWords {

    private EvidenceWords() {}

    /** What a measure needs before verification, in the language of {@code screen}. */
    static String needed(Component screen, Set<EvidenceKind> kinds) {
        return screen.getTranslation(
                "rectification.form.evidenceNeeded",
                kinds.stream()
                        .map(kind -> screen.getTranslation(kind.key()))
                        .collect(Collectors.joining(screen.getTranslation("shared.listed"))));
    }
}
