package org.bihuan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.bihuan.audit.ChainCheck.Fault;
import org.bihuan.audit.ChainCheck.Kind;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain, on the module's own migration and with real transactions. */
class AuditTrailTest {

    private static final String MEASURE = "XH2025-P02-M03";
    private static final Instant NOW = Instant.parse("2026-11-24T01:02:03.456789Z");

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(TestDatabase.class);
    private final AuditTrail trail = context.getBean(AuditTrail.class);
    private final AuditRows rows = context.getBean(AuditRows.class);
    private final JdbcClient jdbc = context.getBean(JdbcClient.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class));

    @BeforeEach
    void migrate() {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V020__audit.sql"))
                .execute(context.getBean(DataSource.class));
    }

    @AfterEach
    void close() {
        jdbc.sql("shutdown").update();
        context.close();
    }

    @Test
    void an_entry_comes_back_as_it_was_appended() {
        AuditEntry entry = new AuditEntry(
                MEASURE,
                "measure.returned",
                Map.of("reason", "“材料”不全 \\ \"𠮷\" 😀\n第二行", "newDue", "2026-12-01"),
                7L,
                "党建办主任",
                "党政办主任",
                "2001:db8::1");
        append(entry);
        AuditRecord read = trail.ofStream(MEASURE).get(0);
        assertThat(read.seq()).isEqualTo(1);
        assertThat(read.at()).isEqualTo(NOW);
        assertThat(read.facts()).isEqualTo(entry.facts());
        assertThat(read.actorId()).isEqualTo(7L);
        assertThat(read.actorName()).isEqualTo("党建办主任");
        assertThat(read.onBehalfOf()).isEqualTo("党政办主任");
        assertThat(read.action()).isEqualTo("measure.returned");
        assertThat(read.origin()).isEqualTo("2001:db8::1");
        assertThat(read.hash()).matches("[0-9a-f]{64}");
        assertThat(trail.verify(MEASURE)).isEqualTo(new ChainCheck(MEASURE, 1, read.hash(), List.of()));
    }

    @Test
    void appending_without_a_transaction_is_refused() {
        assertThatThrownBy(() -> trail.append(entry(MEASURE, "a")))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(trail.ofStream(MEASURE)).isEmpty();
    }

    @Test
    void an_entry_vanishes_with_the_transaction_that_fails() {
        append(entry(MEASURE, "kept"));
        transaction.executeWithoutResult(tx -> {
            trail.append(entry(MEASURE, "lost"));
            tx.setRollbackOnly();
        });
        append(entry(MEASURE, "next"));
        assertThat(trail.ofStream(MEASURE)).extracting(AuditRecord::action).containsExactly("kept", "next");
        assertThat(trail.verify(MEASURE).intact()).isTrue();
    }

    @Test
    void several_entries_of_one_transaction_follow_each_other() {
        append(entry(MEASURE, "a"), entry(MEASURE, "b"), entry("XH2025-P02", "p"), entry(MEASURE, "c"));
        assertThat(trail.ofStream(MEASURE)).extracting(AuditRecord::seq).containsExactly(1L, 2L, 3L);
        assertThat(trail.ofStream(MEASURE)).extracting(AuditRecord::action).containsExactly("a", "b", "c");
        assertThat(trail.verify(MEASURE).headSeq()).isEqualTo(3);
        assertThat(trail.verify("XH2025-P02").intact()).isTrue();
    }

    @Test
    void a_problem_shows_its_own_and_its_measures_entries_newest_first_page_by_page() {
        append(entry("XH2025-P02", "1"), entry(MEASURE, "2"), entry("XH2025-P02-M04", "3"), entry("XH2025-P02", "4"));
        append(entry("XH2025-P03", "other"), entry("person:7", "other"), entry("round:XH2025", "other"));
        List<AuditRecord> first = trail.ofProblem("XH2025-P02", null, 3);
        assertThat(first).extracting(AuditRecord::action).containsExactly("4", "3", "2");
        List<AuditRecord> second = trail.ofProblem("XH2025-P02", first.get(2).id(), 3);
        assertThat(second).extracting(AuditRecord::action).containsExactly("1");
        assertThat(trail.ofStream("person:7")).hasSize(1);
    }

    @Test
    void a_stream_that_names_no_case_is_refused() {
        assertThatThrownBy(() -> append(entry("nonsense", "a"))).isInstanceOf(RuleViolation.class);
    }

    @Test
    void the_loser_of_a_race_for_the_same_place_gets_a_duplicate_key() {
        append(entry(MEASURE, "a"), entry(MEASURE, "b"));
        AuditRecord taken = trail.ofStream(MEASURE).get(1);
        AuditRecord late = new AuditRecord(
                taken.id() + 1, MEASURE, taken.seq(), NOW, 8L, "另一人", null, "late", Map.of(), "system", taken.hash());
        assertThatThrownBy(() -> rows.insert(late, "XH2025-P02", ChainHash.GENESIS))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(trail.verify(MEASURE).intact()).isTrue();
    }

    @Test
    void many_at_once_on_one_stream_leave_one_unbroken_chain() throws ExecutionException, InterruptedException {
        int threads = 4;
        int each = 20;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                running.add(pool.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        appendUntilDone(entry(MEASURE, "x"));
                    }
                }));
            }
            for (Future<?> f : running) {
                f.get();
            }
        } finally {
            pool.shutdownNow();
        }
        ChainCheck check = trail.verify(MEASURE);
        assertThat(check.faults()).isEmpty();
        assertThat(check.headSeq()).isEqualTo(threads * each);
    }

    @Test
    void an_end_that_another_node_has_moved_costs_one_attempt() {
        append(entry(MEASURE, "a"));
        HashChainTrail elsewhere = new HashChainTrail(rows, Clock.systemUTC());
        transaction.executeWithoutResult(tx -> elsewhere.append(entry(MEASURE, "b")));
        assertThatThrownBy(() -> append(entry(MEASURE, "c"))).isInstanceOf(DuplicateKeyException.class);
        append(entry(MEASURE, "c"));
        assertThat(trail.ofStream(MEASURE)).extracting(AuditRecord::action).containsExactly("a", "b", "c");
        assertThat(trail.verify(MEASURE).intact()).isTrue();
    }

    private void appendUntilDone(AuditEntry entry) {
        for (int attempt = 0; attempt < 1000; attempt++) {
            try {
                append(entry);
                return;
            } catch (DuplicateKeyException e) {
                assertThat(e).isNotNull();
            }
        }
        throw new AssertionError("never got through");
    }

    @Test
    void a_chain_longer_than_a_page_is_read_and_checked_whole() {
        transaction.executeWithoutResult(tx -> {
            for (int i = 0; i < 1001; i++) {
                trail.append(entry(MEASURE, "x"));
            }
        });
        assertThat(trail.ofStream(MEASURE)).hasSize(1001).isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()));
        assertThat(trail.verify(MEASURE)).satisfies(c -> {
            assertThat(c.intact()).isTrue();
            assertThat(c.headSeq()).isEqualTo(1001);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor_name = 'X'",
                "actor_id = null",
                "on_behalf_of = ''",
                "action = 'forged'",
                "facts = '{}'",
                "facts = 'no json'",
                "origin = 'elsewhere'",
                "happened_at = '2026-11-24 01:02:03.456788'",
                "id = 5",
                "hash = repeat('a', 64)",
                "prev_hash = repeat('a', 64)"
            })
    void an_altered_entry_is_found(String change) {
        five();
        jdbc.sql("update audit_event set " + change + " where stream = ? and seq = 3")
                .param(MEASURE)
                .update();
        assertThat(trail.verify(MEASURE).faults()).contains(new Fault(3, Kind.ALTERED));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3})
    void a_missing_entry_is_found(long seq) {
        five();
        jdbc.sql("delete from audit_event where stream = ? and seq = ?")
                .params(MEASURE, seq)
                .update();
        assertThat(trail.verify(MEASURE).faults())
                .containsExactly(new Fault(seq, Kind.MISSING), new Fault(seq + 1, Kind.UNLINKED));
    }

    @Test
    void entries_that_changed_places_are_found() {
        five();
        jdbc.sql("update audit_event set seq = 99 where seq = 2").update();
        jdbc.sql("update audit_event set seq = 2 where seq = 3").update();
        jdbc.sql("update audit_event set seq = 3 where seq = 99").update();
        assertThat(trail.verify(MEASURE).faults())
                .contains(new Fault(2, Kind.ALTERED), new Fault(2, Kind.UNLINKED), new Fault(3, Kind.ALTERED));
    }

    @Test
    void an_entry_exchanged_for_one_with_a_matching_hash_is_found_at_its_successor() {
        five();
        List<AuditRecord> all = trail.ofStream(MEASURE);
        AuditRecord old = all.get(2);
        AuditRecord forged =
                new AuditRecord(old.id(), MEASURE, 3, old.at(), 9L, "X", null, "forged", Map.of(), "system", "");
        jdbc.sql("delete from audit_event where seq = 3").update();
        String previous = all.get(1).hash();
        rows.insert(forged.sealed(ChainHash.of(previous, forged)), "XH2025-P02", previous);
        assertThat(trail.verify(MEASURE).faults()).containsExactly(new Fault(4, Kind.UNLINKED));
    }

    @Test
    void a_cut_end_shows_against_the_head_kept_elsewhere() {
        five();
        ChainCheck before = trail.verify(MEASURE);
        jdbc.sql("delete from audit_event where seq = 5").update();
        ChainCheck after = trail.verify(MEASURE);
        assertThat(after.intact()).isTrue();
        assertThat(after.headSeq()).isEqualTo(before.headSeq() - 1);
        assertThat(after.headHash()).isNotEqualTo(before.headHash());
    }

    @Test
    void parts_that_run_together_do_not_hash_alike() {
        assertThat(hash("ab", "c")).isNotEqualTo(hash("a", "bc"));
        assertThat(hash("ab", null)).isNotEqualTo(hash("ab", ""));
    }

    @Test
    void the_module_has_no_way_to_change_or_remove_an_entry() throws IOException {
        assertThat(Stream.of(AuditTrail.class.getMethods()).map(Method::getName))
                .containsExactlyInAnyOrder("append", "ofProblem", "ofRound", "ofStream", "verify");
        Pattern changing = Pattern.compile(
                "update\\s+audit|\\bdelete\\b|truncate\\s+table|\\bmerge\\b|replace\\s+into|on\\s+duplicate|alter\\s+table",
                Pattern.CASE_INSENSITIVE);
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/bihuan/audit"))) {
            List<Path> files = sources.filter(Files::isRegularFile).toList();
            assertThat(files).hasSizeGreaterThan(5);
            for (Path file : files) {
                assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern(changing);
            }
        }
    }

    private void five() {
        append(entry(MEASURE, "a"), entry(MEASURE, "b"), entry(MEASURE, "c"), entry(MEASURE, "d"), entry(MEASURE, "e"));
    }

    private void append(AuditEntry... entries) {
        transaction.executeWithoutResult(tx -> Stream.of(entries).forEach(trail::append));
    }

    private static AuditEntry entry(String stream, String action) {
        return new AuditEntry(stream, action, Map.of("opinion", "属实"), 7L, "党建办主任", null, "system");
    }

    private static String hash(String actor, @Nullable String onBehalfOf) {
        return ChainHash.of(
                ChainHash.GENESIS,
                new AuditRecord(1, MEASURE, 1, NOW, 7L, actor, onBehalfOf, "a", Map.of(), "system", ""));
    }

    @Configuration
    @EnableTransactionManagement
    @Import({HashChainTrail.class, AuditRows.class})
    static class TestDatabase {

        @Bean
        DataSource dataSource() {
            return new DriverManagerDataSource(
                    "jdbc:h2:mem:audit;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;"
                            + "DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
                    "sa",
                    "");
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOW.plusNanos(999), ZoneOffset.UTC);
        }
    }
}
