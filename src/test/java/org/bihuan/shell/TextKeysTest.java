package org.bihuan.shell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.findings.DocumentKind;
import org.bihuan.identity.Duty;
import org.bihuan.identity.UnitKind;
import org.bihuan.rectification.Assignments;
import org.bihuan.worklist.Inbox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every key that the code names, or makes out of parts, has a text, and every text has somebody who says it. */
class TextKeysTest {

    private static final Path TEXTS = Path.of("src/main/resources/i18n");
    private static final Path CODE = Path.of("src/main/java");

    /** Comments, text blocks, characters and strings; only the last are read. */
    private static final Pattern TOKEN = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|'(?:\\\\.|[^'\\\\])'|\"((?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z]*(?:\\.[A-Za-z0-9_-]+)+");
    private static final Pattern PREFIX = Pattern.compile("[a-z][A-Za-z]*(?:\\.[A-Za-z0-9_-]+)*\\.");
    private static final Pattern ENUM = Pattern.compile("\\benum (\\w+)");

    /** What may stand behind a prefix, where no enum in the same file says it. */
    private static final Map<String, Supplier<Set<String>>> BEHIND = new TreeMap<>(Map.of(
            "demo.comesFor.", () -> Set.of(),
            "findings.kind.", () -> names(DocumentKind.values()),
            "identity.duty.", () -> names(Duty.values()),
            "identity.unitKind.", () -> names(UnitKind.values()),
            "identity.language.", () -> Set.of("zh", "en"),
            "rectification.assign.nobody.", () -> Assignments.ASSIGN_RULES,
            "rectification.verdict.", () -> Set.of("OPEN", "ACCEPTED", "RETURNED"),
            "worklist.empty.", () -> names(Inbox.Tab.values()),
            "worklist.tab.", () -> names(Inbox.Tab.values()),
            "worklist.rule.", () -> Assignments.ASSIGN_RULES));

    /** Families of actions that are recorded on cases and so become the last event of a work item. */
    private static final Set<String> CASE_ACTIONS = Set.of("measure", "problem", "plan", "closure", "task", "followUp");

    /** What is told to other nodes only. */
    private static final Set<String> TOPICS = Set.of("task.completed", "task.opened", "task.cancelled");

    /** Said by screens and acts that are on their way. */
    private static final Set<String> SAID_LATER =
            Set.of("audit.followUp.due", "audit.problem.imported", "audit.refused", "audit.round.created");

    private static final Set<String> TEXT_KEYS = new TreeSet<>();
    private static final Set<String> MODULES = new TreeSet<>();
    private static final Set<String> LITERALS = new TreeSet<>();
    private static final Map<String, Set<Path>> PREFIXES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (Path module : files(TEXTS, "messages_zh_CN.properties")) {
            MODULES.add(requireNonNull(module.getParent()).getFileName().toString());
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(module, StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
            TEXT_KEYS.addAll(texts.stringPropertyNames());
        }
        for (Path file : files(CODE, ".java")) {
            scan(Files.readString(file), LITERALS, prefix -> PREFIXES.computeIfAbsent(prefix, p -> new TreeSet<>())
                    .add(file));
        }
    }

    private static void scan(String code, Set<String> literals, java.util.function.Consumer<String> prefixes) {
        Matcher token = TOKEN.matcher(code);
        while (token.find()) {
            String text = token.group(1);
            if (text == null) {
                continue;
            }
            if (KEY.matcher(text).matches()) {
                literals.add(text);
            } else if (PREFIX.matcher(text).matches()) {
                prefixes.accept(text);
            }
        }
    }

    private static List<Path> files(Path root, String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }

    private static Set<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    private static boolean ofModule(String key) {
        return MODULES.contains(key.substring(0, key.indexOf('.')));
    }

    /** Actions of the trail, told by the families that have sentences there. */
    private static Set<String> actions() {
        Set<String> families = TEXT_KEYS.stream()
                .filter(key -> key.startsWith("audit.") && key.split("\\.").length == 3)
                .map(key -> key.split("\\.")[1])
                .filter(family -> !family.equals("fact"))
                .collect(Collectors.toSet());
        return LITERALS.stream()
                .filter(text -> text.split("\\.").length == 2 && families.contains(text.split("\\.")[0]))
                .filter(text -> !TEXT_KEYS.contains(text) && !TOPICS.contains(text))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_key_that_the_code_names_has_a_text() {
        Set<String> actions = actions();
        assertThat(LITERALS)
                .filteredOn(text -> ofModule(text) && !actions.contains(text))
                .hasSizeGreaterThan(300)
                .allMatch(TEXT_KEYS::contains);
    }

    @Test
    void no_key_stands_twice_in_a_file_where_the_second_would_silence_the_first() throws IOException {
        List<String> twice = new ArrayList<>();
        for (Path file : files(TEXTS, ".properties")) {
            Set<String> seen = new HashSet<>();
            for (String line : Files.readAllLines(file)) {
                int end = line.indexOf('=');
                if (end > 0 && !seen.add(line.substring(0, end).strip())) {
                    twice.add(file + ": " + line);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void every_action_of_the_trail_has_a_sentence_and_those_of_cases_a_word_for_the_list() {
        Set<String> actions = actions();
        assertThat(actions).hasSizeGreaterThan(30).allMatch(action -> TEXT_KEYS.contains("audit." + action));
        assertThat(actions)
                .filteredOn(action -> CASE_ACTIONS.contains(action.substring(0, action.indexOf('.'))))
                .isNotEmpty()
                .allMatch(action -> TEXT_KEYS.contains("worklist.event." + action));
    }

    @Test
    void every_key_made_of_a_prefix_and_a_known_word_has_a_text() {
        Set<String> missing = new TreeSet<>();
        BEHIND.forEach((prefix, words) -> words.get().stream()
                .map(prefix::concat)
                .filter(key -> !TEXT_KEYS.contains(key))
                .forEach(missing::add));
        assertThat(missing).isEmpty();
    }

    @Test
    void every_value_of_an_enum_that_knows_its_key_has_a_text() throws ReflectiveOperationException, IOException {
        Set<String> missing = new TreeSet<>();
        int enums = 0;
        for (Map.Entry<String, Set<Path>> prefix : PREFIXES.entrySet()) {
            for (Path file : prefix.getValue()) {
                String name = file.getFileName().toString().replace(".java", "");
                Matcher declared = ENUM.matcher(Files.readString(file));
                if (!ofModule(prefix.getKey())
                        || !declared.find()
                        || !declared.group(1).equals(name)) {
                    continue;
                }
                enums++;
                String type =
                        CODE.relativize(file).toString().replace(".java", "").replace('/', '.');
                for (Object value : Class.forName(type).getEnumConstants()) {
                    String key = prefix.getKey() + ((Enum<?>) value).name();
                    if (!TEXT_KEYS.contains(key)) {
                        missing.add(key);
                    }
                }
            }
        }
        assertThat(enums).isGreaterThan(4);
        assertThat(missing).isEmpty();
    }

    @Test
    void every_prefix_that_the_code_completes_begins_some_text() {
        assertThat(PREFIXES.keySet())
                .filteredOn(TextKeysTest::ofModule)
                .isNotEmpty()
                .allMatch(prefix -> TEXT_KEYS.stream().anyMatch(key -> key.startsWith(prefix)));
    }

    @Test
    void every_text_is_said_by_somebody() {
        Set<String> actions = actions();
        List<String> silent = new ArrayList<>();
        for (String key : TEXT_KEYS) {
            boolean said = LITERALS.contains(key)
                    || SAID_LATER.contains(key)
                    || (key.startsWith("audit.") && actions.contains(key.substring("audit.".length())))
                    || key.startsWith("audit.fact.")
                    || behind(key);
            if (!said) {
                silent.add(key);
            }
        }
        assertThat(silent).isEmpty();
    }

    private static boolean behind(String key) {
        return Stream.concat(PREFIXES.keySet().stream(), BEHIND.keySet().stream())
                .filter(prefix -> key.startsWith(prefix) && !prefix.equals("audit."))
                .anyMatch(prefix -> {
                    Set<String> words =
                            BEHIND.containsKey(prefix) ? BEHIND.get(prefix).get() : Set.<String>of();
                    return words.isEmpty() || words.contains(key.substring(prefix.length())) || LITERALS.contains(key);
                });
    }

    @Test
    void the_search_for_keys_passes_over_comments_and_sees_both_ways_of_naming_one() {
        Set<String> literals = new TreeSet<>();
        Set<String> prefixes = new TreeSet<>();
        scan(
                "call(\"a.b\"); // \"c.d\"\n/* \"e.f\" */ upload(\"image/*\"); word(\"g.h.\" + value); say(\n\"i.j\"); char c = '\"'; \"k.l\"",
                literals,
                prefixes::add);
        assertThat(literals).containsExactly("a.b", "i.j", "k.l");
        assertThat(prefixes).containsExactly("g.h.");
    }
}
