package org.bihuan.rectification.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.bihuan.findings.ImportWarning;
import org.jspecify.annotations.Nullable;

/** One row of the import's outline: its number, its wording, and what was found in the wording. */
final class ImportRow extends Div {

    private static final List<String> KINDS = List.of("aspect", "problem", "measure");

    private final Span number = new Span();
    private final Div text = new Div();
    private final Div besides = new Div();
    private final Div facts = new Div();
    private final Div remarks = new Div();
    private @Nullable ImportNode node;
    private @Nullable ImportRowEditor editor;

    ImportRow() {
        addClassName("import-row");
        number.addClassNames("import-number", "number");
        text.addClassName("import-text");
        besides.addClassName("import-besides");
        facts.addClassName("import-facts");
        remarks.addClassName("import-remarks");
        remarks.setVisible(false);
        getElement().setAttribute("role", "treeitem");
        add(number, text, besides, facts, remarks);
    }

    ImportNode node() {
        if (node == null) {
            throw new IllegalStateException("A row without content");
        }
        return node;
    }

    void show(ImportNode now) {
        if (now.equals(node)) {
            return;
        }
        node = now;
        String kind = KINDS.get(now.depth());
        KINDS.forEach(each -> setClassName("import-" + each, each.equals(kind)));
        getElement()
                .setAttribute("data-row", String.valueOf(now.id()))
                .setAttribute("aria-level", String.valueOf(now.depth() + 1));
        number.setText(
                now.depth() == 0 ? getTranslation("findings.check.aspectNumber", now.place()) : now.shortPlace());
        boolean empty = now.text().isBlank();
        text.setText(empty ? getTranslation("findings.check.untitled") : now.text());
        text.setClassName("not-named", empty);
        besides.removeAll();
        now.besides().forEach(line -> besides.add(new Div(line)));
        besides.setVisible(!now.besides().isEmpty());
        facts(now);
        if (editor != null) {
            editor.show(now);
        }
    }

    /** Says at the row itself what a person should look at. */
    void warn(List<ImportWarning> warnings) {
        remarks.removeAll();
        warnings.forEach(warning -> {
            Div line = new Div(getTranslation(warning.key(), warning.args().toArray()));
            line.setClassName("import-blocking", warning.blocking());
            remarks.add(line);
        });
        remarks.setVisible(!warnings.isEmpty());
    }

    private void facts(ImportNode now) {
        facts.removeAll();
        now.quantities()
                .forEach(q -> fact(
                        "quantity",
                        SourceWords.quantity(this, q.value(), q.unit(), q.period(), q.approximate()),
                        q.quote()));
        now.growthRates()
                .forEach(g -> fact("growth", SourceWords.growth(this, g.percent(), g.approximate()), g.clause()));
        now.documents()
                .forEach(d -> fact("document", SourceWords.document(this, d.title(), d.number(), d.kind()), d.title()));
        facts.setVisible(facts.getComponentCount() > 0);
    }

    private void fact(String kind, String words, String quote) {
        Span chip = new Span(words);
        chip.addClassNames("chip", "import-" + kind);
        chip.setTitle(quote);
        facts.add(chip);
    }

    void open(ImportOutline.Acts acts, List<ImportNode> parents) {
        editor = new ImportRowEditor(node(), acts, parents);
        text.setVisible(false);
        addClassName("open");
        addComponentAtIndex(2, editor);
    }

    void close() {
        if (editor != null) {
            remove(editor);
            editor = null;
        }
        text.setVisible(true);
        removeClassName("open");
    }

    void offer(List<ImportNode> parents) {
        if (editor != null) {
            editor.offer(parents);
        }
    }

    void refuse(String sentence) {
        if (editor != null) {
            editor.refuse(sentence);
        }
    }
}
