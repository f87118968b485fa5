package org.bihuan.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The real notice against its answer key, {@code findings/xinhong.yaml}. */
class XinhongNoticeTest {

    private static FindingsDraft draft;
    private static Map<String, Object> key;

    @BeforeAll
    static void read() throws IOException {
        draft = new FindingsParser().parse(new String(resource("/demo/notice-xinhong.txt"), StandardCharsets.UTF_8));
        key = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(new String(resource("/findings/xinhong.yaml"), StandardCharsets.UTF_8));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(XinhongNoticeTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    @Test
    void every_aspect_problem_and_measure_has_the_place_and_the_wording_of_the_key() {
        List<String> expected = new ArrayList<>();
        for (Map<String, Object> a : maps(key, "aspects")) {
            expected.add(a.get("id") + " " + a.get("ordinal_in_source") + " " + a.get("title"));
            for (Map<String, Object> p : maps(a, "problems")) {
                expected.add(p.get("id") + " " + p.get("title") + " " + p.get("statement"));
                for (Map<String, Object> m : maps(p, "measures")) {
                    expected.add(m.get("id") + " " + m.get("marker") + " " + m.get("title") + " " + m.get("text"));
                }
            }
        }
        assertThat(rows()).containsExactlyElementsOf(expected);
    }

    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        int a = 0;
        int p = 0;
        for (AspectDraft aspect : draft.aspects()) {
            rows.add("A%d %s %s".formatted(++a, aspect.marker(), aspect.title()));
            for (ProblemDraft problem : aspect.problems()) {
                String number = "P%02d".formatted(++p);
                rows.add(number + " " + problem.title() + " " + problem.statement());
                int m = 0;
                for (MeasureDraft measure : problem.measures()) {
                    rows.add("%s-M%d %s %s %s"
                            .formatted(number, ++m, measure.marker(), measure.title(), measure.text()));
                }
            }
        }
        return rows;
    }

    @Test
    void the_counts_are_those_of_the_key() {
        assertThat(draft.aspects()).hasSize(4);
        assertThat(draft.problems()).hasSize(12);
        assertThat(draft.measures()).hasSize(43);
        assertThat(draft.measures().stream().filter(m -> m.marker() != null)).hasSize(19);
        assertThat(draft.growthRates()).hasSize(4);
        assertThat(draft.problems()).allSatisfy(p -> {
            assertThat(p.manifestations()).isEmpty();
            assertThat(p.notes()).isEmpty();
        });
    }

    @Test
    void every_quantity_has_the_value_unit_period_and_rate_of_the_key() {
        List<String> expected = maps(key, "metrics").stream()
                .map(x -> String.join(
                        " | ",
                        new BigDecimal(text(x.get("value"))).toPlainString(),
                        text(x.get("unit")),
                        text(x.get("period")),
                        text(x.get("period_from")),
                        text(x.get("period_to")),
                        text(x.get("yoy_percent")),
                        text(x.getOrDefault("yoy_approx", false))))
                .toList();
        List<String> actual = draft.quantities().stream()
                .map(q -> String.join(
                        " | ",
                        q.value().toPlainString(),
                        q.unit(),
                        text(q.period()),
                        text(q.periodFrom()),
                        text(q.periodTo()),
                        text(q.growth() == null ? null : q.growth().percent()),
                        text(q.growth() != null && q.growth().approximate())))
                .toList();
        assertThat(actual).hasSize(20).containsExactlyElementsOf(expected);
    }

    @Test
    void every_quantity_stands_under_the_measure_that_the_key_names_and_quotes_the_source() {
        List<Map<String, Object>> metrics = maps(key, "metrics");
        List<String> expected =
                metrics.stream().map(x -> text(x.get("measure"))).toList();
        List<String> actual = new ArrayList<>(List.of("null", "null"));
        int p = 0;
        for (ProblemDraft problem : draft.problems()) {
            p++;
            int m = 0;
            for (MeasureDraft measure : problem.measures()) {
                m++;
                for (QuantityDraft q : measure.quantities()) {
                    actual.add("P%02d-M%d".formatted(p, m));
                    assertThat(measure.text()).contains(q.quote());
                }
            }
        }
        assertThat(draft.organisation().quantities()).hasSize(2);
        assertThat(actual).containsExactlyElementsOf(expected);
    }

    @Test
    void every_named_document_has_the_kind_and_number_of_the_key() {
        List<String> expected = maps(key, "documents").stream()
                .map(d -> d.get("title") + " " + text(d.get("status")).toUpperCase(Locale.ROOT) + " "
                        + d.get("document_no"))
                .toList();
        List<String> actual = draft.documents().stream()
                .map(d -> d.title() + " " + d.kind() + " " + d.number())
                .toList();
        assertThat(actual).hasSize(14).containsExactlyElementsOf(expected);
        assertThat(draft.organisation().documents()).hasSize(1);
    }

    @Test
    void the_header_names_dates_team_and_title() {
        FindingsHeader header = draft.header();
        assertThat(header.inspectedFrom()).isEqualTo(LocalDate.of(2025, 3, 21));
        assertThat(header.inspectedTo()).isEqualTo(LocalDate.of(2025, 6, 16));
        assertThat(header.feedbackOn()).isEqualTo(LocalDate.of(2025, 8, 27));
        assertThat(header.inspectionTeam()).isEqualTo("区委第一巡察组");
        assertThat(header.titleLines()).containsExactly("中共上海市闵行区新虹街道工作委员会 关于巡察整改进展情况的通报");
    }

    @Test
    void the_preview_warns_of_closed_line_breaks_and_of_a_rate_that_two_quantities_share() {
        int shared = draft.problems().get(1).measures().get(0).id();
        assertThat(draft.warnings())
                .containsExactly(
                        ImportWarning.of("findings.warn.joined", "6"),
                        ImportWarning.at(shared, "findings.warn.rateShared", "P02-M01", "同比增长约 40%"));
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Map<String, Object> in, String name) {
        return (List<Map<String, Object>>) Objects.requireNonNull(in.get(name));
    }
}
