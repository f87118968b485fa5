package org.bihuan.worklist.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.bihuan.rectification.MeasureSample;
import org.bihuan.rectification.MeasureView;
import org.junit.jupiter.api.Test;

class TaskMeasuresTest extends WorkBed {

    @Test
    void what_the_text_counts_stands_above_the_standard_that_is_judged_by_it() {
        MeasureView counted = MeasureSample.of(MEASURE.problem(), 1)
                .saying("走访企业。", "走访企业3000家。", "已走访3000家。")
                .view();
        MeasureView plain = MeasureSample.of(MEASURE.problem(), 2).view();
        when(cases.measures(MEASURE.problem())).thenReturn(List.of(counted, plain));
        when(parts.sources(MEASURE.problem())).thenReturn(Map.of(counted.caseNumber(), new Span("3000 家")));
        UI.getCurrent().add(new TaskMeasures(panels, MEASURE.problem(), true));
        assertThat(_find(Details.class))
                .extracting(details -> details.getElement().getTextRecursively())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .containsSubsequence("走访企业3000家。", "3000 家", "worklist.task.standard", "已走访3000家。"),
                        second -> assertThat(second).doesNotContain("3000 家"));
        verify(parts, times(1)).sources(MEASURE.problem());
    }

    @Test
    void what_the_text_counts_stands_in_a_folded_measure_as_well() {
        MeasureView counted = MeasureSample.of(MEASURE.problem(), 1).view();
        when(cases.measures(MEASURE.problem())).thenReturn(List.of(counted));
        when(parts.sources(MEASURE.problem())).thenReturn(Map.of(counted.caseNumber(), new Span("3000 家")));
        UI.getCurrent().add(new TaskMeasures(panels, MEASURE.problem(), false));
        Details details = _get(Details.class);
        assertThat(details.getElement().getTextRecursively()).doesNotContain("3000 家");
        details.setOpened(true);
        assertThat(details.getElement().getTextRecursively()).contains("3000 家");
    }

    @Test
    void a_measure_that_is_its_heading_is_not_said_twice() {
        MeasureView brief = MeasureSample.of(MEASURE.problem(), 1)
                .saying("健全制度。", "健全制度。", null)
                .view();
        MeasureView longer = MeasureSample.of(MEASURE.problem(), 2)
                .saying("健全制度。", "健全制度并印发。", null)
                .view();
        when(cases.measures(MEASURE.problem())).thenReturn(List.of(brief, longer));
        UI.getCurrent().add(new TaskMeasures(panels, MEASURE.problem(), true));
        assertThat(_find(Paragraph.class, search -> search.withClasses("long-text")))
                .extracting(Paragraph::getText)
                .containsExactly("健全制度并印发。");
    }
}
