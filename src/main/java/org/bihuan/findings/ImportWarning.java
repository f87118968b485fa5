package org.bihuan.findings;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A sentence for the person who checks the preview.
 *
 * @param key message key of the sentence
 * @param row the row of the draft that it speaks of, or null where it speaks of the whole
 * @param blocking whether the draft cannot be accepted before this is put right
 */
public record ImportWarning(
        String key, List<String> args, @Nullable Integer row, boolean blocking) {

    public ImportWarning {
        args = List.copyOf(args);
    }

    static ImportWarning of(String key, String... args) {
        return new ImportWarning(key, List.of(args), null, false);
    }

    static ImportWarning at(int row, String key, String... args) {
        return new ImportWarning(key, List.of(args), row, false);
    }

    static ImportWarning blocks(int row, String key, String... args) {
        return new ImportWarning(key, List.of(args), row, true);
    }
}
