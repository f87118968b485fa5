package org.bihuan.rectification;

import java.util.List;

/** A sentence for the person who checks the preview: message key and its arguments. */
public record ImportWarning(String key, List<String> args) {

    public ImportWarning {
        args = List.copyOf(args);
    }

    static ImportWarning of(String key, String... args) {
        return new ImportWarning(key, List.of(args));
    }
}
