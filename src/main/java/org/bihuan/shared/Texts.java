package org.bihuan.shared;

import java.util.Locale;

/** The product's texts by key, in Chinese or English; a missing key is an error of ours, found by a test. */
public interface Texts {

    /** The text in {@code locale}, with {@code {0}} and following replaced by {@code args}. */
    String get(Locale locale, String key, Object... args);

    /** The text in the locale of the current request or thread. */
    String get(String key, Object... args);
}
