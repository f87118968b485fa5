package org.bihuan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

class ReadmeProcessTableTest {

    @ParameterizedTest
    @EnumSource
    void the_table_of_tasks_and_timers_is_that_of_the_shipped_models(Readme readme)
            throws IOException, SAXException, ParserConfigurationException {
        List<String> tables = new ArrayList<>();
        for (Path model : models()) {
            tables.add(ProcessTable.read(model, readme.chinese()).markdown());
        }
        readme.checkBlock("processes", String.join("\n\n", tables));
    }

    private static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            List<Path> models = files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
            assertThat(models).isNotEmpty();
            return models;
        }
    }
}
