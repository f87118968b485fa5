package org.bihuan.rectification.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.bihuan.findings.FindingsEditor;
import org.bihuan.shared.ui.Glyph;

/**
 * The open row: its wording to be written over, and its verbs. The buttons are heard by the outline in
 * the browser, which sends the wording with the verb.
 */
final class ImportRowEditor extends Div {

    private static final int SHOWN = 60;
    /** A pause in typing: what stands there by then survives the browser. */
    private static final int QUIET = 700;

    private final TextArea text = new TextArea();
    private final ComboBox<ImportNode> target = new ComboBox<>();

    ImportRowEditor(ImportNode node, ImportOutline.Acts acts, List<ImportNode> parents) {
        addClassName("import-editor");
        text.setAriaLabel(getTranslation("findings.check.wording", node.place()));
        text.setWidthFull();
        text.setManualValidation(true);
        text.setValue(node.text());
        text.setValueChangeMode(ValueChangeMode.TIMEOUT);
        text.setValueChangeTimeout(QUIET);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                acts.act("correct", node.id(), change.getValue(), -1);
            }
        });
        Div verbs = new Div();
        verbs.addClassName("import-verbs");
        verbs.add(verb("close", "findings.verb.close", Glyph.CHECK, ButtonVariant.LUMO_PRIMARY));
        verbs.add(verb("split", "findings.verb.split", Glyph.SPLIT, ButtonVariant.LUMO_TERTIARY));
        verbs.add(verb("merge", "findings.verb.merge", Glyph.MERGE, ButtonVariant.LUMO_TERTIARY));
        verbs.add(verb("up", "findings.verb.up", Glyph.UP, ButtonVariant.LUMO_TERTIARY));
        verbs.add(verb("down", "findings.verb.down", Glyph.DOWN, ButtonVariant.LUMO_TERTIARY));
        if (node.depth() == 2) {
            verbs.add(verb("promote", "findings.verb.promote", Glyph.LEFT, ButtonVariant.LUMO_TERTIARY));
        }
        if (node.depth() == 1) {
            verbs.add(verb("demote", "findings.verb.demote", Glyph.RIGHT, ButtonVariant.LUMO_TERTIARY));
        }
        verbs.add(verb("drop", "findings.verb.drop", Glyph.TRASH, ButtonVariant.LUMO_ERROR));
        target.setAriaLabel(getTranslation("findings.verb.moveTo", node.place()));
        target.setPlaceholder(getTranslation(node.depth() == 2 ? "findings.verb.toProblem" : "findings.verb.toAspect"));
        target.setItemLabelGenerator(ImportRowEditor::label);
        target.setVisible(node.depth() > 0);
        target.addClassName("import-target");
        target.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                acts.move(node.id(), change.getValue().id());
            }
        });
        verbs.add(target);
        offer(parents);
        add(text, verbs);
    }

    private Button verb(String act, String key, Glyph icon, ButtonVariant variant) {
        Button button = new Button(getTranslation(key), icon.create());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, variant);
        if (variant == ButtonVariant.LUMO_ERROR) {
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        }
        button.getElement().setAttribute("data-act", act);
        return button;
    }

    private static String label(ImportNode node) {
        String text = node.text();
        return node.place() + " " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    }

    void show(ImportNode node) {
        text.setInvalid(false);
        // Blanks at the end of what somebody is still typing are left where they are.
        if (!FindingsEditor.tidied(text.getValue()).equals(node.text())) {
            text.setValue(node.text());
        }
    }

    void offer(List<ImportNode> parents) {
        target.setItems(parents);
        target.setEnabled(!parents.isEmpty());
    }

    void refuse(String sentence) {
        text.setErrorMessage(sentence);
        text.setInvalid(true);
    }
}
