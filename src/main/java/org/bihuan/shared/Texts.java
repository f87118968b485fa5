package org.bihuan.shared;

import java.util.Locale;

/** The product's texts by key, in Chinese or English; a missing key is an error of ours, found by a test. */
public interface Texts {

    /**
     * The text in {@code locale}, with {@code {0}} and following replaced by {@code args}; a list among
     * them is told as that language tells lists.
     */
    String get(Locale locale, String key, Object... args);

    /** Whether there is a text of that key in {@code locale}; models alone have texts in one language only. */
    boolean has(Locale locale, String key);

    /** The text in the locale of the current request or thread. */
    String get(String key, Object... args);
}
