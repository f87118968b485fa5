package org.bihuan.rectification.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.bihuan.findings.FindingsDraft;
import org.bihuan.findings.FindingsEditor;
import org.bihuan.findings.ImportWarning;
import org.bihuan.findings.OrganisationDraft;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Confirmation;
import org.bihuan.shared.ui.Glyph;
import org.bihuan.shared.ui.Notifications;
import org.jspecify.annotations.Nullable;

/** The second step: what was found, to be checked and put right row by row. */
final class ImportFindings extends Div implements ImportOutline.Acts {

    private static final int FEW = 4;

    private final transient ImportWork work;
    private final ImportOutline outline = new ImportOutline(this);
    private final Div counts = new Div();
    private final Details warnings = new Details();
    private final Button undo;
    private final Button redo;

    ImportFindings(ImportWork work, Runnable source, Runnable policy) {
        this.work = work;
        addClassName("import-findings");
        counts.addClassNames("figures", "import-counts");
        counts.getElement().setAttribute("role", "status");
        undo = small("findings.check.undo", Glyph.UNDO, () -> step(FindingsEditor::undo, null));
        redo = small("findings.check.redo", Glyph.REDO, () -> step(FindingsEditor::redo, null));
        Checkbox only = new Checkbox(getTranslation("findings.check.onlyProblems"));
        only.addValueChangeListener(change -> {
            outline.close();
            outline.setClassName("only-problems", change.getValue());
        });
        Div bar = new Div(counts, undo, redo, only, next(policy));
        bar.addClassName("import-bar");
        Paragraph keys = ImportNotes.info(getTranslation("findings.check.keys"));
        keys.setId("import-keys");
        keys.addClassName("import-keys");
        Button other = new Button(getTranslation("findings.check.otherSource"), click -> source.run());
        Button away = Confirmation.before(
                getTranslation("findings.check.putAway"), () -> getTranslation("findings.check.putAwaySure"), () -> {
                    work.putAway();
                    source.run();
                });
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        Div others = new Div(other, away);
        others.addClassName("import-others");
        Div actions = new Div(next(policy));
        actions.addClassName("action-bar");
        add(bar, warnings, organisation(), original(), keys, outline, others, actions);
        refresh();
    }

    /** On top and at the end of what may be two hundred rows. */
    private Button next(Runnable policy) {
        Button next = new Button(getTranslation("findings.check.next"), click -> policy.run());
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return next;
    }

    private Button small(String key, Glyph icon, Runnable act) {
        Button button = new Button(getTranslation(key), icon.create(), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private Component organisation() {
        OrganisationDraft organisation = work.draft().organisation();
        Details details = new Details(getTranslation(
                "findings.check.organisation",
                organisation.paragraphs().size(),
                organisation.quantities().size(),
                organisation.documents().size()));
        organisation.paragraphs().forEach(text -> details.add(new Paragraph(text)));
        details.setVisible(!organisation.paragraphs().isEmpty());
        return details;
    }

    private Component original() {
        Details details = new Details(getTranslation("findings.check.original"));
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                Div text = new Div(work.onDesk().source());
                text.addClassName("import-original");
                text.getElement().setAttribute("tabindex", "0");
                details.add(text);
            }
        });
        return details;
    }

    private void refresh() {
        FindingsDraft draft = work.draft();
        outline.show(draft);
        counts.removeAll();
        count("findings.count.aspects", draft.aspects().size());
        count("findings.count.problems", draft.problems().size());
        count("findings.count.measures", draft.measures().size());
        count("findings.count.quantities", draft.quantities().size());
        count("findings.count.growthRates", draft.growthRates().size());
        count("findings.count.documents", draft.documents().size());
        undo.setEnabled(work.editor().canUndo());
        redo.setEnabled(work.editor().canRedo());
        warn(draft.warnings());
    }

    private void count(String key, int number) {
        Span figure = new Span(getTranslation(key, number));
        figure.addClassName("figure");
        counts.add(figure);
    }

    private void warn(List<ImportWarning> all) {
        boolean wasOpen = warnings.isOpened();
        boolean first = !warnings.isVisible() || warnings.getContent().findAny().isEmpty();
        long blocking = all.stream().filter(ImportWarning::blocking).count();
        warnings.setVisible(!all.isEmpty());
        warnings.setSummaryText(
                blocking == 0
                        ? getTranslation("findings.check.warnings", all.size())
                        : getTranslation("findings.check.blocking", all.size(), blocking));
        warnings.setClassName("import-blocking", blocking > 0);
        warnings.addClassName("import-warnings");
        warnings.removeAll();
        UnorderedList list = new UnorderedList();
        all.forEach(warning -> list.add(line(warning)));
        warnings.add(list);
        warnings.setOpened(first ? blocking > 0 || all.size() <= FEW : wasOpen);
    }

    private ListItem line(ImportWarning warning) {
        String sentence = getTranslation(warning.key(), warning.args().toArray());
        Integer row = warning.row();
        if (row == null) {
            return new ListItem(sentence);
        }
        Button lead = new Button(sentence, click -> outline.open(row, -1));
        lead.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return new ListItem(lead);
    }

    @Override
    public void act(String verb, int row, @Nullable String text, int caret) {
        if (!outline.has(row)) {
            return;
        }
        if (text != null && !verb.equals("undo") && !verb.equals("redo") && !verb.equals("drop")) {
            if (!step(editor -> editor.correct(row, text), null)) {
                return;
            }
        }
        switch (verb) {
            case "open" -> outline.open(row, -1);
            case "close" -> {
                outline.close();
                outline.lead(row, -1);
            }
            case "split" -> split(row, text, caret);
            case "merge" -> merge(row);
            case "up" -> step(editor -> editor.moveUp(row), row);
            case "down" -> step(editor -> editor.moveDown(row), row);
            case "promote" -> reshape(editor -> editor.promote(row), row);
            case "demote" -> reshape(editor -> editor.demote(row), row);
            case "drop" -> drop(row);
            case "undo" -> step(FindingsEditor::undo, null);
            case "redo" -> step(FindingsEditor::redo, null);
            default -> {
                // The wording alone, which has been kept above.
            }
        }
    }

    @Override
    public void move(int row, int parent) {
        int end = (int) ImportNode.of(work.draft()).stream()
                .filter(node -> node.parent() == parent)
                .count();
        step(editor -> editor.move(row, parent, end), row);
    }

    /** Does a step, keeps it and shows it; a refusal stands beside the open row, and false is the answer. */
    private boolean step(Consumer<FindingsEditor> step, @Nullable Integer lead) {
        try {
            work.change(step);
        } catch (RuleViolation refusal) {
            String sentence = getTranslation(refusal.key(), refusal.args());
            if (ImportWork.outdated(refusal) || !outline.refuse(sentence)) {
                Notifications.refused(sentence);
            }
            return false;
        }
        refresh();
        if (lead != null) {
            outline.lead(lead, -1);
        }
        return true;
    }

    private void split(int row, @Nullable String text, int caret) {
        if (text == null) {
            outline.open(row, 0);
            return;
        }
        // The wording is tidied on its way in; the caret moves with what stood before it.
        String before = text.substring(0, Math.max(0, Math.min(caret, text.length())));
        int offset = FindingsEditor.tidied(before + "|").length() - 1;
        if (step(editor -> editor.split(row, offset), null)) {
            Integer rest = outline.neighbour(row);
            if (rest != null) {
                outline.open(rest, 0);
            }
        }
    }

    private void merge(int row) {
        ImportNode before = before(row);
        if (step(editor -> editor.mergeWithPrevious(row), null) && before != null) {
            outline.open(before.id(), before.text().length());
        }
    }

    private @Nullable ImportNode before(int row) {
        List<ImportNode> nodes = ImportNode.of(work.draft());
        ImportNode found = null;
        ImportNode self = nodes.stream().filter(n -> n.id() == row).findFirst().orElseThrow();
        for (ImportNode node : nodes) {
            if (node.id() == row) {
                return found;
            }
            if (node.depth() == self.depth() && node.parent() == self.parent()) {
                found = node;
            }
        }
        return found;
    }

    /** The row is of another kind afterwards, so its editor is made anew. */
    private void reshape(Consumer<FindingsEditor> step, int row) {
        if (step(step, null)) {
            outline.close();
            outline.open(row, -1);
        }
    }

    private void drop(int row) {
        List<ImportNode> nodes = ImportNode.of(work.draft());
        ImportNode node = nodes.stream().filter(n -> n.id() == row).findFirst().orElseThrow();
        Integer after = outline.neighbour(row);
        if (step(editor -> editor.drop(row), null)) {
            int gone = nodes.size() - ImportNode.of(work.draft()).size();
            Notifications.done(
                    node.depth() == 2
                            ? getTranslation("findings.check.dropped", node.place())
                            : getTranslation("findings.check.droppedAll", node.place(), gone - 1));
            if (after != null) {
                outline.lead(after, -1);
            }
        }
    }
}
