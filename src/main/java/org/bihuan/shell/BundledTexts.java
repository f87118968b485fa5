package org.bihuan.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import org.bihuan.shared.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of all modules, {@code i18n/<module>/messages_<locale>.properties}, read once at the
 * start. A text without arguments is taken as it stands apart from doubled apostrophes; a key that
 * nobody wrote is shown as itself and logged, since a screen must not fail over a missing word.
 */
@Component
class BundledTexts implements Texts, I18NProvider {

    private static final Logger log = LoggerFactory.getLogger(BundledTexts.class);
    private static final long serialVersionUID = 1L;

    private final Map<Locale, Map<String, String>> texts = new HashMap<>();

    BundledTexts() {
        for (Locale locale : Languages.ALL) {
            texts.put(locale, load(locale));
        }
    }

    /** All texts in {@code locale} by key, as written in the files. */
    static Map<String, String> load(Locale locale) {
        Map<String, String> all = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:i18n/*/messages_" + locale + ".properties")) {
                Properties properties = new Properties();
                try (InputStream in = file.getInputStream()) {
                    properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                }
                properties.forEach((key, text) -> all.put((String) key, (String) text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }

    @Override
    public String get(Locale locale, String key, Object... args) {
        Locale nearest = Languages.nearest(locale);
        String text = texts.getOrDefault(nearest, Map.of()).get(key);
        if (text == null) {
            log.warn("No text for key {} in {}", key, nearest);
            return key;
        }
        MessageFormat format = new MessageFormat(text, nearest);
        Format[] given = format.getFormatsByArgumentIndex();
        for (int i = 0; i < given.length; i++) {
            if (given[i] == null && i < args.length && args[i] instanceof Number) {
                format.setFormatByArgumentIndex(i, plainNumber());
            }
        }
        return format.format(Stream.of(args).map(arg -> listed(nearest, arg)).toArray());
    }

    /** A list as one text; anything else as it is. */
    private Object listed(Locale language, Object arg) {
        return arg instanceof Collection<?> items
                ? items.stream().map(String::valueOf).collect(Collectors.joining(get(language, "shared.listed")))
                : arg;
    }

    @Override
    public boolean has(Locale locale, String key) {
        return texts.getOrDefault(Languages.nearest(locale), Map.of()).containsKey(key);
    }

    /** Years and counts are written without thousands separators. */
    private static NumberFormat plainNumber() {
        NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
        format.setGroupingUsed(false);
        return format;
    }

    @Override
    public String get(String key, Object... args) {
        return get(current(), key, args);
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return get(locale, key, params);
    }

    private static Locale current() {
        UI ui = UI.getCurrent();
        if (ui != null) {
            return ui.getLocale();
        }
        LocaleContext request = LocaleContextHolder.getLocaleContext();
        return Languages.nearest(request == null ? null : request.getLocale());
    }
}
