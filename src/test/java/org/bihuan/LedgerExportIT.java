package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.bihuan.audit.AuditRecord;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.Ledger;
import org.bihuan.rectification.LedgerExport;
import org.bihuan.rectification.LedgerExport.Exported;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.MeasureKind;
import org.bihuan.rectification.NewMeasure;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.NotFound;
import org.bihuan.testing.ForeignReader;
import org.bihuan.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The ledger as a workbook, opened by another library than the one that wrote it. */
class LedgerExportIT extends LoopBed {

    private static final Submission YES = new Submission.Decided(Decision.approve("情况属实。"));
    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerExport export;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.H2.register(registry);
    }

    private List<LedgerRow> all(String round) {
        return as.call(CLERK, () -> ledger.rows(round));
    }

    private ForeignReader exported(String login, String round, String conditions) {
        List<LedgerRow> rows = all(round);
        return new ForeignReader(
                as.call(login, () -> export.export(round, rows, conditions, ZH)).content());
    }

    @Test
    void a_row_says_what_the_dossier_says_and_the_trail_says_who_took_it_away() {
        CaseNumber problem = started("EX2026");
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, YES);
        submit(HANDLER, problem.measure(1), new Submission.Acknowledge());
        handIn(problem.measure(1), 1, "细则已印发。");
        submit(HEAD, problem.measure(1), YES);
        submit(VERIFIER, problem.measure(1), YES);

        Exported file = as.call(VERIFIER, () -> export.export("EX2026", all("EX2026"), "责任单位“党建办”", ZH));
        assertThat(file.fileName()).isEqualTo("EX2026-整改台账-20260105.xlsx");
        ForeignReader book = new ForeignReader(file.content());
        assertThat(book.sheets()).containsExactly("整改台账", "问题清单", "任务清单", "责任清单", "明细", "说明");
        List<Map<String, String>> rows = book.table("明细");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .containsEntry("问题编号", "EX2026-P01")
                .containsEntry("反馈问题", "针对支部工作不规范的问题。")
                .containsEntry("原因分析", "制度不健全。")
                .containsEntry("整改目标", "工作规范。")
                .containsEntry("销号标准", "措施全部验收。")
                .containsEntry("牵头领导", "分管领导")
                .containsEntry("牵头单位", "街道党工委")
                .containsEntry("措施编号", "EX2026-P01-M01")
                .containsEntry("完成标准", "制度已印发。")
                .containsEntry("整改类型", "限期整改")
                .containsEntry("责任单位", "党建办")
                .containsEntry("责任人", "党建办经办人")
                .containsEntry("整改时限", "2026-02-27")
                .containsEntry("原定时限", "2026-02-27")
                .containsEntry("整改进展及成效", "细则已印发。")
                .containsEntry("佐证材料", "细则.txt")
                .containsEntry("验收意见", "情况属实。")
                .containsEntry("验收人", "专班督查员")
                .containsEntry("验收日期", "2026-01-05")
                .containsEntry("预警", "");
        assertThat(rows.get(1)).containsEntry("验收人", "").containsEntry("预警", "正常");
        assertThat(book.table("任务清单"))
                .extracting(row -> row.get("措施编号"))
                .containsExactly("EX2026-P01-M01", "EX2026-P01-M02");
        assertThat(book.table("责任清单").get(0)).containsEntry("责任人", "党建办经办人");
        assertThat(book.table("问题清单")).hasSize(1);
        assertThat(book.text("说明")).contains("专班督查员", "责任单位“党建办”", "已完成 1 / 2 项措施");

        AuditRecord last = as.call(CLERK, () -> trail.ofStream("round:EX2026")).stream()
                .reduce((before, after) -> after)
                .orElseThrow();
        assertThat(last.action()).isEqualTo("round.exported");
        assertThat(last.actorName()).isEqualTo("专班督查员");
        assertThat(last.facts())
                .containsEntry("problems", "1")
                .containsEntry("measures", "2")
                .containsEntry("filter", "责任单位“党建办”");
        assertThat(trail.verify("round:EX2026").faults()).isEmpty();
    }

    @Test
    void approvals_of_a_request_that_was_returned_stand_no_more() {
        CaseNumber problem = started("ET2026");
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, YES);
        for (int ordinal = 1; ordinal <= 2; ordinal++) {
            CaseNumber measure = problem.measure(ordinal);
            submit(HANDLER, measure, new Submission.Acknowledge());
            handIn(measure, 1, "已完成");
            submit(HEAD, measure, YES);
            submit(VERIFIER, measure, YES);
        }
        runJobs();
        propose(problem);
        assertThat(exported(CLERK, "ET2026", "").table("明细").get(0))
                .containsEntry("销号验收人", "纪工委书记")
                .containsEntry("销号验收意见", "情况属实。")
                .containsEntry("销号审批人", "");
        submit(
                APPROVER,
                problem,
                new Submission.Decided(new Decision(false, "培训未见成效。", LATER_DUE, Set.of(problem.measure(2)))));
        List<Map<String, String>> returned = exported(CLERK, "ET2026", "").table("明细");
        assertThat(returned.get(0)).containsEntry("销号验收人", "").containsEntry("验收人", "专班督查员");
        assertThat(returned.get(1)).containsEntry("验收人", "").containsEntry("备注", "第 2 次办理");
        submit(HANDLER, problem.measure(2), new Submission.Acknowledge());
        handIn(problem.measure(2), 2, "补训完成");
        submit(HEAD, problem.measure(2), YES);
        submit(VERIFIER, problem.measure(2), YES);
        runJobs();
        propose(problem);
        submit(APPROVER, problem, new Submission.Decided(Decision.approve("同意销号。")));
        assertThat(exported(CLERK, "ET2026", "").table("明细").get(1))
                .containsEntry("销号审批人", "党工委书记")
                .containsEntry("销号审批意见", "同意销号。")
                .containsEntry("销号日期", "2026-01-05")
                .containsEntry("验收人", "专班督查员");
        assertThat(exported(CLERK, "ET2026", "").table("整改台账").get(0))
                .containsEntry("销号审批意见、审批人及日期", "同意销号。\n党工委书记\n2026年1月5日");
    }

    private void propose(CaseNumber problem) {
        submit(HEAD, problem, new Submission.Closure("全部措施已验收。"));
        submit(LEADER, problem, YES);
        submit(INSPECTOR, problem, YES);
    }

    @Test
    void nobody_gets_out_what_they_may_not_read() {
        started("EY2026");
        assertThat(exported(HANDLER, "EY2026", "").table("明细")).hasSize(2);
        ForeignReader foreign = exported(OTHER_HANDLER, "EY2026", "");
        assertThat(foreign.table("明细")).isEmpty();
        assertThat(foreign.everything()).doesNotContain("支部工作", "EY2026-P01").contains("已销号 0 / 0 个问题");
        assertThatThrownBy(() -> as.call(CLERK, () -> export.export("NO2026", all("EY2026"), "", ZH)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_measure_alone_brings_its_problem_and_a_row_of_another_round_brings_nothing() {
        CaseNumber problem = started("EZ2026");
        started("EW2026");
        List<LedgerRow> one = all("EZ2026").stream()
                .filter(row -> row.caseNumber().equals(problem.measure(2).value()))
                .toList();
        byte[] content =
                as.call(CLERK, () -> export.export("EZ2026", one, "", ZH)).content();
        assertThat(new ForeignReader(content).table("明细"))
                .extracting(row -> row.get("问题编号") + " " + row.get("措施编号"))
                .containsExactly("EZ2026-P01 EZ2026-P01-M02");
        byte[] other = as.call(CLERK, () -> export.export("EZ2026", all("EW2026"), "", ZH))
                .content();
        assertThat(new ForeignReader(other).table("明细")).isEmpty();
    }

    @Test
    void words_that_look_like_a_formula_stay_words() {
        CaseNumber problem = started("EV2026");
        submit(HANDLER, problem, plan(problem));
        submit(LEADER, problem, YES);
        String formula = "=HYPERLINK(\"http://example.invalid\")";
        as.run(
                CLERK,
                () -> work.addMeasure(
                        problem,
                        new NewMeasure(
                                formula,
                                formula,
                                "台账可查。",
                                MeasureKind.IMMEDIATE,
                                Set.of(EvidenceKind.DOCUMENT),
                                LATER_DUE,
                                unitOf(HANDLER),
                                personId(HANDLER))));
        ForeignReader book = exported(CLERK, "EV2026", "");
        assertThat(book.table("明细")).extracting(row -> row.get("整改措施")).contains(formula);
        assertThat(book.formulas()).isEmpty();
    }
}
