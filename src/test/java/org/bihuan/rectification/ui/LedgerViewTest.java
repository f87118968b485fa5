package org.bihuan.rectification.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.rectification.ui.CaseSamples.ASPECTS;
import static org.bihuan.rectification.ui.CaseSamples.measureRow;
import static org.bihuan.rectification.ui.CaseSamples.problemRow;
import static org.bihuan.rectification.ui.CaseSamples.undeployedRow;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import org.bihuan.calendar.RestDayRule;
import org.bihuan.findings.DocumentKind;
import org.bihuan.identity.Duty;
import org.bihuan.rectification.CaseDocument;
import org.bihuan.rectification.CaseSource;
import org.bihuan.rectification.Ledger;
import org.bihuan.rectification.LedgerExport;
import org.bihuan.rectification.LedgerFigures;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.RoundView;
import org.bihuan.shared.Level;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ledger without a browser; texts appear as their keys. */
@ExtendWith(MockScreen.class)
class LedgerViewTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 12);
    private static final RoundView ROUND = new RoundView(
            1, "XH2025", "轮次", "街道", null, null, null, DAY, DAY, 6, DAY, DAY, RestDayRule.KEEP, 5, 3, 6, false);

    private final Ledger ledger = mock(Ledger.class);
    private final LedgerExport export = mock(LedgerExport.class);
    private final CaseSamples samples = new CaseSamples(Duty.SUPERVISOR);

    @BeforeEach
    void open() {
        when(ledger.rounds()).thenReturn(List.of(ROUND));
        when(ledger.aspects("XH2025")).thenReturn(ASPECTS);
        when(ledger.source("XH2025")).thenReturn(CaseSource.NOTHING);
        when(ledger.figures(anyList())).thenReturn(new LedgerFigures(1, 0, 1, 2, 0, 0, 1, 0));
        rows(Stream.of(
                problemRow("XH2025-P01", 10, Level.NORMAL),
                measureRow("XH2025-P01-M01", 10, Level.OVERDUE, MeasureState.IN_PROGRESS),
                measureRow("XH2025-P01-M02", 10, Level.NORMAL, MeasureState.IN_PROGRESS)));
    }

    @Test
    void the_address_brings_its_filter_with_it() {
        show("level=OVERDUE");
        assertThat(keys()).containsExactly("aspect-1", "XH2025-P01", "XH2025-P01-M01");
    }

    @Test
    void what_the_document_tells_of_the_round_as_a_whole_stands_folded_above_the_table() {
        show("");
        assertThat(_find(Details.class, spec -> spec.withClasses("ledger-source")))
                .isEmpty();
        UI.getCurrent().removeAll();
        when(ledger.source("XH2025"))
                .thenReturn(new CaseSource(List.of(), List.of(new CaseDocument("《整改工作方案》", DocumentKind.NEW, null))));
        show("");
        Details told = _get(Details.class, spec -> spec.withClasses("ledger-source"));
        assertThat(told.isOpened()).isFalse();
        assertThat(told.getSummaryText()).isEqualTo("rectification.ledger.source");
        assertThat(told.getElement().getTextRecursively())
                .contains("rectification.case.documents", "findings.fact.document");
    }

    @Test
    void problems_are_closed_until_their_measures_are_asked_for() {
        show("");
        assertThat(keys()).containsExactly("aspect-1", "XH2025-P01");
        _click(_get(Button.class, spec -> spec.withText("rectification.register.unfold")));
        assertThat(keys()).containsExactly("aspect-1", "XH2025-P01", "XH2025-P01-M01", "XH2025-P01-M02");
        _click(_get(Button.class, spec -> spec.withText("rectification.register.fold")));
        assertThat(keys()).containsExactly("aspect-1", "XH2025-P01");
    }

    @Test
    void a_filter_that_nothing_passes_can_be_cleared() {
        show("");
        _setValue(_get(TextField.class), "没有这样的字");
        _assertNone(LedgerGrid.class);
        _click(_get(Button.class, spec -> spec.withText("rectification.register.clear")));
        assertThat(keys()).hasSize(2);
    }

    @Test
    void what_is_saved_follows_the_filter_and_is_read_anew() {
        show("level=OVERDUE");
        LedgerDownload link = _get(LedgerDownload.class);
        link.file();
        verify(export)
                .export(
                        eq("XH2025"),
                        argThat(rows -> numbers(rows).equals(List.of("XH2025-P01", "XH2025-P01-M01"))),
                        eq("rectification.paper.condition"),
                        any());
        rows(Stream.of(
                problemRow("XH2025-P01", 10, Level.NORMAL),
                measureRow("XH2025-P01-M02", 10, Level.OVERDUE, MeasureState.IN_PROGRESS)));
        link.file();
        verify(export)
                .export(
                        eq("XH2025"),
                        argThat(rows -> numbers(rows).equals(List.of("XH2025-P01", "XH2025-P01-M02"))),
                        eq("rectification.paper.condition"),
                        any());
        _setValue(_get(TextField.class), "没有这样的字");
        _assertNone(LedgerDownload.class);
    }

    private static List<String> numbers(List<LedgerRow> rows) {
        return rows.stream().map(LedgerRow::caseNumber).toList();
    }

    @Test
    void two_hundred_problems_are_sorted_by_unit_without_losing_one() {
        rows(IntStream.rangeClosed(1, 200)
                .mapToObj(number -> problemRow("XH2025-P%03d".formatted(number), 10, Level.NORMAL)));
        show("");
        LedgerGrid grid = _get(LedgerGrid.class);
        assertThat(GridKt._size(grid)).isEqualTo(201);
        assertThat(grid.getColumns()).allMatch(column -> column.isSortable());
    }

    @Test
    void only_the_clerk_and_who_stands_in_for_them_are_offered_to_name_who_answers() {
        rows(Stream.of(undeployedRow("XH2025-P01", 10)));
        show("");
        assertThat(offers()).doesNotContain("rectification.assignDialog.open", "findings.assign.title");
        UI.getCurrent().removeAll();
        samples.asSubstituteOf(Duty.CLERK);
        show("");
        assertThat(offers()).contains("rectification.assignDialog.open", "findings.assign.title");
    }

    /** Buttons of the problem's row, and the ways that the page leads on to. */
    private static List<String> offers() {
        LedgerGrid grid = _get(LedgerGrid.class);
        Component cell = ((ComponentRenderer<?, LedgerNode>)
                        grid.getColumns().get(0).getRenderer())
                .createComponent(GridKt._get(grid, 1));
        return Stream.concat(
                        _find(cell, Button.class).stream().map(Button::getText),
                        _find(Anchor.class).stream().map(Anchor::getText))
                .toList();
    }

    private void rows(Stream<LedgerRow> rows) {
        when(ledger.rows("XH2025")).thenReturn(rows.toList());
    }

    private void show(String query) {
        samples.showLedger(ledger, export, query);
    }

    private static List<String> keys() {
        LedgerGrid grid = _get(LedgerGrid.class);
        return IntStream.range(0, GridKt._size(grid))
                .mapToObj(row -> GridKt._get(grid, row).key())
                .toList();
    }
}
