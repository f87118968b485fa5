package org.bihuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditRecord;
import org.bihuan.audit.AuditTrail;
import org.bihuan.audit.TrailEntry;
import org.bihuan.audit.TrailFilter;
import org.bihuan.audit.TrailKind;
import org.bihuan.audit.TrailPage;
import org.bihuan.audit.TrailReaders;
import org.bihuan.audit.TrailReading;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole trail, which the audit administrator alone reads. */
abstract class TrailReadingRules extends IdentityTestBed {

    private static final long ONE = 801;
    private static final long OTHER = 802;

    @Autowired
    TrailReading reading;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nothingYet() {
        jdbc.sql("delete from audit_event").update();
        as("aud");
    }

    /** Appends after the trail has forgotten the ends of what {@link #nothingYet} removed: each stream is new. */
    private void happened(Instant at, String stream, String action, @Nullable Long actor) {
        clock.offset(Duration.between(NOW, at));
        transaction.executeWithoutResult(tx -> trail.append(new AuditEntry(
                stream, action, Map.of(), actor, actor == null ? "system" : "经办人" + actor, null, "10.0.0.1")));
    }

    private List<String> found(TrailFilter filter) {
        return reading.page(filter, null).entries().stream()
                .map(entry -> entry.record().stream() + " " + entry.record().action())
                .toList();
    }

    private static TrailFilter by(@Nullable Long actor, @Nullable TrailKind kind) {
        return new TrailFilter(null, null, actor, kind, null);
    }

    private static TrailFilter about(String about) {
        return new TrailFilter(null, null, null, null, about);
    }

    @Test
    void it_is_read_page_by_page_without_a_gap_though_much_happened_at_one_moment() {
        for (int i = 0; i < 120; i++) {
            happened(NOW.plusSeconds(i / 40), "round:PG" + i, "round.accepted", ONE);
        }
        List<AuditRecord> read = new ArrayList<>();
        TrailPage page = reading.page(TrailFilter.NONE, null);
        assertThat(page.entries()).hasSize(TrailReading.PAGE);
        page.entries().forEach(entry -> read.add(entry.record()));
        while (page.more()) {
            page = reading.page(TrailFilter.NONE, read.get(read.size() - 1));
            page.entries().forEach(entry -> read.add(entry.record()));
        }
        assertThat(read).hasSize(120).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
        assertThat(read).extracting(AuditRecord::stream).doesNotHaveDuplicates();
    }

    @Test
    void an_exact_page_has_no_next_one() {
        for (int i = 0; i < TrailReading.PAGE; i++) {
            happened(NOW, "round:EX" + i, "round.accepted", ONE);
        }
        assertThat(reading.page(TrailFilter.NONE, null).more()).isFalse();
    }

    @Test
    void a_person_a_kind_and_both_are_looked_for() {
        happened(NOW, "FA2026-P01", "plan.drafted", ONE);
        happened(NOW.plusSeconds(1), "FA2026-P01-M01", "measure.submitted", ONE);
        happened(NOW.plusSeconds(2), "FA2026-P01-M02", "measure.submitted", OTHER);
        happened(NOW.plusSeconds(3), "FA2026-P01-M03", "measure.started", null);
        assertThat(found(by(ONE, null))).containsExactly("FA2026-P01-M01 measure.submitted", "FA2026-P01 plan.drafted");
        assertThat(found(by(ONE, TrailKind.MEASURE))).containsExactly("FA2026-P01-M01 measure.submitted");
        assertThat(found(by(null, TrailKind.MEASURE))).hasSize(3);
        assertThat(found(by(TrailFilter.SYSTEM, null))).containsExactly("FA2026-P01-M03 measure.started");
        assertThat(found(by(OTHER, TrailKind.LOGIN))).isEmpty();
    }

    @Test
    void a_problem_brings_its_measures_and_a_measure_stands_for_itself() {
        happened(NOW, "FB2026-P01", "plan.drafted", ONE);
        happened(NOW.plusSeconds(1), "FB2026-P01-M01", "measure.submitted", ONE);
        happened(NOW.plusSeconds(2), "FB2026-P10", "plan.drafted", ONE);
        happened(NOW.plusSeconds(3), "round:FB2026", "round.accepted", ONE);
        assertThat(found(about("FB2026-P01")))
                .containsExactly("FB2026-P01-M01 measure.submitted", "FB2026-P01 plan.drafted");
        assertThat(found(about("FB2026-P01-M01"))).containsExactly("FB2026-P01-M01 measure.submitted");
        assertThat(found(about("round:FB2026"))).containsExactly("round:FB2026 round.accepted");
        assertThat(found(about("FB2026-P99"))).isEmpty();
    }

    @Test
    void a_period_is_told_in_chinese_days_and_both_its_days_belong_to_it() {
        happened(Instant.parse("2026-11-23T15:59:59Z"), "round:PA2026", "round.accepted", ONE);
        happened(Instant.parse("2026-11-23T16:00:00Z"), "round:PB2026", "round.accepted", ONE);
        happened(Instant.parse("2026-11-24T15:59:59Z"), "round:PC2026", "round.accepted", ONE);
        happened(Instant.parse("2026-11-24T16:00:00Z"), "round:PD2026", "round.accepted", ONE);
        LocalDate day = LocalDate.of(2026, 11, 24);
        assertThat(found(new TrailFilter(day, day, ONE, TrailKind.ROUND, null)))
                .containsExactly("round:PC2026 round.accepted", "round:PB2026 round.accepted");
        assertThat(found(new TrailFilter(day, null, null, null, null))).hasSize(3);
        assertThat(found(new TrailFilter(null, day, null, null, null))).hasSize(3);
        assertThatThrownBy(() -> reading.page(new TrailFilter(day, day.minusDays(1), null, null, null), null))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("to"));
    }

    @Test
    void an_entry_is_opened_with_the_hash_before_it_and_its_chain_checked() {
        happened(NOW, "CH2026-P01", "plan.drafted", ONE);
        happened(NOW, "CH2026-P01", "plan.approved", OTHER);
        List<TrailEntry> entries = reading.page(about("CH2026-P01"), null).entries();
        TrailEntry last = entries.get(0);
        assertThat(last.record().seq()).isEqualTo(2);
        assertThat(last.previousHash()).isEqualTo(entries.get(1).record().hash());
        assertThat(reading.entry(last.record().id())).contains(last);
        assertThat(reading.entry(1)).isEmpty();
        assertThat(reading.check("CH2026-P01").intact()).isTrue();
        jdbc.sql("update audit_event set actor_name = '别人' where id = ?")
                .param(last.record().id())
                .update();
        assertThat(reading.check("CH2026-P01").faults()).singleElement().satisfies(fault -> assertThat(fault.seq())
                .isEqualTo(2));
    }

    @Test
    void people_and_units_are_named_and_those_who_left_are_found_too() {
        as("sys");
        administration.disable(id("handler"), null);
        as("aud");
        assertThat(reading.names(
                        Set.of("person:" + id("head"), "unit:" + unit("office"), "unit:1", "person:x", "round:A")))
                .isEqualTo(Map.of("person:" + id("head"), "党建办主任", "unit:" + unit("office"), "党建办"));
        assertThat(reading.people("handl", 0, 10))
                .containsExactly(new TrailReaders.Reference(id("handler"), "党建办经办人", "handler"));
        assertThat(reading.people("党建办", 0, 10)).hasSize(2);
    }

    @Test
    void nobody_else_reads_any_of_it_and_reading_leaves_no_trace() {
        happened(NOW, "NO2026-P01", "plan.drafted", ONE);
        long entry =
                reading.page(TrailFilter.NONE, null).entries().get(0).record().id();
        assertThat(reading.entry(entry)).isPresent();
        assertThat(found(TrailFilter.NONE)).hasSize(1);
        List<ThrowingCallable> ways = List.of(
                () -> reading.page(TrailFilter.NONE, null),
                () -> reading.entry(entry),
                () -> reading.check("NO2026-P01"),
                () -> reading.people("", 0, 1),
                () -> reading.names(Set.of()),
                () -> reading.dossiers(Set.of()));
        for (String login : List.of("sys", "sec", "head", "handler", "villager")) {
            as(login);
            ways.forEach(way -> assertThatThrownBy(way).as(login).isInstanceOf(Forbidden.class));
        }
        nobody();
        ways.forEach(way -> assertThatThrownBy(way).isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void what_is_typed_names_a_case_or_a_round() {
        assertThat(TrailReading.about(" xh2025-p02-m03 ")).isEqualTo("XH2025-P02-M03");
        assertThat(TrailReading.about("XH2025")).isEqualTo("round:XH2025");
        for (String nonsense : List.of("XH", "党建办", "XH2025-P", "person:1", "X".repeat(300))) {
            assertThatThrownBy(() -> TrailReading.about(nonsense))
                    .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.field())
                            .isEqualTo("about"));
        }
    }

    @Test
    void what_no_index_has_in_order_is_not_offered() {
        assertThatThrownBy(() -> new TrailFilter(null, null, ONE, null, "XH2025-P01"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrailFilter(null, null, null, TrailKind.PLAN, "XH2025-P01"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
