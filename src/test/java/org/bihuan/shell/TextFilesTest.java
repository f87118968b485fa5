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

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text files of all modules agree with each other. */
class TextFilesTest {

    private static final Path ROOT = Path.of("src/main/resources/i18n");

    /** The texts of the shipped models; in Chinese they stand in the models alone. */
    private static final String MODEL = "model";

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

    @Test
    void the_shipped_models_are_told_in_english() throws IOException {
        assertThat(load(MODEL, "en").stringPropertyNames())
                .contains("model.measure-rectification.userTask_carryOut.name")
                .contains("model.problem-rectification.userTask_draftPlan.doc");
        assertThat(load(MODEL, "en").values()).allMatch(text -> text.toString().matches("[A-Z]\\p{ASCII}+"));
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
        if (module.equals(MODEL) && language.equals("zh_CN")) {
            return drawn();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(
                ROOT.resolve(module).resolve("messages_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    /** What the shipped models say: every name that may reach a screen, and what is to be done at the steps of people. */
    private static Properties drawn() throws IOException {
        Properties texts = new Properties();
        try (Stream<Path> models = Files.list(Path.of("processes"))) {
            for (Path model : models.sorted().toList()) {
                Process process = Bpmn.readModelFromFile(model.toFile())
                        .getDefinitions()
                        .getChildElementsByType(Process.class)
                        .iterator()
                        .next();
                process.getModelInstance()
                        .getModelElementsByType(FlowElement.class)
                        .forEach(element -> {
                            String key = MODEL + "." + process.getId() + "." + element.getId();
                            if (element.getName() != null) {
                                texts.setProperty(key + ".name", element.getName());
                            }
                            if (element instanceof UserTask task) {
                                texts.setProperty(
                                        key + ".doc",
                                        task.getDocumentations()
                                                .iterator()
                                                .next()
                                                .getTextContent());
                            }
                        });
            }
        }
        return texts;
    }
}
