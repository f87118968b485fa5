package org.bihuan.rectification;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a person entered in a drawn form into values of a closed kind: {@code String},
 * {@code Long}, {@code Boolean} or {@code LocalDate}, each checked against its field.
 */
final class FormValues {

    private static final int TEXT_LIMIT = 2000;

    private final List<FormField> fields;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> entries = new ArrayList<>();

    private FormValues(List<FormField> fields) {
        this.fields = fields;
    }

    static FormValues read(List<FormField> fields, Map<String, String> entered) {
        FormValues read = new FormValues(fields);
        read.refuseForeign(entered);
        for (FormField field : fields) {
            if (!field.readOnly()) {
                read.read(
                        field,
                        Objects.requireNonNullElse(entered.get(field.id()), "").strip());
            }
        }
        return read;
    }

    private void refuseForeign(Map<String, String> entered) {
        for (FormField field : fields) {
            if (field.isReserved()) {
                throw new RuleViolation("rectification.drawn.reserved", field.id());
            }
        }
        boolean foreign = entered.keySet().stream()
                .anyMatch(name -> fields.stream().noneMatch(field -> field.id().equals(name) && !field.readOnly()));
        if (foreign) {
            throw new RuleViolation("rectification.step.wrongForm");
        }
    }

    private void read(FormField field, String text) {
        if (text.isEmpty()) {
            if (field.required() || field.isOutcome()) {
                throw refuse(field, "rectification.drawn.required", field.label());
            }
            return;
        }
        Object value =
                switch (field.type()) {
                    case STRING -> text(field, text);
                    case LONG -> number(field, text);
                    case BOOLEAN -> yesOrNo(field, text);
                    case DATE -> day(field, text);
                    case ENUM -> choice(field, text);
                };
        values.put(field.id(), value);
        entries.add(field.label() + "：" + shown(field, value));
    }

    private static String text(FormField field, String text) {
        long limit = field.maxLength() == null ? TEXT_LIMIT : Math.min(TEXT_LIMIT, field.maxLength());
        if (text.length() > limit) {
            throw refuse(field, "rectification.drawn.tooLong", limit);
        }
        if (field.minLength() != null && text.length() < field.minLength()) {
            throw refuse(field, "rectification.drawn.tooShort", field.minLength());
        }
        return text;
    }

    private static Long number(FormField field, String text) {
        long number;
        try {
            number = Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw refuse(field, "rectification.drawn.noNumber");
        }
        if (field.min() != null && number < field.min()) {
            throw refuse(field, "rectification.drawn.tooSmall", field.min());
        }
        if (field.max() != null && number > field.max()) {
            throw refuse(field, "rectification.drawn.tooLarge", field.max());
        }
        return number;
    }

    private static Boolean yesOrNo(FormField field, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refuse(field, "rectification.drawn.noChoice");
        };
    }

    private static LocalDate day(FormField field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw refuse(field, "rectification.drawn.noDate");
        }
    }

    private static String choice(FormField field, String text) {
        if (!field.options().containsKey(text)) {
            throw refuse(field, "rectification.drawn.noChoice");
        }
        return text;
    }

    private static String shown(FormField field, Object value) {
        return switch (field.type()) {
            case ENUM -> String.valueOf(field.options().get(String.valueOf(value)));
            case BOOLEAN -> Boolean.TRUE.equals(value) ? "✓" : "✗";
            default -> value.toString();
        };
    }

    private static RuleViolation refuse(FormField field, String key, Object... args) {
        return RuleViolation.at(field.id(), key, args);
    }

    /** Values by name. */
    Map<String, Object> values() {
        return values;
    }

    /** The word of the outcome that was chosen, or null where the form has none. */
    @Nullable
    String outcome() {
        return fields.stream()
                .filter(field -> field.isOutcome() && values.containsKey(field.id()))
                .map(field -> field.options().get(String.valueOf(values.get(field.id()))))
                .findFirst()
                .orElse(null);
    }

    /** What was entered, for the trail. */
    String summary() {
        String all = String.join("；", entries);
        return all.length() > TEXT_LIMIT ? all.substring(0, TEXT_LIMIT) + "…" : all;
    }
}
