package org.bihuan.shared;

import java.util.Locale;

/**
 * Says texts of process models in the reader's language: those of the shipped models where somebody
 * translated them; what a process admin has drawn or worded otherwise stays as it was written.
 */
public interface ModelTexts {

    /** The name of an element. */
    String name(ModelText written, Locale locale);

    /** The documentation of an element. */
    String documentation(ModelText written, Locale locale);
}
