package org.bihuan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text files of all modules agree with each other. */
class TextFilesTest {

    private static final Path ROOT = Path.of("src/main/resources/i18n");

    static Stream<String> modules() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.map(folder -> folder.getFileName().toString()).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void both_languages_of_a_module_have_the_same_keys(String module) throws IOException {
        assertThat(keys(module, "en")).isNotEmpty().isEqualTo(keys(module, "zh_CN"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void every_text_is_a_format_with_the_same_arguments_in_both_languages(String module) throws IOException {
        Properties chinese = load(module, "zh_CN");
        Properties english = load(module, "en");
        for (String key : chinese.stringPropertyNames()) {
            assertThat(arguments(english.getProperty(key, ""))).as(key).isEqualTo(arguments(chinese.getProperty(key)));
        }
    }

    @Test
    void no_key_is_written_by_two_modules() throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (String module : modules().toList()) {
            for (String key : keys(module, "zh_CN")) {
                if (!seen.add(key)) {
                    twice.add(key);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    /** The arguments of a text: numbered for a message format, named for a sentence of the audit trail. */
    private static Set<String> arguments(String text) {
        Set<String> used = new TreeSet<>();
        Matcher argument = Pattern.compile("\\{(\\w+)").matcher(text);
        while (argument.find()) {
            used.add(argument.group(1));
        }
        if (used.stream().allMatch(name -> Character.isDigit(name.charAt(0)))) {
            new MessageFormat(text);
        }
        return used;
    }

    private static Set<String> keys(String module, String language) throws IOException {
        return new TreeSet<>(load(module, language).stringPropertyNames());
    }

    private static Properties load(String module, String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(
                ROOT.resolve(module).resolve("messages_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
