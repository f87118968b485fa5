package org.bihuan.worklist.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.util.List;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import org.bihuan.rectification.MeasureSample;
import org.bihuan.rectification.MeasureView;
import org.junit.jupiter.api.Test;

class TaskMeasuresTest extends WorkBed {

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
