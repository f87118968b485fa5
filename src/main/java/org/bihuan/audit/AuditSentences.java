package org.bihuan.audit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Turns entries of the trail into plain sentences, Chinese or English. The texts {@code audit.<action>}
 * name facts, as in <code>{reason}</code>, and may leave a clause out where one is not given:
 * <code>{opinionGiven, select, yes {…{opinion}} other {}}</code>. So they are ICU message formats and
 * are read here, not through {@link org.bihuan.shared.Texts}.
 */
@Component
public class AuditSentences {

    private static final String GIVEN = "Given";
    private static final String NOT_GIVEN = "—";
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String DIGEST = "sha256";
    private static final int DIGEST_SHOWN = 12;

    /** Facts of several items. */
    private static final Set<String> LISTS = Set.of("redo", "support", "supportBefore");

    private final Properties chinese = load("zh_CN");
    private final Properties english = load("en");

    /** What happened, without who did it: "退回整改，原因：…". */
    public String what(AuditRecord entry, Locale locale) {
        return format("audit." + entry.action(), entry.facts(), locale);
    }

    /** Who did what, and for whom where a substitute acted. */
    public String sentence(AuditRecord entry, Locale locale) {
        Map<String, String> parts = new HashMap<>();
        parts.put("actor", actor(entry, locale));
        parts.put("what", what(entry, locale));
        if (entry.onBehalfOf() != null) {
            parts.put("absent", entry.onBehalfOf());
        }
        return format("audit.sentence", parts, locale);
    }

    /** The name of who acted; for the product itself the word for it in {@code locale}. */
    public String actor(AuditRecord entry, Locale locale) {
        return entry.actorId() == null && entry.actorName().equals("system")
                ? format("audit.system", Map.of(), locale)
                : entry.actorName();
    }

    /** The facts of an entry in full, by what they are called; a name without a word of its own stands as it is. */
    public Map<String, String> facts(Map<String, String> facts, Locale locale) {
        Map<String, String> named = new LinkedHashMap<>();
        facts.forEach((name, value) -> {
            if (!value.isBlank()) {
                String word = texts(locale).getProperty("audit.factName." + name, name);
                named.put(word, name.equals(DIGEST) ? value : shown(name, value, locale));
            }
        });
        return named;
    }

    private String format(String key, Map<String, String> facts, Locale locale) {
        @Nullable String pattern = texts(locale).getProperty(key);
        if (pattern == null) {
            return key;
        }
        Map<String, Object> args = new HashMap<>();
        for (String name : names(pattern)) {
            args.put(name, argument(name, facts, locale));
        }
        return new MessageFormat(pattern, locale).format(args);
    }

    /** The names that a pattern uses, inside of its clauses as well. */
    static Set<String> names(String pattern) {
        MessagePattern parsed = new MessagePattern(pattern);
        return IntStream.range(0, parsed.countParts())
                .mapToObj(parsed::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
                .map(parsed::getSubstring)
                .collect(Collectors.toSet());
    }

    private String argument(String name, Map<String, String> facts, Locale locale) {
        if (name.endsWith(GIVEN)) {
            String fact = name.substring(0, name.length() - GIVEN.length());
            return facts.getOrDefault(fact, "").isBlank() ? "no" : "yes";
        }
        String value = facts.getOrDefault(name, "");
        return value.isBlank() ? NOT_GIVEN : shown(name, value, locale);
    }

    /** A fact as people read it: dates in the language's form, codes by their word, digests cut short. */
    private String shown(String name, String value, Locale locale) {
        if (ISO_DATE.matcher(value).matches()) {
            try {
                String form = texts(locale).getProperty("audit.date", "uuuu-MM-dd");
                return LocalDate.parse(value).format(DateTimeFormatter.ofPattern(form, locale));
            } catch (DateTimeParseException e) {
                return value;
            }
        }
        if (LISTS.contains(name)) {
            return String.join(texts(locale).getProperty("shared.listed"), FactList.read(value));
        }
        if (name.equals(DIGEST) && value.length() > DIGEST_SHOWN) {
            return value.substring(0, DIGEST_SHOWN) + "…";
        }
        return texts(locale).getProperty("audit.fact.%s.%s".formatted(name, value), value);
    }

    private Properties texts(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
    }

    private static Properties load(String language) {
        Properties texts = new Properties();
        for (String module : List.of("shared", "audit")) {
            String path = "i18n/%s/messages_%s.properties".formatted(module, language);
            try (InputStreamReader reader =
                    new InputStreamReader(new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8)) {
                texts.load(reader);
            } catch (IOException e) {
                throw new IllegalStateException("Texts " + path + " cannot be read", e);
            }
        }
        return texts;
    }
}
