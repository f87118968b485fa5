package org.bihuan.rectification.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.rectification.ui.CaseSamples.ASPECTS;
import static org.bihuan.rectification.ui.CaseSamples.PROBLEM;
import static org.bihuan.rectification.ui.CaseSamples.measureRow;
import static org.bihuan.rectification.ui.CaseSamples.problemRow;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.bihuan.audit.AuditRecord;
import org.bihuan.calendar.RestDayRule;
import org.bihuan.identity.Duty;
import org.bihuan.rectification.CaseFigure;
import org.bihuan.rectification.CaseSource;
import org.bihuan.rectification.Ledger;
import org.bihuan.rectification.LedgerFigures;
import org.bihuan.rectification.MeasureState;
import org.bihuan.rectification.RoundView;
import org.bihuan.shared.Level;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is printed is whole where the screen shows a part, and where it is not, it says so; texts appear as keys. */
@ExtendWith(MockScreen.class)
class PaperTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 12);
    private static final RoundView ROUND = new RoundView(
            1, "XH2025", "轮次", "街道", null, null, null, DAY, DAY, 6, DAY, DAY, RestDayRule.KEEP, 5, 3, 6, true);

    private final CaseSamples samples = new CaseSamples(Duty.SUPERVISOR);

    /** A trail of this many entries, given as the real one gives them: newest first, behind the one asked for. */
    private void trail(int entries) {
        when(samples.cases.timeline(eq(PROBLEM), any(), anyInt())).thenAnswer(call -> {
            Long before = call.getArgument(1);
            int most = call.getArgument(2);
            long last = before == null ? entries : before - 1;
            return IntStream.range(0, (int) Math.min(most, last))
                    .mapToObj(back -> entry(last - back))
                    .toList();
        });
    }

    private static AuditRecord entry(long id) {
        return new AuditRecord(
                id, PROBLEM.value(), id, Instant.EPOCH, 1L, "某人", null, "problem.started", Map.of(), "system", "");
    }

    private static int entriesOf(CaseTimeline timeline) {
        return _find(timeline, ListItem.class).size();
    }

    private static List<String> notes(CaseTimeline timeline) {
        return _find(timeline, Paragraph.class).stream()
                .map(Paragraph::getText)
                .filter(text -> text.startsWith("rectification."))
                .toList();
    }

    @Test
    void the_timeline_on_paper_is_whole_where_the_screens_is_not_and_would_say_so() {
        trail(1_234);
        CaseTimeline screen = new CaseTimeline(samples.services, PROBLEM);
        UI.getCurrent().add(screen);
        assertThat(entriesOf(screen)).isEqualTo(50);
        assertThat(notes(screen)).containsExactly("rectification.paper.part");
        CaseTimeline paper = CaseTimeline.onPaper(samples.services, PROBLEM);
        UI.getCurrent().add(paper);
        assertThat(entriesOf(paper)).isEqualTo(1_234);
        assertThat(notes(paper)).isEmpty();
    }

    @Test
    void a_timeline_that_is_too_long_for_paper_says_where_it_ends() {
        trail(CaseTimeline.MOST_ON_PAPER + 1);
        CaseTimeline paper = CaseTimeline.onPaper(samples.services, PROBLEM);
        UI.getCurrent().add(paper);
        assertThat(entriesOf(paper)).isEqualTo(CaseTimeline.MOST_ON_PAPER);
        assertThat(notes(paper)).containsExactly("rectification.timeline.cut");
    }

    @Test
    void one_that_just_fits_does_not_say_that_it_was_cut() {
        trail(CaseTimeline.MOST_ON_PAPER);
        CaseTimeline paper = CaseTimeline.onPaper(samples.services, PROBLEM);
        UI.getCurrent().add(paper);
        assertThat(entriesOf(paper)).isEqualTo(CaseTimeline.MOST_ON_PAPER);
        assertThat(notes(paper)).isEmpty();
    }

    @Test
    void the_ledger_on_paper_has_every_row_of_the_filter_with_its_measures_although_they_are_folded() {
        ledger("");
        _click(_get(Button.class, spec -> spec.withText("rectification.dossier.print")));
        assertThat(numbers()).containsExactly("XH2025-P01", "XH2025-P01-M01", "XH2025-P01-M02", "XH2025-P02");
        assertThat(paragraphs())
                .contains("rectification.ledger.demo", "rectification.paper.asOf")
                .doesNotContain("rectification.paper.filter");
    }

    @Test
    void the_ledger_on_paper_says_what_it_is_filtered_by() {
        ledger("level=OVERDUE");
        _click(_get(Button.class, spec -> spec.withText("rectification.dossier.print")));
        assertThat(numbers()).containsExactly("XH2025-P01", "XH2025-P01-M01");
        assertThat(paragraphs()).contains("rectification.paper.filter");
        assertThat(_get(LedgerPaper.class).getElement().getTextRecursively()).contains("召开专题会议3次");
        assertThat(_find(_get(LedgerPaper.class), LedgerCounts.class)).hasSize(1);
    }

    private static final CaseSource OF_ROUND = new CaseSource(
            List.of(new CaseFigure(BigDecimal.valueOf(3), "次", "召开专题会议3次", null, false, false)), List.of());

    private void ledger(String query) {
        Ledger ledger = mock(Ledger.class);
        when(ledger.rounds()).thenReturn(List.of(ROUND));
        when(ledger.aspects("XH2025")).thenReturn(ASPECTS);
        when(ledger.source("XH2025")).thenReturn(OF_ROUND);
        when(ledger.figures(anyList())).thenReturn(new LedgerFigures(2, 0, 1, 2, 0, 0, 1, 0));
        when(ledger.rows("XH2025"))
                .thenReturn(Stream.of(
                                problemRow("XH2025-P01", 10, Level.NORMAL),
                                measureRow("XH2025-P01-M01", 10, Level.OVERDUE, MeasureState.IN_PROGRESS),
                                measureRow("XH2025-P01-M02", 10, Level.NORMAL, MeasureState.IN_PROGRESS),
                                problemRow("XH2025-P02", 10, Level.NORMAL))
                        .toList());
        samples.showLedger(ledger, query);
    }

    private static List<String> numbers() {
        return _find(_get(LedgerPaper.class), NativeTableRow.class).stream()
                .flatMap(row -> _find(row, Span.class).stream())
                .filter(span -> span.hasClassName("number"))
                .map(Span::getText)
                .toList();
    }

    private static List<String> paragraphs() {
        return _find(_get(LedgerPaper.class), Paragraph.class).stream()
                .map(Paragraph::getText)
                .toList();
    }
}
