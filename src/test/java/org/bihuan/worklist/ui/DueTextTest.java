package org.bihuan.worklist.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.Level;
import org.bihuan.worklist.WorkItemRow;
import org.junit.jupiter.api.Test;

class DueTextTest extends WorkBed {

    private WorkItemRow doneToday(LocalDate due) {
        WorkItemRow row = done(WorkForms.MEASURE_ACKNOWLEDGE);
        return new WorkItemRow(
                row.id(),
                row.kind(),
                row.caseNumber(),
                row.stepKey(),
                row.stepName(),
                row.formKey(),
                null,
                row.title(),
                row.unitName(),
                row.assignee(),
                due,
                Level.WARNING,
                null,
                null,
                NOW);
    }

    @Test
    void work_done_after_its_date_is_not_called_on_track_and_work_done_in_time_is_called_nothing() {
        assertThat(dueText.level(doneToday(TODAY.minusDays(1)))).contains(Level.OVERDUE);
        assertThat(dueText.level(doneToday(TODAY))).isEmpty();
    }
}
