package org.bihuan.modeling;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The few shapes of expression that a model may contain; whatever is not one of these is refused. */
final class ClosedGrammar {

    private static final String NAME = "[A-Za-z][A-Za-z0-9_]{0,63}";
    private static final String LITERAL = "(?:'[\\p{L}\\p{N}_. -]{0,64}'|-?\\d{1,9}|true|false)";
    private static final String TERM =
            "(?:!\\s?" + NAME + "|" + NAME + "(?:\\s?(?:==|!=|<=|>=|<|>)\\s?" + LITERAL + ")?)";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(" + NAME + ")}");
    private static final Pattern CONDITION =
            Pattern.compile("\\$\\{\\s?" + TERM + "(?:\\s?(?:&&|\\|\\|)\\s?" + TERM + "){0,7}\\s?}");
    private static final Pattern COLLECTION =
            Pattern.compile("\\$\\{(" + NAME + ")\\.(" + NAME + ")\\(\\s?execution\\s?\\)}");
    private static final Pattern PLAIN_NAME = Pattern.compile(NAME);

    /** Names that an expression resolves to something else than a variable. */
    private static final Pattern RESERVED = Pattern.compile("execution|task|empty|not|and|or|div|mod|instanceof|null");

    private static final Pattern RESERVED_WORD = Pattern.compile("\\b(?:" + RESERVED + ")\\b");

    private ClosedGrammar() {}

    /** A call {@code ${bean.method(execution)}}. */
    record Call(String bean, String method) {}

    /** The name in {@code ${name}}; null if the text is anything else. */
    static @Nullable String variable(String text) {
        Matcher m = VARIABLE.matcher(text);
        return m.matches() && isName(m.group(1)) ? m.group(1) : null;
    }

    static boolean isCondition(String text) {
        return CONDITION.matcher(text).matches()
                && !RESERVED_WORD.matcher(text.replaceAll("'[^']*'", "''")).find();
    }

    static @Nullable Call collection(String text) {
        Matcher m = COLLECTION.matcher(text);
        return m.matches() ? new Call(m.group(1), m.group(2)) : null;
    }

    /** A name for a variable. */
    static boolean isName(String text) {
        return PLAIN_NAME.matcher(text).matches() && !RESERVED.matcher(text).matches();
    }

    /** Whether the engine could see an expression in the text. */
    static boolean hasExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
