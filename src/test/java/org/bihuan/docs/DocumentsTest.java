package org.bihuan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
    private static final Pattern VERSION = Pattern.compile("<([a-z-]+)\\.version>([^<]+)</");
    /** Versions in the build that belong to no library of the list. */
    private static final Set<String> NO_LIBRARY = Set.of("java", "vaadin-plugin");

    /** Pictures are made, and checked to be there, by their own test. */
    private static final String PICTURES = "src/docs/screens/";

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md", "CONTRIBUTING.md", "THIRD-PARTY.md"})
    void links_lead_to_files_that_are_there(String document) throws IOException {
        assertThat(all(LINK, document).stream()
                        .map(link -> link.group(1))
                        .filter(target -> !target.startsWith("http"))
                        .filter(target -> !target.startsWith(PICTURES)))
                .allSatisfy(target -> assertThat(Path.of(target)).exists());
    }

    @Test
    void the_notices_name_the_versions_of_the_build() throws IOException {
        String notices = Files.readString(Path.of("THIRD-PARTY.md"));
        assertThat(all(VERSION, "pom.xml").stream().filter(version -> !NO_LIBRARY.contains(version.group(1))))
                .isNotEmpty()
                .allSatisfy(
                        version -> assertThat(notices).as(version.group(1)).contains("| " + version.group(2) + " |"));
    }

    private static List<MatchResult> all(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(Path.of(file))).results().toList();
    }
}
