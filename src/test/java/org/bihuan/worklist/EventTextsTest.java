package org.bihuan.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Whatever the trail of a case may say last has a word in the list of work. */
class EventTextsTest {

    private static final Set<String> OF_CASES =
            Set.of("problem", "plan", "measure", "closure", "followUp", "task", "step");

    @Test
    void every_action_on_a_case_has_a_word() throws IOException {
        Properties words = load("worklist");
        assertThat(load("audit").stringPropertyNames())
                .filteredOn(key -> key.matches("audit\\.\\w+\\.\\w+") && OF_CASES.contains(key.split("\\.", -1)[1]))
                .hasSizeGreaterThan(20)
                .allSatisfy(key -> assertThat(words).containsKey("worklist.event." + key.substring("audit.".length())));
    }

    private static Properties load(String module) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(
                Path.of("src/main/resources/i18n/" + module + "/messages_zh_CN.properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
