package org.bihuan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class BundledTextsTest {

    private final BundledTexts texts = new BundledTexts();

    @Test
    void chinese_is_spoken_to_whoever_does_not_ask_for_english() {
        assertThat(texts.get("shared.level.OVERDUE")).isEqualTo("超期");
        assertThat(texts.get(Locale.FRENCH, "shared.level.OVERDUE")).isEqualTo("超期");
        assertThat(texts.get(Locale.UK, "shared.level.OVERDUE")).isEqualTo("Overdue");
    }

    @Test
    void numbers_stand_without_thousands_separators() {
        assertThat(texts.get(Locale.ENGLISH, "shell.start.portInUse", 18080)).contains("port 18080 ");
    }

    @Test
    void a_list_is_told_as_the_language_tells_lists() {
        List<String> units = List.of("党建办", "社会办");
        assertThat(texts.get(Locale.SIMPLIFIED_CHINESE, "shared.about", units, "退回"))
                .isEqualTo("党建办、社会办：退回");
        assertThat(texts.get(Locale.ENGLISH, "shared.about", units, "returned")).isEqualTo("党建办, 社会办: returned");
    }

    @Test
    void english_counts_one_and_many() {
        assertThat(texts.get(Locale.ENGLISH, "shared.due.left", 1)).isEqualTo("1 working day left");
        assertThat(texts.get(Locale.ENGLISH, "shared.due.left", 3)).isEqualTo("3 working days left");
    }

    @Test
    void no_english_text_counts_one_as_many() {
        Pattern many = Pattern.compile(
                "(?<!at most |more than |the first )\\b1 (?:[a-z]+ )?(?:aspects|days|documents|errors|files"
                        + "|measures|months|paragraphs|problems|quantities|rates|remarks|requests|rows|tasks)\\b");
        Map<String, String> english = BundledTexts.load(Locale.ENGLISH);
        assertThat(english.keySet().stream().filter(key -> !key.startsWith("audit.")))
                .filteredOn(key ->
                        many.matcher(texts.get(Locale.ENGLISH, key, 1, 1, 1, 1)).find())
                .isEmpty();
        assertThat(texts.get(Locale.ENGLISH, "findings.check.droppedAll", "P01", 0))
                .isEqualTo("“P01” dropped; this can be undone.");
    }

    @Test
    void a_missing_text_shows_its_key_instead_of_breaking_the_screen() {
        assertThat(texts.get(Locale.ENGLISH, "shell.noSuchKey")).isEqualTo("shell.noSuchKey");
    }
}
