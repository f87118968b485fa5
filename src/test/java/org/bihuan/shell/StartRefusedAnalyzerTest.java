package org.bihuan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

class StartRefusedAnalyzerTest {

    private final StartRefusedAnalyzer analyzer = new StartRefusedAnalyzer();

    private static String sentence(String key, Object... args) {
        return new BundledTexts().get(StartConsole.LANGUAGE, key, args);
    }

    @Test
    void a_port_in_use_is_told_in_one_line_with_its_number() {
        FailureAnalysis analysis = analyzer.analyze(new IllegalStateException(new PortInUseException(8080)));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription())
                .isEqualTo(sentence("shell.start.portInUse", 8080))
                .contains("8080")
                .doesNotContain("\n");
    }

    @Test
    void a_refusal_is_found_below_other_exceptions() {
        FailureAnalysis analysis = analyzer.analyze(
                new IllegalStateException(new RuntimeException(new StartRefused("shell.start.newerDatabase", "900"))));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo(sentence("shell.start.newerDatabase", "900"));
    }

    @Test
    void a_fault_of_ours_keeps_its_stack_trace() {
        assertThat(analyzer.analyze(new IllegalStateException("bug"))).isNull();
    }

    @Test
    void the_lines_exist_in_both_languages() {
        assertThat(new BundledTexts().get(Locale.ENGLISH, "shell.start.portInUse", 1))
                .startsWith("port 1 ");
        assertThat(new BundledTexts().get(Locale.SIMPLIFIED_CHINESE, "shell.start.portInUse", 1))
                .startsWith("端口 1 ");
    }
}
