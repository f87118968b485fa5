package org.bihuan.rectification.ui;

import com.vaadin.flow.component.html.Paragraph;

/** Short notes of the import's screens. */
final class ImportNotes {

    private ImportNotes() {}

    /** A note that explains. */
    static Paragraph info(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassName("import-note");
        return note;
    }

    /** A refusal beside what it concerns, read at once by screen readers. */
    static Paragraph refusal() {
        Paragraph note = new Paragraph();
        note.addClassName("import-refusal");
        note.getElement().setAttribute("role", "alert");
        note.setVisible(false);
        return note;
    }

    static void say(Paragraph refusal, String text) {
        refusal.setText(text);
        refusal.setVisible(!text.isEmpty());
    }
}
