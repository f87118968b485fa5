package org.bihuan.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import org.bihuan.shared.NotFound;
import org.jspecify.annotations.Nullable;

/** Names of the people and units that one screen, or one document, shows, read by one question for each kind. */
public final class Names {

    /** The order of Chinese names: by pinyin, numbers by their value. */
    public static final Comparator<String> ORDER = order();

    private final Map<Long, PersonRef> persons;
    private final Map<Long, String> units = new HashMap<>();
    private final Directory directory;

    private Names(Directory directory, List<Long> personIds) {
        this.directory = directory;
        this.persons = personIds.isEmpty() ? Map.of() : directory.persons(personIds);
        directory.units().forEach(unit -> units.put(unit.id(), unit.name()));
    }

    private static Comparator<String> order() {
        RuleBasedCollator collator = (RuleBasedCollator) Collator.getInstance(Locale.forLanguageTag("zh-u-co-pinyin"));
        collator.setNumericCollation(true);
        Collator frozen = collator.freeze();
        return frozen::compare;
    }

    /** Names for these people, of whom some may be none, and for every unit. */
    public static Names of(Directory directory, Collection<@Nullable Long> people) {
        return new Names(
                directory, people.stream().filter(Objects::nonNull).distinct().toList());
    }

    /** The person's name, or empty where nobody has been named. */
    public String person(@Nullable Long id) {
        PersonRef person = id == null ? null : persons.get(id);
        return person == null ? "" : person.name();
    }

    /** The unit's name, or empty where none has been named; inactive units are looked up singly. */
    public String unit(@Nullable Long id) {
        return id == null ? "" : units.computeIfAbsent(id, this::inactive);
    }

    private String inactive(long id) {
        try {
            UnitRef unit = directory.unit(id);
            return unit.name();
        } catch (NotFound gone) {
            return "";
        }
    }
}
