package org.bihuan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

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
    void english_counts_one_and_many() {
        assertThat(texts.get(Locale.ENGLISH, "shared.due.left", 1)).isEqualTo("1 working day left");
        assertThat(texts.get(Locale.ENGLISH, "shared.due.left", 3)).isEqualTo("3 working days left");
    }

    @Test
    void a_missing_text_shows_its_key_instead_of_breaking_the_screen() {
        assertThat(texts.get(Locale.ENGLISH, "shell.noSuchKey")).isEqualTo("shell.noSuchKey");
    }
}
