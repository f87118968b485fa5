package org.bihuan.rectification.ui;

import java.math.BigDecimal;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.bihuan.findings.DocumentKind;
import org.bihuan.rectification.CaseDocument;
import org.bihuan.rectification.CaseFigure;
import org.bihuan.rectification.CaseFile;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.ui.Facts;
import org.jspecify.annotations.Nullable;

/** Figures and documents that an imported text names, in words. */
final class SourceWords {

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

    /** Adds the figures and documents of a measure, where it has any. */
    static void add(Facts facts, CaseFile cases, CaseNumber measure) {
        List<CaseFigure> figures = cases.figures(measure);
        if (!figures.isEmpty()) {
            facts.add(facts.getTranslation("rectification.case.figures"), figures(facts, figures));
        }
        List<CaseDocument> documents = cases.documents(measure);
        if (!documents.isEmpty()) {
            facts.add(facts.getTranslation("rectification.case.documents"), documents(facts, documents));
        }
    }

    /** Each figure beside the clause that says what was counted. */
    private static Component figures(Component owner, List<CaseFigure> figures) {
        UnorderedList list = list();
        for (CaseFigure figure : figures) {
            Span amount = new Span(
                    figure.growth()
                            ? growth(owner, figure.amount(), figure.approximate())
                            : quantity(owner, figure.amount(), figure.unit(), figure.period(), figure.approximate()));
            amount.addClassNames("chip", "source-figure");
            Span clause = new Span(figure.clause());
            clause.addClassName("case-small");
            list.add(new ListItem(amount, clause));
        }
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
