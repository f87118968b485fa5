package org.bihuan.audit.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.bihuan.audit.AuditRecord;
import org.bihuan.audit.AuditSentences;
import org.bihuan.audit.ChainCheck;
import org.bihuan.audit.TrailEntry;
import org.bihuan.audit.TrailFilter;
import org.bihuan.audit.TrailKind;
import org.bihuan.audit.TrailPage;
import org.bihuan.audit.TrailReaders;
import org.bihuan.audit.TrailReading;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.ArgumentCaptor;

/** The screen of the trail without a browser; texts appear as their keys. */
@ExtendWith(MockScreen.class)
class TrailViewTest {

    private static final TrailReaders.Reference HEAD = new TrailReaders.Reference(7, "党建办主任", "head");

    private final TrailReading reading = mock(TrailReading.class);

    @BeforeEach
    void entries() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        when(reading.page(any(), any())).thenReturn(new TrailPage(List.of(), false));
        when(reading.page(any(), isNull())).thenReturn(page(100, true));
        when(reading.names(anyCollection())).thenReturn(Map.of("person:7", "党建办主任"));
        when(reading.dossiers(anyCollection())).thenReturn(Set.of("XH2025-P02"));
    }

    private static TrailPage page(long newest, boolean more) {
        return new TrailPage(
                LongStream.range(0, TrailReading.PAGE)
                        .mapToObj(i -> entry(newest - i, "XH2025-P02"))
                        .toList(),
                more);
    }

    private static TrailEntry entry(long id, String stream) {
        return new TrailEntry(
                new AuditRecord(
                        id,
                        stream,
                        2,
                        Instant.parse("2026-11-24T01:02:03Z"),
                        7L,
                        "党建办主任",
                        "党政办主任",
                        "plan.returned",
                        Map.of("reason", "原因不深"),
                        "10.0.0.1",
                        "a".repeat(64)),
                "b".repeat(64));
    }

    private TrailView open() {
        TrailView view = new TrailView(reading, new AuditSentences());
        UI.getCurrent().add(view);
        return view;
    }

    private TrailDetail detail(TrailEntry entry, BiConsumer<String, String> everything) {
        TrailDetail detail = new TrailDetail(reading, new AuditSentences(), entry, everything);
        UI.getCurrent().add(detail);
        return detail;
    }

    private static Button button(String key) {
        return _get(Button.class, spec -> spec.withText(key));
    }

    private TrailFilter asked() {
        ArgumentCaptor<TrailFilter> filter = ArgumentCaptor.forClass(TrailFilter.class);
        verify(reading).page(filter.capture(), isNull());
        return filter.getValue();
    }

    @Test
    void older_pages_are_asked_for_by_the_last_entry_and_newer_ones_by_that_of_the_page_before() {
        open();
        assertThat(button("audit.trail.newer").isEnabled()).isFalse();
        AuditRecord last = page(100, true).entries().get(TrailReading.PAGE - 1).record();
        when(reading.page(TrailFilter.NONE, last)).thenReturn(page(50, false));
        _click(button("audit.trail.older"));
        verify(reading).page(TrailFilter.NONE, last);
        assertThat(button("audit.trail.older").isEnabled()).isFalse();
        clearInvocations(reading);
        _click(button("audit.trail.newer"));
        assertThat(asked()).isEqualTo(TrailFilter.NONE);
        assertThat(button("audit.trail.newer").isEnabled()).isFalse();
    }

    @Test
    void a_person_and_a_kind_go_together() {
        when(reading.people(any(), anyInt(), anyInt())).thenReturn(List.of(HEAD));
        open();
        kind().setValue(TrailKind.PLAN);
        clearInvocations(reading);
        person().setValue(HEAD);
        assertThat(asked()).isEqualTo(new TrailFilter(null, null, 7L, TrailKind.PLAN, null));
    }

    @Test
    void what_it_is_about_stands_alone_and_is_undone_by_clearing() {
        open();
        kind().setValue(TrailKind.PLAN);
        clearInvocations(reading);
        _setValue(about(), "xh2025-p02");
        assertThat(asked()).isEqualTo(new TrailFilter(null, null, null, null, "XH2025-P02"));
        assertThat(kind().isEmpty()).isTrue();
        assertThat(kind().isEnabled()).isFalse();
        assertThat(person().isEnabled()).isFalse();
        clearInvocations(reading);
        _click(button("audit.trail.filter.clear"));
        assertThat(asked()).isEqualTo(TrailFilter.NONE);
        assertThat(kind().isEnabled()).isTrue();
    }

    @Test
    void what_names_nothing_is_refused_beside_its_field_and_the_list_stays() {
        open();
        clearInvocations(reading);
        _setValue(about(), "党建办");
        assertThat(about().isInvalid()).isTrue();
        assertThat(about().getErrorMessage()).isEqualTo("audit.trail.about.malformed");
        verify(reading, never()).page(any(), any());
    }

    @Test
    void where_nothing_fits_the_screen_says_so() {
        when(reading.page(any(), isNull())).thenReturn(new TrailPage(List.of(), false));
        TrailView view = open();
        assertThat(texts(view)).contains("audit.trail.empty");
        _setValue(about(), "XH2025-P99");
        assertThat(texts(view)).contains("audit.trail.empty.search");
        assertThat(_find(Button.class, spec -> spec.withText("audit.trail.older")))
                .isEmpty();
    }

    private static String texts(Component view) {
        return view.getElement().getTextRecursively();
    }

    @Test
    void an_entry_tells_all_its_facts_and_leads_to_the_dossier() {
        TrailDetail detail = detail(entry(5, "XH2025-P02"), (stream, name) -> {});
        assertThat(texts(detail))
                .contains("退回整改方案，原因：原因不深", "2026-11-24 09:02:03", "党建办主任", "党政办主任", "10.0.0.1")
                .contains("原因", "原因不深", "a".repeat(64), "b".repeat(64));
        assertThat(_get(Anchor.class).getHref()).isEqualTo("case/XH2025-P02");
    }

    @Test
    void a_case_that_the_reader_may_not_read_is_named_without_a_link() {
        when(reading.dossiers(anyCollection())).thenReturn(Set.of());
        detail(entry(5, "XH2025-P02"), (stream, name) -> {});
        _assertNone(Anchor.class);
        assertThat(_get(Span.class, spec -> spec.withText("XH2025-P02"))).isNotNull();
    }

    @Test
    void an_intact_chain_is_said_to_be_so() {
        when(reading.check("XH2025-P02")).thenReturn(new ChainCheck("XH2025-P02", 9, "c".repeat(64), List.of()));
        TrailDetail detail = detail(entry(5, "XH2025-P02"), (stream, name) -> {});
        _click(button("audit.trail.check"));
        assertThat(texts(detail))
                .contains("audit.trail.intact", "audit.trail.intactTo", "c".repeat(64))
                .doesNotContain("audit.trail.broken");
    }

    @Test
    void a_broken_chain_is_told_entry_by_entry() {
        when(reading.check("XH2025-P02"))
                .thenReturn(new ChainCheck(
                        "XH2025-P02",
                        9,
                        "c".repeat(64),
                        List.of(
                                new ChainCheck.Fault(3, ChainCheck.Kind.ALTERED),
                                new ChainCheck.Fault(4, ChainCheck.Kind.MISSING))));
        TrailDetail detail = detail(entry(5, "XH2025-P02"), (stream, name) -> {});
        _click(button("audit.trail.check"));
        assertThat(texts(detail)).contains("audit.trail.brokenAt").doesNotContain("audit.trail.intact");
        assertThat(_find(ListItem.class).stream().map(ListItem::getText))
                .containsExactly("audit.fault.ALTERED", "audit.fault.MISSING");
    }

    @Test
    void everything_about_a_person_is_one_press_away() {
        AtomicReference<String> asked = new AtomicReference<>();
        detail(entry(5, "person:7"), (stream, name) -> asked.set(stream));
        _click(button("audit.trail.everything"));
        assertThat(asked.get()).isEqualTo("person:7");
    }

    @Test
    void the_measures_of_a_plan_are_told_with_the_names_of_units_and_people() {
        when(reading.names(anyCollection())).thenReturn(Map.of("unit:10", "党建办", "person:7", "党建办主任"));
        TrailEntry plan = new TrailEntry(
                new AuditRecord(
                        6,
                        "XH2025-P02",
                        1,
                        Instant.EPOCH,
                        7L,
                        "党建办主任",
                        null,
                        "plan.drafted",
                        Map.of("measures", "XH2025-P02-M01 2026-05-31 10 7 形成台账"),
                        "::1",
                        "a".repeat(64)),
                "0".repeat(64));
        assertThat(texts(detail(plan, (stream, name) -> {})))
                .contains("audit.trail.planned形成台账", "audit.trail.first")
                .doesNotContain("2026-05-31 10 7");
    }

    @Test
    void an_address_finds_an_entry_that_is_there() {
        when(reading.entry(5)).thenReturn(Optional.of(entry(5, "XH2025-P02")));
        TrailAddress address = new TrailAddress(reading);
        assertThat(address.finds(Map.of())).isTrue();
        assertThat(address.finds(Map.of("entry", "5"))).isTrue();
        assertThat(address.finds(Map.of("entry", "6"))).isFalse();
        assertThat(address.finds(Map.of("entry", "x"))).isFalse();
    }

    private static TextField about() {
        return _get(TextField.class, spec -> spec.withLabel("audit.trail.filter.about"));
    }

    @SuppressWarnings("unchecked")
    private static Select<TrailKind> kind() {
        return _get(Select.class, spec -> spec.withLabel("audit.trail.filter.kind"));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<TrailReaders.Reference> person() {
        return _get(ComboBox.class, spec -> spec.withLabel("audit.trail.filter.person"));
    }
}
