package org.bihuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.bihuan.evidence.EvidenceKind;
import org.bihuan.identity.UnitKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The sentences of the timeline. */
class AuditSentencesTest {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final AuditSentences sentences = new AuditSentences();

    /** Every action that the product records, with the facts that its sentence must show. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "problem.imported",
                "problem.assigned lead leadBefore leadUnit leadUnitBefore unit unitBefore person personBefore support supportBefore",
                "problem.started",
                "problem.closed",
                "plan.drafted",
                "plan.returned reason",
                "plan.approved opinion",
                "measure.assigned unit person support",
                "measure.started due",
                "measure.acknowledged",
                "measure.submitted attempt",
                "measure.reviewed opinion",
                "measure.returned reason newDue by",
                "measure.accepted opinion",
                "measure.reminded due",
                "measure.escalated due unitHead",
                "measure.dueMoved from to original reason",
                "measure.added",
                "evidence.added file sha256",
                "evidence.withdrawn file reason",
                "closure.proposed",
                "closure.reviewed opinion",
                "closure.verified opinion",
                "closure.returned reason by",
                "closure.approved opinion",
                "followUp.due",
                "followUp.done result",
                "calendar.entered year rest work notice",
                "task.claimed",
                "task.unclaimed",
                "step.resumed year",
                "step.done step outcome entries",
                "task.handedOver from to",
                "round.created",
                "round.accepted problems measures",
                "person.created",
                "person.disabled successor",
                "person.enabled",
                "person.passwordReset",
                "person.lockedOut",
                "person.passwordRefused",
                "person.dutyGranted duty unit",
                "person.dutyRevoked duty unit",
                "substitution.set substitute from to",
                "substitution.ended",
                "login.succeeded",
                "login.failed",
                "session.revoked",
                "refused rule"
            })
    void every_action_has_a_sentence_that_shows_its_facts(String specification) {
        String[] words = specification.split(" ");
        Map<String, String> facts = new HashMap<>();
        List.of(words).subList(1, words.length).forEach(name -> facts.put(name, "<" + name + ">"));
        for (Locale locale : List.of(CHINESE, Locale.ENGLISH)) {
            String what = sentences.what(entry(words[0], facts), locale);
            assertThat(what).doesNotContain("audit.", "{", "}", "—").isNotBlank();
            facts.values().forEach(value -> assertThat(what).contains(value));
            String bare = sentences.what(entry(words[0], Map.of()), locale);
            assertThat(bare).doesNotContain("audit.", "{", "}", "null", "<").isNotBlank();
        }
    }

    @Test
    void both_languages_know_the_same_keys_and_facts() throws IOException {
        Properties chinese = texts("zh_CN");
        Properties english = texts("en");
        assertThat(new TreeSet<>(english.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
        for (String key : chinese.stringPropertyNames()) {
            assertThat(AuditSentences.names(english.getProperty(key)))
                    .as(key)
                    .isEqualTo(AuditSentences.names(chinese.getProperty(key)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 整改时限由 2025年9月28日 调整为 2025年10月16日（原定时限 2025年9月27日），原因：等待上级批复",
        "en, Due date moved from 28 Sept 2025 to 16 Oct 2025 (originally 27 Sept 2025); reason: 等待上级批复"
    })
    void dates_are_written_in_the_language_of_the_reader(String language, String expected) {
        Map<String, String> facts =
                Map.of("from", "2025-09-28", "to", "2025-10-16", "original", "2025-09-27", "reason", "等待上级批复");
        String what = sentences.what(entry("measure.dueMoved", facts), Locale.forLanguageTag(language));
        assertThat(what.replace("Sep ", "Sept ")).isEqualTo(expected);
    }

    @Test
    void a_clause_is_left_out_where_its_fact_is_not_given() {
        assertThat(sentences.what(entry("measure.accepted", Map.of()), CHINESE)).isEqualTo("验收通过");
        assertThat(sentences.what(entry("measure.accepted", Map.of("opinion", " ")), CHINESE))
                .isEqualTo("验收通过");
        assertThat(sentences.what(entry("measure.accepted", Map.of("opinion", "属实")), CHINESE))
                .isEqualTo("验收通过，意见：属实");
        assertThat(sentences.what(entry("plan.returned", Map.of()), CHINESE)).isEqualTo("退回整改方案，原因：—");
    }

    @Test
    void facts_are_shown_as_written_and_unknown_facts_are_ignored() {
        Map<String, String> facts = Map.of("reason", "it's {opinion} '{0}' <b>", "other", "unused");
        assertThat(sentences.what(entry("plan.returned", facts), Locale.ENGLISH))
                .isEqualTo("Rectification plan returned; reason: it's {opinion} '{0}' <b>");
    }

    @Test
    void duties_are_named_and_digests_cut_short() {
        assertThat(sentences.what(entry("person.dutyGranted", Map.of("duty", "CLERK", "unit", "党政办")), Locale.ENGLISH))
                .isEqualTo("Duty granted: clerk, 党政办");
        assertThat(sentences.what(
                        entry("evidence.added", Map.of("file", "纪要.pdf", "sha256", "ab12".repeat(16))), CHINESE))
                .isEqualTo("上传佐证材料“纪要.pdf”（SHA-256 ab12ab12ab12…）");
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 退回销号申请，重做 P02-M01、P02-M03，原因：补件",
        "en, 'Close-out request returned; to be done again: P02-M01, P02-M03; reason: 补件'"
    })
    void several_items_are_told_as_the_language_tells_lists(String language, String expected) {
        Map<String, String> facts = Map.of("reason", "补件", "redo", FactList.of(Stream.of("P02-M01", "P02-M03")));
        assertThat(sentences.what(entry("closure.returned", facts), Locale.forLanguageTag(language)))
                .isEqualTo(expected);
    }

    @Test
    void the_facts_of_an_entry_are_named_and_told_in_full() {
        String digest = "ab12".repeat(16);
        Map<String, String> facts =
                Map.of("sha256", digest, "kind", "PHOTO", "newDue", "2026-12-01", "opinion", " ", "drawn", "自填");
        assertThat(sentences.facts(facts, CHINESE))
                .containsOnly(
                        Map.entry("文件 SHA-256", digest),
                        Map.entry("类型", "现场照片"),
                        Map.entry("新的时限", "2026年12月1日"),
                        Map.entry("drawn", "自填"));
        assertThat(sentences.facts(facts, Locale.ENGLISH)).containsEntry("Kind", "Photo");
    }

    @Test
    void every_fact_that_a_sentence_tells_has_a_name() throws IOException {
        Properties chinese = texts("zh_CN");
        Set<String> told = new TreeSet<>();
        chinese.stringPropertyNames().stream()
                .filter(key -> TrailKind.of(key.substring("audit.".length())).isPresent())
                .forEach(key -> told.addAll(AuditSentences.names(chinese.getProperty(key))));
        told.removeIf(name -> name.endsWith("Given"));
        assertThat(told).hasSizeGreaterThan(30).allMatch(name -> chinese.containsKey("audit.factName." + name));
    }

    @Test
    void codes_of_other_modules_are_told_in_their_words() {
        for (Locale locale : List.of(CHINESE, Locale.ENGLISH)) {
            Stream.of(EvidenceKind.values(), UnitKind.values())
                    .flatMap(Stream::of)
                    .map(Enum::name)
                    .forEach(code -> assertThat(sentences
                                    .facts(Map.of("kind", code), locale)
                                    .values())
                            .isNotEmpty()
                            .doesNotContain(code));
        }
    }

    @Test
    void every_action_that_a_version_records_is_of_a_kind_to_look_for() throws IOException {
        Set<String> families = new TreeSet<>();
        for (String key : texts("zh_CN").stringPropertyNames()) {
            String[] parts = key.split("\\.");
            if (parts.length == 3) {
                families.add(parts[1]);
            }
        }
        families.removeAll(Set.of("fact", "factName", "fault", "kind", "stream", "trail"));
        assertThat(families).allMatch(family -> TrailKind.of(family + ".x").isPresent());
        assertThat(TrailKind.of("refused")).isEmpty();
    }

    @Test
    void the_sentence_names_who_acted_and_for_whom() {
        AuditRecord own = entry("task.claimed", Map.of());
        assertThat(sentences.sentence(own, CHINESE)).isEqualTo("党建办主任：认领任务");
        AuditRecord substituted = new AuditRecord(
                1, "XH2025-P02", 1, Instant.EPOCH, 7L, "党建办主任", "党政办主任", "task.claimed", Map.of(), "::1", "");
        assertThat(sentences.sentence(substituted, CHINESE)).isEqualTo("党建办主任（代党政办主任）：认领任务");
        AuditRecord product = new AuditRecord(
                1, "XH2025-P02", 1, Instant.EPOCH, null, "system", null, "problem.closed", Map.of(), "system", "");
        assertThat(sentences.sentence(product, CHINESE)).isEqualTo("系统：问题销号");
        assertThat(sentences.sentence(product, Locale.ENGLISH)).isEqualTo("System: Problem closed out");
    }

    @Test
    void an_unknown_action_falls_back_to_its_key() {
        assertThat(sentences.what(entry("no.such", Map.of()), CHINESE)).isEqualTo("audit.no.such");
    }

    private static AuditRecord entry(String action, Map<String, String> facts) {
        @Nullable String nobody = null;
        return new AuditRecord(1, "XH2025-P02", 1, Instant.EPOCH, 7L, "党建办主任", nobody, action, facts, "::1", "");
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                new ClassPathResource("i18n/audit/messages_" + language + ".properties").getInputStream(),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
