package org.bihuan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionsTest {

    private static final Path FOLDER = Path.of("src/docs/adr");
    /** One screen. */
    private static final int MOST_LINES = 60;

    static List<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_index_lists_every_decision(Readme readme) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path decision : decisions()) {
            lines.add(
                    "- [%s](%s)".formatted(title(decision), decision.toString().replace('\\', '/')));
        }
        readme.checkBlock("decisions", String.join("\n", lines));
    }

    @Test
    void decisions_are_numbered_without_a_gap() throws IOException {
        List<Path> decisions = decisions();
        for (int i = 0; i < decisions.size(); i++) {
            assertThat(decisions.get(i).getFileName().toString()).startsWith("%04d-".formatted(i + 1));
            assertThat(title(decisions.get(i))).startsWith((i + 1) + ". ");
        }
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void a_decision_has_its_four_parts_on_one_screen(Path decision) throws IOException {
        assertThat(Files.readString(decision))
                .containsSubsequence("**Status:** ", "**Context.**", "**Decision.**", "**Consequences.**");
        assertThat(Files.readAllLines(decision)).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    private static String title(Path decision) throws IOException {
        String first = Files.readAllLines(decision).get(0);
        assertThat(first).startsWith("# ");
        return first.substring(2);
    }
}
