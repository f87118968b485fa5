package org.bihuan.shared;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Says the texts of models as they are written there, but for those that a test has put into other words. */
public final class AsWritten implements ModelTexts {

    private final Map<ModelText, String> said = new HashMap<>();

    /** From now on a text is said in these words. */
    public void say(ModelText written, String words) {
        said.put(written, words);
    }

    @Override
    public String name(ModelText written, Locale locale) {
        return said.getOrDefault(written, written.text());
    }

    @Override
    public String documentation(ModelText written, Locale locale) {
        return said.getOrDefault(written, written.text());
    }
}
