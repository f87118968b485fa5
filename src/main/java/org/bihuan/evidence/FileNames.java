package org.bihuan.evidence;

import java.text.Normalizer;
import java.util.Locale;

import org.bihuan.shared.RuleViolation;

/** File names as people see them: never used as a path, but they must not lie about themselves. */
final class FileNames {

    private FileNames() {}

    /**
     * The name without a path, in composed form. Refuses control and formatting characters, since a
     * right-to-left override shows "gpj.exe" as "exe.jpg".
     */
    static String clean(String sent, int maxLength) {
        String name = Normalizer.normalize(sent, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        if (name.codePoints().anyMatch(FileNames::hidden)) {
            throw RuleViolation.at("file", "evidence.name.characters");
        }
        int length = name.codePointCount(0, name.length());
        if (length > maxLength) {
            throw RuleViolation.at("file", "evidence.name.tooLong", length, maxLength);
        }
        if (name.chars().allMatch(c -> c == '.')) {
            throw RuleViolation.at("file", "evidence.name.missing");
        }
        return name;
    }

    /** The part after the last dot, in lower case; empty where there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
