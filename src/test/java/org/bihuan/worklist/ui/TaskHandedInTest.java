package org.bihuan.worklist.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import org.bihuan.audit.AuditRecord;
import org.bihuan.identity.UnitKind;
import org.bihuan.identity.UnitRef;
import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.Dates;
import org.bihuan.worklist.FormDrafts;
import org.bihuan.worklist.WorkFates;
import org.junit.jupiter.api.Test;

/** A task out of the list of what is done. */
class TaskHandedInTest extends WorkBed {

    private void done(String formKey, String action, Map<String, String> facts) {
        when(inbox.find(ITEM)).thenReturn(Optional.of(done(formKey)));
        AuditRecord act = new AuditRecord(1, MEASURE.value(), 1, NOW, HANDLER, "经办人", null, action, facts, "", "");
        when(fates.of(ITEM))
                .thenReturn(Optional.of(
                        new WorkFates.Fate(ITEM, WorkFates.State.DONE, MEASURE, STEP, "经办人", true, NOW, act)));
        UI.getCurrent().removeAll();
        UI.getCurrent().add(panels.create(ITEM, () -> {}, () -> {}));
    }

    private static Div of(String className) {
        return _get(Div.class, search -> search.withClasses(className));
    }

    private static String handedIn() {
        return of("task-handed-in").getElement().getTextRecursively();
    }

    @Test
    void work_that_is_done_shows_what_was_handed_in_then_and_not_a_draft() {
        when(drafts.find(ITEM)).thenReturn(Optional.of(new FormDrafts.Draft("{\"report\":\"草稿\"}", 1, NOW)));
        done(WorkForms.MEASURE_CARRY_OUT, "measure.submitted", Map.of("attempt", "1"));
        assertThat(handedIn()).contains("rectification.form.carryOut.report").contains("第一版");
        assertThat(_get(Article.class).getElement().getTextRecursively()).doesNotContain("草稿");
        assertThat(_find(TextArea.class)).isEmpty();
        assertThat(of("task-banner").getElement().getTextRecursively()).contains("worklist.fate.own.DONE");
    }

    @Test
    void a_decision_that_is_done_shows_its_verdict_its_opinion_and_its_date() {
        done(WorkForms.MEASURE_REVIEW, "measure.reviewed", Map.of("opinion", "情况属实。"));
        assertThat(handedIn()).contains("rectification.form.decision.approve").contains("情况属实。");
        done(
                WorkForms.CLOSURE_APPROVE,
                "closure.returned",
                Map.of("reason", "缺培训记录。", "redo", "XH2025-P02-M03", "newDue", "2026-12-31"));
        assertThat(handedIn())
                .contains("rectification.form.decision.return")
                .contains("worklist.task.returnReason", "缺培训记录。")
                .contains("rectification.form.decision.redo", "XH2025-P02-M03")
                .contains("rectification.form.decision.newDue", Dates.dense(LocalDate.of(2026, 12, 31)));
    }

    @Test
    void a_plan_a_summary_a_look_back_and_a_drawn_form_that_are_done_show_their_fields() {
        when(directory.unit(5)).thenReturn(new UnitRef(5, null, UnitKind.OFFICE, "党建办"));
        done(
                WorkForms.PLAN_DRAFT,
                "plan.drafted",
                Map.of(
                        "causeAnalysis", "认识不足。",
                        "target", "工作规范。",
                        "closureStandard", "全部验收。",
                        "measures",
                                "XH2025-P02-M01 2026-12-01 5 7 制度已印发。\n并已上墙。\nXH2025-P02-M02 2026-12-02 null null 已培训。"));
        assertThat(handedIn())
                .contains("rectification.form.plan.cause", "认识不足。", "工作规范。", "全部验收。")
                .contains("XH2025-P02-M01", "制度已印发。\n并已上墙。")
                .contains("XH2025-P02-M02", "已培训。");
        done(WorkForms.CLOSURE_PROPOSE, "closure.proposed", Map.of("summary", "整改到位。"));
        assertThat(handedIn()).contains("rectification.form.closure.summary", "整改到位。");
        done(WorkForms.FOLLOW_UP, "followUp.done", Map.of("result", "没有反弹。"));
        assertThat(handedIn()).contains("rectification.form.followUp.result", "没有反弹。");
        done("own", "step.done", Map.of("step", "摸底", "outcome", "可以整改", "entries", "走访户数：12"));
        assertThat(handedIn()).contains("可以整改", "走访户数：12");
    }

    @Test
    void a_receipt_has_nothing_filled_in_and_says_what_was_done() {
        done(WorkForms.MEASURE_ACKNOWLEDGE, "measure.acknowledged", Map.of());
        assertThat(_find(Div.class, search -> search.withClasses("task-handed-in")))
                .isEmpty();
        assertThat(of("task-banner").getChildren()).hasSize(2);
    }
}
