package org.bihuan.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.bihuan.identity.Names;
import org.bihuan.rectification.LedgerEntry.Sign;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.shared.Level;
import org.bihuan.shared.Texts;
import org.jspecify.annotations.Nullable;

/** What stands in the cells of a table, in the reader's language. */
final class LedgerWords {

    private static final int MOST_FILES = 20;

    private final Texts texts;
    private final Locale locale;
    private final Names names;
    private final Map<CaseNumber, Level> levels;

    LedgerWords(Texts texts, Locale locale, Names names, Map<CaseNumber, Level> levels) {
        this.texts = texts;
        this.locale = locale;
        this.names = names;
        this.levels = levels;
    }

    String text(String key, Object... args) {
        return texts.get(locale, key, args);
    }

    String person(@Nullable Long id) {
        return names.person(id);
    }

    String unit(@Nullable Long id) {
        return names.unit(id);
    }

    /** The units' names, each once, in pinyin order. */
    String units(Stream<Long> ids) {
        return listed(ids.distinct()
                .map(names::unit)
                .filter(name -> !name.isEmpty())
                .sorted(Names.ORDER)
                .toList());
    }

    /** Who signed, with whom they stood in for. */
    String hand(@Nullable Sign sign) {
        if (sign == null) {
            return "";
        }
        return sign.onBehalfOf() == null ? sign.by() : text("reporting.onBehalfOf", sign.by(), sign.onBehalfOf());
    }

    /** The names of files, one a line; of very many the first ones and how many there are. */
    String files(List<String> all) {
        String shown = String.join("\n", all.subList(0, Math.min(all.size(), MOST_FILES)));
        return all.size() <= MOST_FILES ? shown : shown + "\n" + text("reporting.moreFiles", all.size());
    }

    String level(CaseNumber number) {
        return text(Objects.requireNonNullElse(levels.get(number), Level.NORMAL).key());
    }

    String date(LocalDate date) {
        return Dates.full(date, locale);
    }

    /** A value as a word among others; empty where there is none. */
    String word(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof LocalDate date ? date(date) : value.toString();
    }

    /** How the language writes dates, as a number format of a spreadsheet. */
    String dateFormat() {
        return text("reporting.dateFormat");
    }

    private String listed(List<String> parts) {
        return String.join(text("shared.listed"), parts);
    }
}
