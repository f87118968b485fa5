package org.bihuan.shared;

/**
 * A text of a process model as it is written there.
 *
 * @param element id of the element that it belongs to; blank where there is no text
 * @param text may be blank
 */
public record ModelText(String element, String text) {

    /** No text. */
    public static final ModelText NONE = new ModelText("", "");

    /** Whether there is nothing to say. */
    public boolean isBlank() {
        return text.isBlank();
    }
}
