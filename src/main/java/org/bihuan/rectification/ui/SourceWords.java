package org.bihuan.rectification.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.bihuan.findings.DocumentKind;
import org.bihuan.rectification.CaseDocument;
import org.bihuan.rectification.CaseFigure;
import org.bihuan.rectification.CaseSource;
import org.bihuan.shared.ui.Facts;
import org.jspecify.annotations.Nullable;

/** Figures and documents that an imported text names, in words. */
final class SourceWords {

    /** What a measure brings about itself; other documents are only applied. */
    private static final Set<DocumentKind> MADE = EnumSet.of(DocumentKind.NEW, DocumentKind.REVISED);

    private SourceWords() {}

    /** “约 3000 家（2025年上半年）”. */
    static String quantity(
            Component owner, BigDecimal amount, String unit, @Nullable String period, boolean approximate) {
        String words = owner.getTranslation(
                approximate ? "findings.fact.about" : "findings.fact.exact", amount.toPlainString(), unit);
        return period == null ? words : owner.getTranslation("findings.fact.inPeriod", words, period);
    }

    /** “增长 12%”. */
    static String growth(Component owner, BigDecimal percent, boolean approximate) {
        String key = percent.signum() < 0 ? "findings.fact.falls" : "findings.fact.grows";
        String words = owner.getTranslation(key, percent.abs().toPlainString());
        return approximate ? owner.getTranslation("findings.fact.approximate", words) : words;
    }

    /** Title, number and how it stands to the rectification. */
    static String document(Component owner, String title, @Nullable String number, DocumentKind kind) {
        String word = owner.getTranslation("findings.kind." + kind.name());
        return number == null
                ? owner.getTranslation("findings.fact.document", title, word)
                : owner.getTranslation("findings.fact.numbered", title, number, word);
    }

    /** Adds figures and documents, where there are any. */
    static void add(Facts facts, CaseSource source) {
        if (!source.figures().isEmpty()) {
            facts.add(facts.getTranslation("rectification.case.figures"), figures(facts, source.figures()));
        }
        if (!source.documents().isEmpty()) {
            facts.add(facts.getTranslation("rectification.case.documents"), documents(facts, source.documents()));
        }
    }

    /**
     * What will have been reached once the text is carried out, as a sentence: each clause with a figure, and each
     * document that is to be made or changed. Empty where the text names none of these.
     *
     * @param marker with which the text is counted and the sentence does not begin
     */
    static String reached(Component owner, CaseSource source, String marker) {
        List<String> clauses = source.figures().stream()
                .map(CaseFigure::clause)
                .map(clause -> clause.startsWith(marker)
                        ? clause.substring(marker.length()).strip()
                        : clause)
                .distinct()
                .toList();
        List<String> parts = new ArrayList<>(clauses.stream()
                .filter(clause -> clauses.stream().noneMatch(other -> !other.equals(clause) && other.contains(clause)))
                .toList());
        source.documents().stream()
                .filter(document -> MADE.contains(document.kind()))
                .filter(document -> parts.stream().noneMatch(part -> part.contains(document.title())))
                .map(document -> owner.getTranslation("rectification.reached." + document.kind(), document.title()))
                .forEach(parts::add);
        return parts.isEmpty()
                ? ""
                : owner.getTranslation(
                        "rectification.reached.sentence",
                        String.join(owner.getTranslation("rectification.reached.and"), parts));
    }

    /** The figures of a clause beside the clause, which says what was counted. */
    private static Component figures(Component owner, List<CaseFigure> figures) {
        Map<String, ListItem> clauses = new LinkedHashMap<>();
        for (CaseFigure figure : figures) {
            Span amount = new Span(
                    figure.growth()
                            ? growth(owner, figure.amount(), figure.approximate())
                            : quantity(owner, figure.amount(), figure.unit(), figure.period(), figure.approximate()));
            amount.addClassNames("chip", "source-figure");
            clauses.computeIfAbsent(figure.clause(), clause -> new ListItem()).add(amount);
        }
        UnorderedList list = list();
        clauses.forEach((words, item) -> {
            Span clause = new Span(words);
            clause.addClassName("case-small");
            item.add(clause);
            list.add(item);
        });
        return list;
    }

    private static Component documents(Component owner, List<CaseDocument> documents) {
        UnorderedList list = list();
        for (CaseDocument document : documents) {
            list.add(new ListItem(document(owner, document.title(), document.number(), document.kind())));
        }
        return list;
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassName("source-facts");
        return list;
    }
}
